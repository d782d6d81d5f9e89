//! The outbox is emptied whatever single mails do.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;

use super::*;
use crate::clock::{Clock, SetClock};
use crate::outbox::{Job, Lease, Leased, Outcome};

/// What is to happen to a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Sends,
    Panics,
    Hangs,
    HasNothingToSay,
    CannotBeWrittenNow,
    CanNeverBeWritten,
    IsRefusedNow,
    IsRefused,
    CannotBeSettled,
}

/// A mail by its name.
struct Fated(String, Fate);

impl Job for Fated {
    fn id(&self) -> &str {
        &self.0
    }

    fn kind(&self) -> &'static str {
        "link"
    }
}

#[derive(Clone, Debug)]
struct Row {
    fate: Fate,
    tries: u32,
    due: Moment,
    settled: Option<Outcome>,
}

/// An outbox in memory, with leases.
#[derive(Default)]
struct Outbox {
    rows: Mutex<BTreeMap<String, Row>>,
    broken: Mutex<Option<&'static str>>,
}

impl Outbox {
    fn put(&self, id: &str, fate: Fate) {
        let row = Row {
            fate,
            tries: 0,
            due: NOW,
            settled: None,
        };
        self.rows.lock().unwrap().insert(id.to_owned(), row);
    }

    fn row(&self, id: &str) -> Row {
        self.rows.lock().unwrap()[id].clone()
    }

    fn sent(&self) -> usize {
        let rows = self.rows.lock().unwrap();
        rows.values()
            .filter(|row| row.settled == Some(Outcome::Done))
            .count()
    }
}

#[async_trait]
impl OutboxStore for Outbox {
    type Job = Fated;

    async fn lease(&self, lease: Lease) -> Result<Vec<Leased<Fated>>, Fault> {
        match *self.broken.lock().unwrap() {
            Some("panic") => panic!("the reader of rows is broken"),
            Some(fault) => return Err(fault.into()),
            None => {}
        }
        let mut rows = self.rows.lock().unwrap();
        let due = rows
            .iter_mut()
            .filter(|(_, row)| row.settled.is_none() && row.due <= lease.now);
        let leased = due
            .take(usize::try_from(lease.at_most)?)
            .map(|(name, row)| {
                row.due = lease.until;
                Leased {
                    job: Fated(name.clone(), row.fate),
                    tries: row.tries,
                }
            });
        Ok(leased.collect())
    }

    async fn settle(&self, leased: &Leased<Fated>, outcome: Outcome) -> Result<(), Fault> {
        let mut rows = self.rows.lock().unwrap();
        let row = rows.get_mut(leased.job.id()).ok_or("no such row")?;
        if row.fate == Fate::CannotBeSettled {
            return Err("the database is full".into());
        }
        row.tries += 1;
        match &outcome {
            Outcome::Retry { due, .. } => row.due = *due,
            Outcome::Done | Outcome::Dropped | Outcome::Failed { .. } => {
                row.settled = Some(outcome);
            }
        }
        Ok(())
    }
}

struct Writer;

#[async_trait]
impl LetterSource for Writer {
    type Job = Fated;

    async fn letter(&self, leased: &Leased<Fated>) -> Result<Option<Letter>, LetterFault> {
        match leased.job.1 {
            Fate::Panics => panic!("a poisoned row"),
            Fate::Hangs => std::future::pending().await,
            Fate::HasNothingToSay => Ok(None),
            Fate::CannotBeWrittenNow => Err(LetterFault::Later("busy".into())),
            Fate::CanNeverBeWritten => Err(LetterFault::Never("contradiction".into())),
            Fate::Sends | Fate::IsRefused | Fate::IsRefusedNow | Fate::CannotBeSettled => {
                let [letter, ..] = letters_to(&contacts()[0], &settings());
                let subject = Line::parse(&format!("{:?}", leased.job.1)).unwrap();
                Ok(Some(Letter {
                    id: id(leased.job.id()),
                    subject,
                    ..letter
                }))
            }
        }
    }
}

/// Answers as the letter's fate says; keeps what it took.
#[derive(Default)]
struct Scripted(Memory);

#[async_trait]
impl MailTransport for Scripted {
    async fn send(&self, letter: &Letter) -> Result<(), TransportError> {
        match letter.subject.as_str() {
            "IsRefused" => Err(TransportError::Never {
                reason: Reason::Reply(550),
            }),
            "IsRefusedNow" => Err(TransportError::Later {
                reason: Reason::Reply(451),
            }),
            _ => self.0.send(letter).await,
        }
    }
}

struct Bench {
    outbox: Arc<Outbox>,
    transport: Arc<Scripted>,
    outbox_notify: OutboxNotify,
    worker: Worker<Outbox, Writer>,
}

fn bench() -> Bench {
    bench_at(100)
}

fn bench_at(per_second: u32) -> Bench {
    let (outbox, transport) = (Arc::<Outbox>::default(), Arc::<Scripted>::default());
    let pace = SendingRate {
        per_second,
        poll: Duration::from_hours(1),
        patience: Duration::from_millis(200),
    };
    let outbox_notify = OutboxNotify::default();
    let worker = Worker::new(
        outbox.clone(),
        Arc::new(Writer),
        transport.clone(),
        pace,
        outbox_notify.clone(),
    );
    Bench {
        outbox,
        transport,
        outbox_notify,
        worker,
    }
}

