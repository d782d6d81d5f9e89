# Everything a newcomer needs: `make run` shows the portal, `make test` proves it.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
export CARGO_TERM_COLOR ?= auto

.PHONY: help run watch build test fmt-check layers lint unit wasm parity e2e camera engines bench bench-parsers bench-photo load soak audit sbom clean

help: ## Say what can be made
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9-]+):.*## /  make \1\t/' | expand -t 24

run: build ## Install what is missing, build, and serve a demonstration at http://127.0.0.1:3000
	@echo '==> starting the demonstration'
	target/release/shinsei demo

watch: ## Build and serve anew whenever a file changes (developers)
	@.make/build.sh watch

build: ## Build the release: program and site
	@.make/build.sh release

test: ## Install what is missing and run every check and test
	@.make/test.sh

fmt-check lint layers unit wasm parity e2e: ## One part of `make test`
	@.make/test.sh $@

engines: ## The journey, refused photos, the second device and going back in Firefox and WebKit
	@.make/test.sh engines

camera: ## The camera's own end-to-end tests, which wait for what a filmed camera shows
	@.make/test.sh $@

bench: ## Measure, with ratios; writes nothing (docs/benchmarks.md holds the last run)
	@.make/bench.sh

bench-parsers: ## The part of `make bench` that measures the parser of birth dates beside its peers
	@.make/bench-parsers.sh

bench-photo: ## The part of `make bench` that measures the photo check beside the browser and its peers
	@.make/bench-photo.sh

load: ## Complete journeys side by side: how many, how quick, at what cost (SECONDS_EACH, APPLICANTS)
	@.make/load.sh

soak: ## Load and faults for hours, and nothing acknowledged is missing (TESTS, KILLS, DEATHS, FAULT_SECONDS, LOAD_SECONDS)
	@.make/soak.sh

audit: ## Look for known weaknesses of crates (ADVISORY_DB: a copy of the database where its site is not in reach)
	@.make/audit.sh

sbom: ## Write what the program is made of, as CycloneDX: target/sbom/*.cdx.json
	@.make/sbom.sh

clean: ## Remove everything built
	cargo clean
	rm -rf end2end/node_modules style/public/modules .data
