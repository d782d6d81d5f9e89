//! The whole portal in this process: the real routes, a database in a folder of
//! its own, a clock that stands still, letters in memory. Each test has its own.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

mod acts;
mod another;
mod audit;
mod backup;
mod bombs;
mod bucket;
mod captcha;
mod commands;
mod compression;
mod crawl;
mod csrf;
mod details;
mod device;
mod early;
mod enumeration;
mod faults;
mod forged_backup;
mod framing;
#[path = "../support/fresh_database.rs"]
mod fresh_database;
mod headers;
#[path = "../../../rules/tests/hostile/mod.rs"]
mod hostile;
mod idempotency;
mod inflation;
mod injection;
mod journey;
mod keys;
mod language;
mod limits;
mod link;
mod load_shedding;
mod mail_faults;
mod mail_secrets;
mod mails;
mod metadata;
mod metrics;
mod networks;
#[path = "../support/object_storage.rs"]
mod object_storage;
mod office;
mod old_database;
mod old_process;
mod paths;
mod photo;
mod places;
mod problems;
mod processes;
mod secrets;
mod session;
mod shown;
#[path = "../smtp/sink.rs"]
mod sink;
mod slow;
mod status;
mod strangers;
mod support;
mod upload;
