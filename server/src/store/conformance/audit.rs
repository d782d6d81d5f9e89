//! The audit log: what was recorded is chained once and in order, and goes behind checkpoints.

use futures_util::future::join_all;
use rules::application::{Actor, MailKind, Stage};

use super::samples::{
    DAY, NOW, changed, due, journey, keeping_all, mail, opened, submitted_at, written,
};
use super::{on_every_pair, on_every_store};
use crate::outbox::Outcome;
use crate::store::{
    Act, Break, Chained, ChainedNow, Chaining, Entry, Head, Jobs, Purge, Retention, SavedJourney,
    Store, StoreError, Write, let_go,
};

pub(super) fn entry(number: u8, second: i64) -> Entry {
    Entry {
        at: NOW.plus(second),
        act: Act::Submitted(format!("R{number}")),
        subject: Some(journey(number).id),
        actor: Actor::Applicant,
    }
}

/// Records so many acts, each a second after the one before.
pub(super) async fn recorded(store: &dyn Store, numbers: std::ops::Range<u8>) {
    for number in numbers {
        written(store, [Write::Record(entry(number, number.into()))]).await;
    }
}

/// Nothing is too old.
pub(super) const YOUNG: Chaining = Chaining {
    at_most: 100,
    old_before: rules::Moment(0),
    removed_at_most: 1_000,
    now: NOW,
};

pub(super) async fn chained(store: &dyn Store, chaining: Chaining) -> ChainedNow {
    store.chain(chaining).await.unwrap().unwrap()
}

pub(super) async fn all(store: &dyn Store) -> Vec<Chained> {
    store.audit(0, 1_000).await.unwrap()
}

/// The last entry that follows, and where the chain does not hold.
pub(super) async fn followed(store: &dyn Store) -> Result<Head, Break> {
    let entries = all(store).await;
    let mut at = Head::NONE;
    if let Some(first) = entries.first().filter(|first| first.number > 1) {
        let checkpoint = store.checkpoint(first.number - 1).await.unwrap();
        at = checkpoint.as_ref().and_then(let_go).unwrap_or(at);
    }
    for entry in entries {
        at.follow(&entry)?;
    }
    Ok(at)
}