#[tokio::test]
async fn a_poisoned_mail_stops_no_other() {
    let bench = bench();
    for (name, fate) in [
        ("a", Fate::Panics),
        ("b", Fate::Hangs),
        ("c", Fate::CannotBeSettled),
    ] {
        bench.outbox.put(name, fate);
    }
    for number in 0..20 {
        bench.outbox.put(&format!("good{number}"), Fate::Sends);
    }
    let report = bench.worker.run_once(NOW).await;
    let expected = BatchReport {
        leased: 23,
        sent: 20,
        retried: 2,
        faults: 1,
        ..BatchReport::default()
    };
    assert_eq!(report, expected);
    assert_eq!(bench.outbox.sent(), 20);
}

#[tokio::test]
async fn each_end_is_put_down_as_what_it_is() {
    let retry = |reason| Some((NOW.plus(30), reason));
    let failed = |reason: Reason| {
        let reason = reason.to_string();
        Some(Outcome::Failed { reason })
    };
    let bench = bench();
    for (fate, due, settled) in [
        (Fate::Sends, None, Some(Outcome::Done)),
        (Fate::HasNothingToSay, None, Some(Outcome::Dropped)),
        (Fate::CanNeverBeWritten, None, failed(Reason::Letter)),
        (Fate::IsRefused, None, failed(Reason::Reply(550))),
        (Fate::IsRefusedNow, retry(Reason::Reply(451)), None),
        (Fate::CannotBeWrittenNow, retry(Reason::Letter), None),
        (Fate::Panics, retry(Reason::Panic), None),
        (Fate::Hangs, retry(Reason::Timeout), None),
    ] {
        bench.outbox.put("x", fate);
        bench.worker.run_once(NOW).await;
        let row = bench.outbox.row("x");
        assert_eq!((row.settled, row.tries), (settled, 1), "{fate:?}");
        assert!(due.is_none_or(|(due, _)| due == row.due), "{fate:?}");
    }
}

#[tokio::test]
async fn a_mail_nobody_takes_is_tried_for_a_day_and_given_up() {
    let bench = bench();
    bench.outbox.put("x", Fate::IsRefusedNow);
    let mut now = NOW;
    while bench.outbox.row("x").settled.is_none() {
        now = bench.outbox.row("x").due;
        assert_eq!(bench.worker.run_once(now).await.leased, 1);
    }
    let row = bench.outbox.row("x");
    assert_eq!(
        row.settled,
        Some(Outcome::Failed {
            reason: Reason::Reply(451).to_string()
        })
    );
    assert_eq!((row.tries, now), (TRIES, NOW.plus(24 * 3600)));
}

#[tokio::test]
async fn a_mail_is_not_tried_before_it_is_due() {
    let bench = bench();
    bench.outbox.put("x", Fate::IsRefusedNow);
    bench.worker.run_once(NOW).await;
    assert_eq!(
        bench.worker.run_once(NOW.plus(29)).await,
        BatchReport::default()
    );
    assert_eq!(bench.worker.run_once(NOW.plus(30)).await.retried, 1);
}

#[tokio::test]
async fn a_mail_that_could_not_be_settled_comes_again_under_the_same_name() {
    let bench = bench();
    bench.outbox.put("x", Fate::CannotBeSettled);
    assert_eq!(bench.worker.run_once(NOW).await.faults, 1);
    assert_eq!(bench.worker.run_once(NOW).await.leased, 0);
    assert_eq!(bench.worker.run_once(NOW.plus(180)).await.leased, 1);
    let names: Vec<_> = bench
        .transport
        .0
        .newest_first()
        .into_iter()
        .map(|caught| caught.letter.id)
        .collect();
    assert_eq!(names, [id("x"), id("x")]);
}

#[tokio::test]
async fn an_outbox_that_cannot_be_asked_is_asked_again() {
    let bench = bench();
    bench.outbox.put("x", Fate::Sends);
    for fault in ["locked", "panic"] {
        *bench.outbox.broken.lock().unwrap() = Some(fault);
        let report = bench.worker.run_once(NOW).await;
        assert_eq!(
            report,
            BatchReport {
                faults: 1,
                ..BatchReport::default()
            },
            "{fault}"
        );
        bench.outbox.broken.clear_poison();
    }
    *bench.outbox.broken.lock().unwrap() = None;
    assert_eq!(bench.worker.run_once(NOW).await.sent, 1);
}

#[tokio::test]
async fn the_bell_wakes_the_worker_and_the_end_is_awaited() {
    let Bench {
        outbox,
        outbox_notify,
        worker,
        ..
    } = bench();
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let clock: Arc<dyn Clock> = Arc::new(SetClock::at(NOW));
    let working = tokio::spawn(async move {
        worker
            .run(clock, async { stopped.await.unwrap_or_default() })
            .await;
    });
    for number in 1..=3 {
        outbox.put(&format!("m{number}"), Fate::Sends);
        outbox_notify.notify();
        let sent = async {
            while outbox.sent() < number {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(10), sent)
            .await
            .expect("the poll is an hour");
    }
    stop.send(()).unwrap();
    tokio::time::timeout(Duration::from_secs(10), working)
        .await
        .expect("it stops")
        .unwrap();
}

#[tokio::test]
async fn no_more_mails_leave_in_a_second_than_allowed() {
    let bench = bench_at(20);
    for number in 0..50 {
        bench.outbox.put(&format!("m{number}"), Fate::Sends);
    }
    let clock: Arc<dyn Clock> = Arc::new(SetClock::at(NOW));
    bench
        .worker
        .run(clock, tokio::time::sleep(Duration::from_millis(1500)))
        .await;
    assert_eq!(bench.outbox.sent(), 40, "20 at once and 20 a second later");
}
