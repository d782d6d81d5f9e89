//! What is too old goes, with everything that belongs to it; photos are queued for removal.

use rules::Moment;
use rules::application::Stage;

use super::on_every_store;
use super::samples::{
    DAY, HOUR, NOW, ONE, challenge, changed, code, device, digest, due, given_up, journey,
    keeping_all, kept, link, mail, opened, pictured, submitted_at, written,
};
use crate::store::{
    Jobs, Purge, Purged, Retention, SavedChallenge, SavedJourney, SavedSession, Store, Taken, Write,
};

const RETENTION: Retention = Retention {
    unverified_before: Moment(NOW.0 - DAY),
    unfinished_before: Moment(NOW.0 - 30 * DAY),
    handed_over_before: Moment(NOW.0 - 90 * DAY),
    unused_forms_before: Moment(NOW.0 - 900 * DAY),
    sessions_before: Moment(NOW.0 - HOUR / 2),
    ended_before: Moment(NOW.0 - 30 * DAY),
};

/// Removes what is too old, for good.
async fn purged(store: &dyn Store, retention: Retention, now: Moment) -> Purged {
    let purged = store.purge(retention, now, Purge::ForGood).await.unwrap();
    purged.unwrap()
}

/// Applications at every stage that were changed last at this moment.
async fn at_every_stage(store: &dyn Store, first: u8, changed_at: Moment) -> Vec<SavedJourney> {
    let sample = |number| SavedJourney {
        created_at: changed_at,
        changed_at,
        ..journey(first + number)
    };
    let photo = |number: u8| format!("{}/photo.jpg.sealed", first + number);
    let rows = [
        sample(0),
        SavedJourney {
            changed_at,
            ..changed(&sample(1), Stage::Opened)
        },
        SavedJourney {
            changed_at,
            ..pictured(&sample(2), &photo(2))
        },
        SavedJourney {
            changed_at,
            photo_key: Some(photo(3)),
            ..changed(&sample(3), Stage::Photographed)
        },
        SavedJourney {
            changed_at,
            ..changed(&sample(4), Stage::Described)
        },
        submitted_at(&sample(5), &format!("R{first}"), changed_at),
    ];
    written(store, rows.clone().map(Write::OpenJourney)).await;
    rows.to_vec()
}

async fn stages_left(store: &dyn Store, journeys: &[SavedJourney]) -> Vec<&'static str> {
    let mut left = Vec::new();
    for journey in journeys {
        left.extend(
            store
                .journey(&journey.id)
                .await
                .unwrap()
                .map(|saved| saved.stage),
        );
    }
    left
}

#[tokio::test]
async fn an_unverified_application_goes_first_an_unfinished_one_later_a_submitted_one_stays() {
    on_every_store(async |store| {
        let day_old = at_every_stage(store, 10, NOW.plus(-DAY - 1)).await;
        let month_old = at_every_stage(store, 20, NOW.plus(-30 * DAY - 1)).await;
        let young = at_every_stage(store, 30, NOW.plus(-DAY)).await;
        let gone = purged(store, RETENTION, NOW).await;
        assert_eq!(
            gone,
            Purged {
                unverified: 2,
                unfinished: 4,
                ..Purged::default()
            }
        );
        let unfinished = [
            "opened",
            "pictured",
            "photographed",
            "described",
            "submitted",
        ];
        assert_eq!(stages_left(store, &day_old).await, unfinished);
        assert_eq!(stages_left(store, &month_old).await, ["submitted"]);
        assert_eq!(stages_left(store, &young).await.len(), 6);
    })
    .await;
}

#[tokio::test]
async fn an_application_of_exactly_the_allowed_age_stays() {
    on_every_store(async |store| {
        let oldest = at_every_stage(store, 10, NOW.plus(-30 * DAY)).await;
        purged(
            store,
            Retention {
                unverified_before: NOW.plus(-30 * DAY),
                ..RETENTION
            },
            NOW,
        )
        .await;
        assert_eq!(stages_left(store, &oldest).await.len(), 6);
    })
    .await;
}

#[tokio::test]
async fn the_photos_of_purged_applications_are_queued_for_removal_once() {
    on_every_store(async |store| {
        at_every_stage(store, 10, NOW.plus(-31 * DAY)).await;
        purged(store, RETENTION, NOW).await;
        purged(store, RETENTION, NOW).await;
        let removals = store.lease(Jobs::PhotoRemovals, due(NOW, 9)).await.unwrap();
        let mut keys: Vec<_> = removals
            .into_iter()
            .filter_map(|leased| leased.job.photo_key)
            .collect();
        keys.sort_unstable();
        assert_eq!(keys, ["12/photo.jpg.sealed", "13/photo.jpg.sealed"]);
        assert!(!store.is_photo_known("12/photo.jpg.sealed").await.unwrap());
    })
    .await;
}

