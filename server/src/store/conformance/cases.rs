//! How cases stand with the office: columns apart from the last change.

use rules::application::CaseStage;

use super::on_every_store;
use super::samples::{
    DAY, NOW, decided, form, is_conflict, journey, keeping_all, submitted_at, written,
};
use crate::store::{
    Purge, Purged, Retention, SavedJourney, Store, StoreError, SubmissionPage, Write,
};

/// An application that was sent in at this second with the form of this number.
async fn sent_in(store: &dyn Store, number: u8, second: i64) -> SavedJourney {
    let receipt = format!("R{number}");
    let sent = submitted_at(&journey(number), &receipt, NOW.plus(second));
    store.add_forms(vec![form(number)]).await.unwrap();
    written(store, [Write::OpenJourney(sent.clone())]).await;
    sent
}

async fn receipts(store: &dyn Store, is_waiting: bool) -> Vec<String> {
    let page = SubmissionPage {
        after: None,
        is_waiting,
        at_most: 99,
    };
    let found = store.submissions(page).await.unwrap();
    found.into_iter().map(|one| one.receipt).collect()
}

#[tokio::test]
async fn what_changes_after_it_was_sent_in_keeps_its_moment_and_its_place() {
    on_every_store(async |store| {
        let rows = [sent_in(store, 1, 1).await, sent_in(store, 2, 2).await];
        let later = decided(&rows[0], CaseStage::Approved, Some(NOW.plus(DAY)));
        written(store, [Write::ChangeJourney(later.clone())]).await;
        let kept = store.journey(&later.id).await.unwrap().unwrap();
        assert_eq!(kept, later);
        assert_eq!(kept.case.unwrap().submitted_at, NOW.plus(1));
        assert_eq!(receipts(store, true).await, ["R1", "R2"]);
    })
    .await;
}

#[tokio::test]
async fn only_a_case_that_awaits_it_is_handed_over() {
    on_every_store(async |store| {
        for (number, stage) in (1..).zip(CaseStage::ALL) {
            let sent = sent_in(store, number, number.into()).await;
            let next = decided(&sent, stage, stage.frees_form().then_some(NOW));
            written(store, [Write::ChangeJourney(next)]).await;
            let receipt = format!("R{number}");
            let is_listed = receipts(store, true).await.contains(&receipt);
            assert_eq!(is_listed, stage.awaits_hand_over(), "{stage:?}");
            let told = store.commit(vec![Write::HandOver(sent.id, NOW)]).await;
            let is_taken = stage.awaits_hand_over() || stage == CaseStage::HandedOver;
            assert_eq!(told.is_ok(), is_taken, "{stage:?}: {told:?}");
            assert_eq!(is_conflict(&told), !is_taken, "{stage:?}: {told:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_form_that_was_given_free_is_applied_with_again_by_one() {
    on_every_store(async |store| {
        for (number, stage) in [(1, CaseStage::Expired), (2, CaseStage::Withdrawn)] {
            let sent = sent_in(store, number, 0).await;
            assert!(store.is_submitted(&sent.form_digest).await.unwrap());
            let again = |id: u8| SavedJourney {
                form_digest: sent.form_digest,
                ..submitted_at(&journey(id), &format!("A{id}"), NOW)
            };
            let early = store.commit(vec![Write::OpenJourney(again(10 + number))]);
            assert!(early.await.is_err());
            let free = decided(&sent, stage, Some(NOW));
            written(store, [Write::ChangeJourney(free)]).await;
            assert!(!store.is_submitted(&sent.form_digest).await.unwrap());
            written(store, [Write::OpenJourney(again(20 + number))]).await;
            assert!(store.is_submitted(&sent.form_digest).await.unwrap());
            let begun = SavedJourney {
                form_digest: sent.form_digest,
                ..journey(30 + number)
            };
            written(store, [Write::OpenJourney(begun.clone())]).await;
            let second = SavedJourney {
                form_digest: sent.form_digest,
                ..submitted_at(&begun, &format!("B{number}"), NOW)
            };
            let late = store.commit(vec![Write::ChangeJourney(second)]).await;
            assert!(
                matches!(late, Err(StoreError::SubmittedAlready)),
                "{late:?}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn what_was_given_up_goes_like_what_was_handed_over_and_its_form_stays() {
    on_every_store(async |store| {
        let retention = Retention {
            handed_over_before: NOW,
            ..keeping_all()
        };
        for (number, stage) in (1..).zip(CaseStage::ALL) {
            let sent = sent_in(store, number, 0).await;
            let last = Some(NOW.plus(-1)).filter(|_| stage.frees_form());
            written(store, [Write::ChangeJourney(decided(&sent, stage, last))]).await;
        }
        let young = sent_in(store, 20, 0).await;
        let young = decided(&young, CaseStage::Withdrawn, Some(NOW));
        written(store, [Write::ChangeJourney(young)]).await;
        let wanted = Purged {
            given_up: 2,
            ..Purged::default()
        };
        for purge in [Purge::Trial, Purge::ForGood] {
            let purged = store.purge(retention, NOW, purge).await.unwrap();
            assert_eq!(purged, Some(wanted), "{purge:?}");
        }
        for (number, stage) in (1..).zip(CaseStage::ALL) {
            let left = store.journey(&journey(number).id).await.unwrap();
            assert_eq!(left.is_some(), !stage.frees_form(), "{stage:?}");
            let form = store.form(&super::samples::digest(number)).await.unwrap();
            assert!(form.is_some(), "{stage:?}");
        }
    })
    .await;
}
