//! The office takes over what was sent in; some time after that it goes, with its form.

use rules::Moment;
use rules::application::Stage;

use super::samples::{
    DAY, HOUR, NOW, changed, digest, due, form, handed_over, is_conflict, journey, keeping_all,
    opened, submitted_at, written,
};
use super::{on_every_pair, on_every_store};
use crate::store::{
    Jobs, Purge, Purged, Retention, SavedJourney, Store, Submission, SubmissionPage, Write,
};

/// An application that was sent in at this moment with the form of this number.
async fn sent_in(store: &dyn Store, number: u8, at: Moment) -> SavedJourney {
    let journey = SavedJourney {
        photo_key: Some(format!("{number}/photo.jpg.sealed")),
        ..submitted_at(&journey(number), &format!("R{number:02}"), at)
    };
    store.add_forms(vec![form(number)]).await.unwrap();
    written(store, [Write::OpenJourney(journey.clone())]).await;
    journey
}

async fn hand_over(store: &dyn Store, journey: &SavedJourney, at: Moment) {
    written(store, [Write::HandOver(journey.id.clone(), at)]).await;
}

fn page(after: Option<&Submission>, is_waiting: bool, at_most: u32) -> SubmissionPage<'_> {
    SubmissionPage {
        after,
        is_waiting,
        at_most,
    }
}

async fn listed(store: &dyn Store, is_waiting: bool) -> Vec<Submission> {
    let found = store.submissions(page(None, is_waiting, 99)).await;
    found.unwrap()
}

fn receipts(found: &[Submission]) -> Vec<&str> {
    found.iter().map(|one| one.receipt.as_str()).collect()
}

/// Nothing goes but what was handed over before this moment.
fn taken_before(moment: Moment) -> Retention {
    Retention {
        handed_over_before: moment,
        ..keeping_all()
    }
}

async fn purged(store: &dyn Store, retention: Retention) -> Purged {
    let purged = store.purge(retention, NOW, Purge::ForGood).await.unwrap();
    purged.unwrap()
}

#[tokio::test]
async fn what_was_sent_in_is_listed_in_the_order_it_came_and_page_by_page() {
    on_every_store(async |store| {
        opened(store, 9).await;
        for (number, at) in [(3, NOW), (2, NOW), (1, NOW.plus(1)), (4, NOW.plus(-1))] {
            sent_in(store, number, at).await;
        }
        let all = listed(store, false).await;
        assert_eq!(receipts(&all), ["R04", "R02", "R03", "R01"]);
        let mut pages = Vec::new();
        let mut last: Option<Submission> = None;
        loop {
            let next = store.submissions(page(last.as_ref(), true, 3)).await;
            let next = next.unwrap();
            if next.is_empty() {
                break;
            }
            last = next.last().cloned();
            pages.push(next);
        }
        assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [3, 1]);
        assert_eq!(pages.concat(), all);
    })
    .await;
}

#[tokio::test]
async fn the_first_moment_of_the_hand_over_stays() {
    on_every_store(async |store| {
        let journey = sent_in(store, 1, NOW).await;
        hand_over(store, &journey, NOW.plus(5)).await;
        hand_over(store, &journey, NOW.plus(9)).await;
        assert_eq!(listed(store, true).await, []);
        let [found] = &listed(store, false).await[..] else {
            panic!("one was sent in");
        };
        assert_eq!(found.handed_over_at, Some(NOW.plus(5)));
        let kept = store.journey(&journey.id).await.unwrap();
        assert_eq!(kept, Some(handed_over(&journey, NOW.plus(5))));
    })
    .await;
}

#[tokio::test]
async fn a_hand_over_is_never_earlier_than_what_is_handed_over() {
    on_every_store(async |store| {
        let journey = sent_in(store, 1, NOW).await;
        // The clock of the machine that hands over is years behind.
        hand_over(store, &journey, NOW.plus(-900 * DAY)).await;
        assert_eq!(listed(store, false).await[0].handed_over_at, Some(NOW));
    })
    .await;
}

#[tokio::test]
async fn only_what_was_sent_in_is_handed_over() {
    on_every_store(async |store| {
        let journey = opened(store, 1).await;
        let gone = Write::HandOver(super::samples::journey(2).id, NOW);
        let begun = Write::HandOver(journey.id.clone(), NOW);
        for write in [gone, begun] {
            assert!(is_conflict(&store.commit(vec![write]).await));
        }
        let later = changed(&journey, Stage::Opened);
        written(store, [Write::ChangeJourney(later)]).await;
        let retention = taken_before(NOW.plus(900 * DAY));
        assert_eq!(purged(store, retention).await, Purged::default());
    })
    .await;
}