#[tokio::test]
async fn links_devices_and_codes_go_with_their_application() {
    on_every_store(async |store| {
        let journey = SavedJourney {
            changed_at: NOW.plus(-2 * DAY),
            ..journey(1)
        };
        let browser = kept(store, 1).await;
        written(
            store,
            [
                Write::OpenJourney(journey.clone()),
                Write::MakeLink(link(1, &journey)),
                Write::KnowDevice(device(1, &journey)),
                Write::MakeCode(code(1, &browser, &journey)),
            ],
        )
        .await;
        purged(store, RETENTION, NOW).await;
        assert_eq!(store.link(&digest(1)).await.unwrap(), None);
        assert!(!store.knows_device(&device(1, &journey)).await.unwrap());
        assert_eq!(
            store
                .try_code(&browser.digest, &journey.id, NOW, 5)
                .await
                .unwrap(),
            None
        );
    })
    .await;
}

#[tokio::test]
async fn idle_sessions_go_and_used_ones_stay() {
    on_every_store(async |store| {
        let used = kept(store, 1).await;
        let idle = SavedSession {
            seen_at: NOW.plus(-HOUR),
            ..kept(store, 2).await
        };
        written(store, [Write::KeepSession(idle.clone())]).await;
        assert_eq!(purged(store, RETENTION, NOW).await.sessions, 1);
        assert_eq!(store.session(&idle.digest).await.unwrap(), None);
        assert_eq!(store.session(&used.digest).await.unwrap(), Some(used));
    })
    .await;
}

#[tokio::test]
async fn a_link_stays_a_while_after_its_end() {
    on_every_store(async |store| {
        let journey = opened(store, 1).await;
        written(store, [Write::MakeLink(link(1, &journey))]).await;
        let end = link(1, &journey).until;
        purged(
            store,
            Retention {
                ended_before: end,
                ..keeping_all()
            },
            NOW,
        )
        .await;
        assert!(store.link(&digest(1)).await.unwrap().is_some());
        purged(
            store,
            Retention {
                ended_before: end.plus(1),
                ..keeping_all()
            },
            NOW,
        )
        .await;
        assert_eq!(store.link(&digest(1)).await.unwrap(), None);
    })
    .await;
}

/// The picture "p", if it is there.
async fn drawn(store: &dyn Store) -> Option<SavedChallenge> {
    let drawn = store.draw_challenge("p", &digest(1), 9).await;
    drawn.unwrap()
}

#[tokio::test]
async fn pictures_and_allowances_go_as_soon_as_they_have_ended() {
    on_every_store(async |store| {
        written(store, [Write::KeepChallenge(challenge("p"))]).await;
        store.take(&digest(1), ONE, NOW).await.unwrap();
        purged(store, keeping_all(), NOW.plus(60)).await;
        assert!(drawn(store).await.is_some());
        assert_eq!(
            store.take(&digest(1), ONE, NOW).await.unwrap(),
            Taken::Wait(60)
        );
        purged(store, keeping_all(), NOW.plus(301)).await;
        assert_eq!(drawn(store).await, None);
        assert_eq!(
            store.take(&digest(1), ONE, NOW).await.unwrap(),
            Taken::Left(0)
        );
    })
    .await;
}

#[tokio::test]
async fn settled_jobs_go_and_waiting_ones_stay() {
    on_every_store(async |store| {
        let journey = opened(store, 1).await;
        written(
            store,
            [
                Write::Queue(mail("a", &journey)),
                Write::Queue(mail("b", &journey)),
            ],
        )
        .await;
        store.settle("a", given_up(), None).await.unwrap();
        purged(
            store,
            Retention {
                ended_before: NOW,
                ..keeping_all()
            },
            NOW,
        )
        .await;
        assert!(
            store
                .commit(vec![Write::Queue(mail("a", &journey))])
                .await
                .is_err(),
            "a failure stays visible"
        );
        let later = Retention {
            ended_before: NOW.plus(1),
            ..keeping_all()
        };
        purged(store, later, NOW.plus(1)).await;
        // Only what has gone may be queued again under the same name.
        assert!(
            store
                .commit(vec![Write::Queue(mail("b", &journey))])
                .await
                .is_err()
        );
        written(store, [Write::Queue(mail("a", &journey))]).await;
    })
    .await;
}
