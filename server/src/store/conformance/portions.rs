//! What is too old goes in portions, of whatever kind it is.

use std::collections::BTreeMap;

use futures_util::future::try_join_all;
use rules::application::{MailKind, Stage};

use super::on_every_store;
use super::samples::{
    DAY, HOUR, NOW, ONE, challenge, changed, given_up, journey, keeping_all, link, mail, opened,
    session, submitted_at, written,
};
use crate::seal::Digest;
use crate::store::due::PORTION;
use crate::store::{
    JobKind, JourneyId, Purge, Purged, Retention, SavedForm, SavedJourney, SavedLink, SavedSession,
    Snapshot, Store, Taking, Write,
};

/// One more than goes at once.
pub(in crate::store) const MANY: u32 = PORTION + 1;

/// Everything [`many`] wrote is too old but one application, which came last.
pub(in crate::store) const ALL_BUT_ONE: Retention = Retention {
    unverified_before: NOW,
    unfinished_before: NOW,
    handed_over_before: NOW,
    unused_forms_before: NOW,
    sessions_before: NOW,
    ended_before: NOW,
};

fn name(of: u8, number: u32) -> Digest {
    let mut digest = [of; 32];
    digest[28..].copy_from_slice(&number.to_be_bytes());
    digest
}

/// An application of its own, with a form of its own.
fn numbered(of: u8, number: u32) -> SavedJourney {
    SavedJourney {
        id: JourneyId::from_row(hex::encode(&name(of, number)[16..])),
        form_digest: name(of, number),
        created_at: NOW.plus(-HOUR),
        changed_at: NOW.plus(-HOUR),
        ..journey(1)
    }
}

fn unfinished(of: u8, number: u32) -> SavedJourney {
    let begun = numbered(of, number);
    SavedJourney {
        photo_key: Some(format!("{of}/{number}.jpg.sealed")),
        changed_at: begun.changed_at,
        ..changed(&begun, Stage::Photographed)
    }
}

/// An application that was handed over.
fn taken(of: u8, number: u32) -> [Write; 2] {
    let begun = numbered(of, number);
    let sent = submitted_at(&begun, &format!("R{of}-{number}"), begun.changed_at);
    let id = sent.id.clone();
    [
        Write::OpenJourney(sent),
        Write::HandOver(id, NOW.plus(-HOUR)),
    ]
}

fn issued(of: u8, number: u32) -> SavedForm {
    SavedForm {
        digest: name(of, number),
        sealed: vec![3],
        issued_at: NOW.plus(-DAY),
    }
}

/// More of every kind than a portion.
pub(in crate::store) async fn many(store: &dyn Store) {
    let stays = opened(store, 1).await;
    let (first, ended) = (0..MANY, NOW.plus(-2 * HOUR));
    let mut forms: Vec<_> = first.clone().map(|number| issued(3, number)).collect();
    forms.extend(first.clone().map(|number| issued(4, number)));
    store.add_forms(forms).await.unwrap();
    let mut writes = Vec::new();
    for number in first.clone() {
        writes.push(Write::OpenJourney(numbered(1, number)));
        writes.push(Write::OpenJourney(unfinished(2, number)));
        writes.extend(taken(3, number));
        // Young, and begun with the form of one that was handed over.
        writes.push(Write::OpenJourney(SavedJourney {
            form_digest: name(3, 0),
            changed_at: NOW,
            ..numbered(5, number)
        }));
        writes.push(Write::KeepSession(SavedSession {
            digest: name(1, number),
            seen_at: NOW.plus(-HOUR),
            ..session(1)
        }));
        writes.push(Write::MakeLink(SavedLink {
            digest: name(1, number),
            until: ended,
            ..link(1, &stays)
        }));
        let mut drawn = challenge(&format!("p{number}"));
        (drawn.session, drawn.until) = (name(2, number), ended);
        writes.push(Write::KeepChallenge(drawn));
        let mut job = mail(&format!("m{number}"), &stays);
        (job.kind, job.queued_at) = (JobKind::Mail(MailKind::Received), ended);
        writes.push(Write::Queue(job));
        let key = name(7, number);
        let taking = Taking {
            key,
            allowance: ONE,
            now: ended,
        };
        writes.push(Write::Within(taking, Vec::new()));
    }
    // A database that is busy besides does not take all of it within one transaction's time.
    for some in writes.chunks(900) {
        written(store, some.to_vec()).await;
    }
    let settled = first.map(|number| async move {
        let id = format!("m{number}");
        store.settle(&id, given_up(), None).await
    });
    try_join_all(settled).await.unwrap();
}

async fn rows(store: &dyn Store) -> BTreeMap<String, u64> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("copy.sqlite");
    store.snapshot(&file).await.unwrap();
    Snapshot::open(&file).await.unwrap().rows().await.unwrap()
}

#[tokio::test]
async fn more_than_a_portion_goes_and_a_trial_counts_the_same_and_changes_nothing() {
    on_every_store(async |store| {
        many(store).await;
        let before = rows(store).await;
        let many = u64::from(MANY);
        let expected = Some(Purged {
            // With those of the form that was handed over.
            unverified: 2 * many,
            unfinished: many,
            handed_over: many,
            given_up: 0,
            unused_forms: many,
            sessions: many,
        });
        let trial = store.purge(ALL_BUT_ONE, NOW, Purge::Trial).await.unwrap();
        assert_eq!(trial, expected);
        assert_eq!(rows(store).await, before);
        let purged = store.purge(ALL_BUT_ONE, NOW, Purge::ForGood).await.unwrap();
        assert_eq!(purged, expected);
        let after = rows(store).await;
        let left = |table: &str| after[table];
        assert_eq!(left("journeys"), 1);
        for table in ["forms", "sessions", "links", "challenges", "allowances"] {
            assert_eq!(left(table), 0, "{table}");
        }
        assert_eq!(left("outbox"), many, "the removals of the photos");
        // One for each application, and one for each portion of forms.
        assert_eq!(left("audit_inbox"), 4 * many + 2);
        for purge in [Purge::Trial, Purge::ForGood] {
            let again = store.purge(keeping_all(), NOW, purge).await.unwrap();
            assert_eq!(again, Some(Purged::default()));
        }
    })
    .await;
}

#[tokio::test]
async fn a_form_is_counted_as_unused_when_all_that_was_begun_with_it_goes() {
    on_every_store(async |store| {
        store
            .add_forms((0..3).map(|number| issued(1, number)).collect())
            .await
            .unwrap();
        let young = SavedJourney {
            changed_at: NOW,
            form_digest: name(1, 1),
            ..numbered(2, 1)
        };
        let writes = [0, 1].map(|number| Write::OpenJourney(numbered(1, number)));
        written(store, writes).await;
        written(store, [Write::OpenJourney(young)]).await;
        let expected = Some(Purged {
            unverified: 2,
            unused_forms: 2,
            ..Purged::default()
        });
        for purge in [Purge::Trial, Purge::ForGood] {
            let told = store.purge(ALL_BUT_ONE, NOW, purge).await.unwrap();
            assert_eq!(told, expected, "{purge:?}");
        }
    })
    .await;
}
