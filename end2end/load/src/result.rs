//! What a run has shown.

use std::collections::BTreeMap;
use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::Path;

use goose::metrics::{GooseMetrics, GooseRequestMetricTimingData};
use serde::{Deserialize, Serialize};

/// Name of a whole journey among the steps.
pub const JOURNEY: &str = "journey";

/// How long one kind of request took, to the head of its answer.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Times {
    /// How many.
    pub count: usize,
    /// Half were quicker, in milliseconds.
    pub p50: f64,
    /// 95 of 100 were quicker.
    pub p95: f64,
    /// 99 of 100 were quicker.
    pub p99: f64,
}

impl Times {
    fn of(data: &GooseRequestMetricTimingData) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "minutes in microseconds")]
        let at = |percent| data.percentile_us(percent) as f64 / 1000.0;
        Self {
            count: data.counter,
            p50: at(0.5),
            p95: at(0.95),
            p99: at(0.99),
        }
    }
}

/// A run's result: one line of JSON.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Outcome {
    /// Name of the run.
    pub name: String,
    /// The run that this one repeated on the bare server.
    pub of: Option<String>,
    /// Applicants side by side.
    pub applicants: usize,
    /// Photos that were sent in turn.
    pub photos: Vec<String>,
    /// From the first journey's beginning to the last one's end.
    pub seconds: f64,
    /// Journeys that reached their end.
    pub journeys: usize,
    /// Journeys that did not.
    pub failed: usize,
    /// Journeys a second.
    pub per_second: f64,
    /// CPU of the servers for each journey, in milliseconds.
    pub server_ms: f64,
    /// The same of what they need.
    pub beside_ms: f64,
    /// The same of this client.
    pub client_ms: f64,
    /// Peak memory of the servers together, in MB.
    pub peak_mb: f64,
    /// Times of each step, and of whole journeys.
    pub steps: BTreeMap<String, Times>,
    /// What went wrong, and how often.
    pub errors: Vec<String>,
}

impl Outcome {
    /// What goose counted.
    pub fn of(name: &str, metrics: &GooseMetrics, seconds: f64) -> Self {
        let mut outcome = Self {
            name: name.to_owned(),
            of: None,
            applicants: 0,
            photos: Vec::new(),
            seconds,
            journeys: 0,
            failed: 0,
            per_second: 0.0,
            server_ms: 0.0,
            beside_ms: 0.0,
            client_ms: 0.0,
            peak_mb: 0.0,
            steps: BTreeMap::new(),
            errors: errors(metrics),
        };
        for request in metrics.requests.values() {
            outcome
                .steps
                .insert(request.path.clone(), Times::of(&request.raw_data));
        }
        for transaction in metrics.transactions.iter().flatten() {
            if transaction.transaction_name.name_for_transaction() == JOURNEY {
                outcome.journeys = transaction.success_count;
                outcome.failed = transaction.fail_count;
                outcome
                    .steps
                    .insert(JOURNEY.to_owned(), Times::of(&transaction.run_times));
            }
        }
        #[expect(clippy::cast_precision_loss, reason = "thousands")]
        let journeys = outcome.journeys as f64;
        outcome.per_second = if seconds > 0.0 {
            journeys / seconds
        } else {
            0.0
        };
        outcome
    }

    /// A sum for each journey.
    pub fn each(&self, sum: f64) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "thousands")]
        let journeys = self.journeys.max(1) as f64;
        sum / journeys
    }
}

fn errors(metrics: &GooseMetrics) -> Vec<String> {
    let requests = metrics
        .errors
        .values()
        .map(|e| format!("{} x {}: {}", e.occurrences, e.name, e.error));
    let own = metrics
        .transaction_errors
        .values()
        .map(|e| format!("{} x {}", e.occurrences, e.error));
    requests.chain(own).collect()
}

/// Adds a result to the file.
///
/// # Errors
/// When it cannot be written, and when no journey reached its end: then nothing was
/// measured.
pub fn add(file: &Path, outcome: &Outcome) -> io::Result<()> {
    if outcome.journeys == 0 {
        let words = format!("no journey reached its end: {:?}", outcome.errors);
        return Err(io::Error::other(words));
    }
    let mut file = OpenOptions::new().create(true).append(true).open(file)?;
    writeln!(file, "{}", serde_json::to_string(outcome)?)
}

/// All results of the file.
///
/// # Errors
/// When it cannot be read.
pub fn read(file: &Path) -> io::Result<Vec<Outcome>> {
    let text = std::fs::read_to_string(file)?;
    text.lines()
        .map(|line| Ok(serde_json::from_str(line)?))
        .collect()
}
