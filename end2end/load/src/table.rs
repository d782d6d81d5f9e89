//! Results for people to read.

use crate::result::{JOURNEY, Outcome, Times};

/// Steps in the order of the journey.
const STEPS: [&str; 23] = [
    "start",
    "form",
    "form (page)",
    "terms",
    "terms (page)",
    "captcha",
    "contact",
    "contact (page)",
    "register",
    "register (page)",
    "mail",
    "link",
    "open",
    "open (page)",
    "photo",
    "photo (page)",
    "confirm",
    "confirm (page)",
    "details",
    "details (page)",
    "submit",
    "submit (page)",
    JOURNEY,
];

/// The times of one run, and what went wrong.
pub fn print_run(run: &Outcome) {
    println!(
        "{}: {} journeys in {:.1} s, {} failed",
        run.name, run.journeys, run.seconds, run.failed
    );
    println!(
        "  {:<16} {:>7} {:>9} {:>9} {:>9}",
        "step", "count", "p50 ms", "p95 ms", "p99 ms"
    );
    for (
        step,
        Times {
            count,
            p50,
            p95,
            p99,
        },
    ) in STEPS
        .iter()
        .filter_map(|step| run.steps.get_key_value(*step))
    {
        println!("  {step:<16} {count:>7} {p50:>9.1} {p95:>9.1} {p99:>9.1}");
    }
    for error in &run.errors {
        println!("  failed: {error}");
    }
}

/// All runs, one in each line, and the ratio to the bare server.
pub fn print(runs: &[Outcome]) {
    println!(
        "| run | journeys a second | bare server | ratio | journey p50 / p95 / p99, s | server's CPU, ms | \
         database's and storage's, ms | client's, ms | peak memory, MB | failed |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|");
    for run in runs.iter().filter(|run| run.of.is_none()) {
        let bare = runs.iter().find(|bare| bare.of.as_ref() == Some(&run.name));
        let (rate, ratio) = bare.map_or(("–".to_owned(), "–".to_owned()), |bare| {
            (
                format!("{:.0}", bare.per_second),
                format!("{:.3}", run.per_second / bare.per_second),
            )
        });
        let journey = run.steps.get(JOURNEY).map_or("–".to_owned(), |t| {
            format!(
                "{:.2} / {:.2} / {:.2}",
                t.p50 / 1000.0,
                t.p95 / 1000.0,
                t.p99 / 1000.0
            )
        });
        println!(
            "| {} | {:.1} | {rate} | {ratio} | {journey} | {:.0} | {:.0} | {:.1} | {:.0} | {} |",
            run.name,
            run.per_second,
            run.server_ms,
            run.beside_ms,
            run.client_ms,
            run.peak_mb,
            run.failed
        );
    }
}