#[tokio::test]
async fn exactly_what_is_due_goes_with_its_form_and_photo_and_what_waits_stays() {
    on_every_store(async |store| {
        let mut rows = Vec::new();
        for (number, taken) in [(1, Some(-1)), (2, Some(0)), (3, Some(1)), (4, None)] {
            let journey = sent_in(store, number, NOW.plus(-DAY)).await;
            if let Some(second) = taken {
                hand_over(store, &journey, NOW.plus(second)).await;
            }
            rows.push(journey);
        }
        let gone = purged(store, taken_before(NOW)).await;
        let wanted = Purged {
            handed_over: 1,
            ..Purged::default()
        };
        assert_eq!(gone, wanted);
        for (number, journey) in (1..).zip(&rows) {
            let is_left = number != 1;
            let found = store.journey(&journey.id).await.unwrap();
            assert_eq!(found.is_some(), is_left, "{number}");
            let form = store.form(&digest(number)).await.unwrap();
            assert_eq!(form.is_some(), is_left, "{number}");
        }
        let photos = due(NOW, 9);
        let removals = store.lease(Jobs::PhotoRemovals, photos).await.unwrap();
        assert_eq!(removals.len(), 1);
        assert_eq!(removals[0].job.photo_key, rows[0].photo_key);
    })
    .await;
}

#[tokio::test]
async fn with_a_form_goes_what_else_was_begun_with_it() {
    on_every_store(async |store| {
        let sent = sent_in(store, 1, NOW).await;
        hand_over(store, &sent, NOW).await;
        let mut others = Vec::new();
        for (number, form) in [(2, 1), (3, 3)] {
            let begun = SavedJourney {
                form_digest: digest(form),
                ..journey(number)
            };
            let begun = SavedJourney {
                version: 1,
                ..changed(&begun, Stage::Described)
            };
            written(store, [Write::OpenJourney(begun.clone())]).await;
            others.push(begun);
        }
        let gone = purged(store, taken_before(NOW.plus(1))).await;
        assert_eq!((gone.handed_over, gone.unfinished), (1, 1));
        assert_eq!(store.journey(&others[0].id).await.unwrap(), None);
        assert!(store.journey(&others[1].id).await.unwrap().is_some());
    })
    .await;
}

#[tokio::test]
async fn a_form_nobody_applied_with_goes_and_one_in_use_stays() {
    on_every_store(async |store| {
        store
            .add_forms(vec![form(1), form(2), form(3)])
            .await
            .unwrap();
        opened(store, 2).await;
        sent_in(store, 3, NOW).await;
        let before = |moment| Retention {
            unused_forms_before: moment,
            ..keeping_all()
        };
        assert_eq!(purged(store, before(NOW)).await.unused_forms, 0);
        assert_eq!(purged(store, before(NOW.plus(1))).await.unused_forms, 1);
        for (number, is_left) in [(1, false), (2, true), (3, true)] {
            let found = store.form(&digest(number)).await.unwrap();
            assert_eq!(found.is_some(), is_left, "{number}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_trial_counts_what_would_go_and_nothing_goes() {
    on_every_store(async |store| {
        let retention = Retention {
            unverified_before: NOW.plus(HOUR),
            unfinished_before: NOW.plus(HOUR),
            handed_over_before: NOW.plus(HOUR),
            unused_forms_before: NOW.plus(HOUR),
            sessions_before: NOW.plus(HOUR),
            ended_before: NOW,
        };
        let rows = [opened(store, 1).await, sent_in(store, 2, NOW).await];
        hand_over(store, &rows[1], NOW).await;
        let rows = [rows[0].clone(), handed_over(&rows[1], NOW)];
        store.add_forms(vec![form(4)]).await.unwrap();
        super::samples::kept(store, 5).await;
        let photos = due(NOW, 9);
        let trial = store.purge(retention, NOW, Purge::Trial).await.unwrap();
        for journey in &rows {
            let found = store.journey(&journey.id).await.unwrap();
            assert_eq!(found.as_ref(), Some(journey));
        }
        assert_eq!(store.lease(Jobs::PhotoRemovals, photos).await.unwrap(), []);
        let wanted = Purged {
            unverified: 1,
            unfinished: 0,
            handed_over: 1,
            given_up: 0,
            unused_forms: 1,
            sessions: 1,
        };
        assert_eq!(trial, Some(wanted));
        assert_eq!(purged(store, retention).await, wanted);
        assert_eq!(
            store
                .lease(Jobs::PhotoRemovals, photos)
                .await
                .unwrap()
                .len(),
            1
        );
    })
    .await;
}

#[tokio::test]
async fn hand_overs_of_two_processes_enter_one_moment() {
    on_every_pair(async |[one, other]| {
        let journey = sent_in(one, 1, NOW).await;
        let entry = |second| vec![Write::HandOver(journey.id.clone(), NOW.plus(second))];
        let both = tokio::join!(one.commit(entry(1)), other.commit(entry(2)));
        assert!(both.0.is_ok() && both.1.is_ok(), "{both:?}");
        let first = listed(one, false).await;
        hand_over(other, &journey, NOW.plus(3)).await;
        assert_eq!(listed(other, false).await, first);
    })
    .await;
}