#[tokio::test]
async fn what_was_recorded_is_chained_in_its_order_a_few_at_a_time() {
    on_every_store(async |store| {
        assert_eq!(store.audit_head().await.unwrap(), Head::NONE);
        recorded(store, 1..6).await;
        assert_eq!(store.audit_waiting().await.unwrap(), 5);
        let few = Chaining {
            at_most: 2,
            ..YOUNG
        };
        for added in [2, 2, 1, 0] {
            assert_eq!(chained(store, few).await.added, added);
        }
        let entries = all(store).await;
        let details: Vec<_> = entries.iter().map(|entry| entry.detail.as_str()).collect();
        let wanted = [
            "receipt=R1",
            "receipt=R2",
            "receipt=R3",
            "receipt=R4",
            "receipt=R5",
        ];
        assert_eq!(details, wanted);
        assert_eq!(entries[0].act, "submitted");
        assert_eq!(entries[0].subject, journey(1).id.as_str());
        assert_eq!(entries[0].at, NOW.plus(1));
        let head = followed(store).await.unwrap();
        assert_eq!(head.number, 5);
        assert_eq!(store.audit_head().await.unwrap(), head);
        assert_eq!(store.audit_waiting().await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn an_act_that_is_not_done_is_not_recorded() {
    on_every_store(async |store| {
        let journey = opened(store, 1).await;
        let stale = SavedJourney {
            version: 7,
            ..changed(&journey, Stage::Opened)
        };
        let writes = vec![Write::Record(entry(1, 0)), Write::ChangeJourney(stale)];
        assert!(matches!(
            store.commit(writes).await,
            Err(StoreError::Conflict)
        ));
        assert_eq!(store.audit_waiting().await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn a_long_past_goes_a_part_at_a_time() {
    on_every_store(async |store| {
        recorded(store, 1..8).await;
        chained(store, YOUNG).await;
        let part = Chaining {
            old_before: NOW.plus(9 * DAY),
            removed_at_most: 3,
            now: NOW.plus(9 * DAY),
            ..YOUNG
        };
        for removed in [3, 3, 1, 0] {
            assert_eq!(chained(store, part).await.removed, removed);
            let head = followed(store).await.unwrap();
            assert_eq!(store.audit_head().await.unwrap(), head);
        }
        let left: Vec<_> = all(store).await.into_iter().map(|one| one.act).collect();
        assert_eq!(left, ["checkpoint"; 3]);
    })
    .await;
}

#[tokio::test]
async fn two_processes_chain_everything_once() {
    const EACH: u8 = 40;
    on_every_pair(async |stores| {
        let work = stores.iter().zip([0, EACH]).map(async |(store, first)| {
            for number in first..first + EACH {
                recorded(*store, number..number + 1).await;
                store
                    .chain(Chaining {
                        at_most: 3,
                        ..YOUNG
                    })
                    .await
                    .unwrap();
            }
        });
        join_all(work).await;
        while chained(stores[0], YOUNG).await.added > 0 {}
        assert_eq!(
            followed(stores[1]).await.unwrap().number,
            i64::from(2 * EACH)
        );
        let mut subjects: Vec<_> = all(stores[1])
            .await
            .into_iter()
            .map(|entry| entry.subject)
            .collect();
        subjects.sort_unstable();
        subjects.dedup();
        assert_eq!(subjects.len(), usize::from(2 * EACH));
    })
    .await;
}

#[tokio::test]
async fn a_job_is_recorded_when_it_is_settled_and_not_again() {
    on_every_store(async |store| {
        let journey = opened(store, 1).await;
        written(store, [Write::Queue(mail("a", &journey))]).await;
        store.lease(Jobs::Mails, due(NOW, 1)).await.unwrap();
        let sent = Entry {
            act: Act::MailSent(MailKind::Link),
            ..entry(1, 0)
        };
        for _ in 0..2 {
            store
                .settle("a", Outcome::Done, Some(sent.clone()))
                .await
                .unwrap();
        }
        chained(store, YOUNG).await;
        let [only] = &all(store).await[..] else {
            panic!("not one entry");
        };
        assert_eq!((&*only.act, &*only.detail), ("mail_sent", "mail=link"));
    })
    .await;
}

#[tokio::test]
async fn what_is_deleted_leaves_a_record_and_a_trial_leaves_none() {
    on_every_store(async |store| {
        let old = |number| SavedJourney {
            changed_at: NOW.plus(-3 * DAY - 5),
            ..journey(number)
        };
        let begun = SavedJourney {
            changed_at: NOW.plus(-31 * DAY),
            ..changed(&journey(2), Stage::Opened)
        };
        let sent = submitted_at(&journey(3), "R3", NOW.plus(-99 * DAY));
        let rows = [old(1), begun, sent.clone()].map(Write::OpenJourney);
        written(store, rows).await;
        let taken = NOW.plus(-91 * DAY);
        written(store, [Write::HandOver(sent.id, taken)]).await;
        store
            .add_forms(vec![super::samples::form(4)])
            .await
            .unwrap();
        let retention = Retention {
            unverified_before: NOW.plus(-2 * DAY),
            unfinished_before: NOW.plus(-30 * DAY),
            handed_over_before: NOW.plus(-90 * DAY),
            unused_forms_before: NOW.plus(1),
            ..keeping_all()
        };
        store.purge(retention, NOW, Purge::Trial).await.unwrap();
        assert_eq!(store.audit_waiting().await.unwrap(), 0);
        store.purge(retention, NOW, Purge::ForGood).await.unwrap();
        store.purge(retention, NOW, Purge::ForGood).await.unwrap();
        chained(store, YOUNG).await;
        let mut told: Vec<_> = all(store)
            .await
            .into_iter()
            .map(|entry| (entry.act, entry.subject, entry.detail))
            .collect();
        told.sort_unstable();
        let deleted = |number, detail: &str| {
            let subject = journey(number).id.as_str().to_owned();
            ("deleted".to_owned(), subject, detail.to_owned())
        };
        let wanted = [
            deleted(1, "stage=registered days=3"),
            deleted(2, "stage=opened days=31"),
            deleted(3, "stage=submitted receipt=R3 days=91"),
            (
                "forms_deleted".to_owned(),
                String::new(),
                "count=1".to_owned(),
            ),
        ];
        assert_eq!(told, wanted);
    })
    .await;
}
