//! The outbox: leased by one worker at a time, settled, tried again.

use futures_util::future::join_all;

use rules::application::MailKind;

use super::on_every_store;
use super::samples::{
    DAY, NOW, again, digest, due, given_up, mail, names, opened, removal, written,
};
use crate::outbox::{Leased, Outcome};
use crate::store::{JobKind, Jobs, Queued, SavedJourney, SealedTable, Store, Which, Write};

#[tokio::test]
async fn a_job_is_leased_as_it_was_queued() {
    on_every_store(async |store| {
        let journey = opened(store, 1).await;
        let link = mail("a", &journey);
        let code = Queued {
            kind: JobKind::Mail(MailKind::DeviceCode),
            session: Some(digest(1)),
            due_at: NOW.plus(1),
            ..mail("b", &journey)
        };
        let received = Queued {
            kind: JobKind::Mail(MailKind::Received),
            due_at: NOW.plus(2),
            ..mail("c", &journey)
        };
        for job in [&link, &code, &received] {
            written(store, [Write::Queue(job.clone())]).await;
        }
        let mut leased = store.lease(Jobs::Mails, due(NOW.plus(2), 9)).await.unwrap();
        leased.sort_by_key(|leased| leased.job.due_at);
        let jobs = [link, code, received].map(|job| Leased { job, tries: 0 });
        assert_eq!(leased, jobs);
    })
    .await;
}

#[tokio::test]
async fn a_job_is_not_leased_before_it_is_due() {
    on_every_store(async |store| {
        let journey = opened(store, 1).await;
        written(
            store,
            [Write::Queue(Queued {
                due_at: NOW.plus(60),
                ..mail("a", &journey)
            })],
        )
        .await;
        assert!(
            store
                .lease(Jobs::Mails, due(NOW.plus(59), 9))
                .await
                .unwrap()
                .is_empty()
        );
        assert_eq!(
            names(
                &store
                    .lease(Jobs::Mails, due(NOW.plus(60), 9))
                    .await
                    .unwrap()
            ),
            ["a"]
        );
    })
    .await;
}

#[tokio::test]
async fn workers_side_by_side_never_get_the_same_job() {
    on_every_store(async |store| {
        let journey = opened(store, 1).await;
        for number in 0..30 {
            written(
                store,
                [Write::Queue(mail(&format!("{number:02}"), &journey))],
            )
            .await;
        }
        let loads = join_all((0..8).map(|_| store.lease(Jobs::Mails, due(NOW, 5)))).await;
        let mut all: Vec<_> = loads
            .into_iter()
            .flat_map(Result::unwrap)
            .map(|leased| leased.job.id)
            .collect();
        all.sort_unstable();
        let expected: Vec<_> = (0..30).map(|number| format!("{number:02}")).collect();
        assert_eq!(all, expected);
    })
    .await;
}

#[tokio::test]
async fn the_longest_waiting_jobs_are_leased_first() {
    on_every_store(async |store| {
        let journey = opened(store, 1).await;
        for (name, age) in [("young", 1), ("old", 30), ("middle", 20)] {
            let job = Queued {
                due_at: NOW.plus(-age),
                ..mail(name, &journey)
            };
            written(store, [Write::Queue(job)]).await;
        }
        assert_eq!(
            names(&store.lease(Jobs::Mails, due(NOW, 2)).await.unwrap()),
            ["middle", "old"]
        );
        assert_eq!(
            names(&store.lease(Jobs::Mails, due(NOW, 2)).await.unwrap()),
            ["young"]
        );
    })
    .await;
}

#[tokio::test]
async fn a_lease_that_runs_out_is_given_to_the_next_worker() {
    on_every_store(async |store| {
        let journey = opened(store, 1).await;
        written(store, [Write::Queue(mail("a", &journey))]).await;
        assert_eq!(
            names(&store.lease(Jobs::Mails, due(NOW, 9)).await.unwrap()),
            ["a"]
        );
        assert!(
            store
                .lease(Jobs::Mails, due(NOW.plus(179), 9))
                .await
                .unwrap()
                .is_empty()
        );
        assert_eq!(
            names(
                &store
                    .lease(Jobs::Mails, due(NOW.plus(180), 9))
                    .await
                    .unwrap()
            ),
            ["a"]
        );
    })
    .await;
}

#[tokio::test]
async fn a_job_to_be_tried_again_comes_when_it_is_due_and_counts_its_tries() {
    on_every_store(async |store| {
        let journey = opened(store, 1).await;
        written(store, [Write::Queue(mail("a", &journey))]).await;
        for round in 0..3 {
            let now = NOW.plus(i64::from(round) * 30);
            let leased = store.lease(Jobs::Mails, due(now, 9)).await.unwrap();
            assert_eq!(leased.first().map(|leased| leased.tries), Some(round));
            store.settle("a", again(now.plus(30)), None).await.unwrap();
            assert!(
                store
                    .lease(Jobs::Mails, due(now.plus(29), 9))
                    .await
                    .unwrap()
                    .is_empty()
            );
        }
    })
    .await;
}

#[tokio::test]
async fn a_settled_job_never_comes_again() {
    on_every_store(async |store| {
        let journey = opened(store, 1).await;
        for (name, outcome) in [
            ("a", Outcome::Done),
            ("b", Outcome::Dropped),
            ("c", given_up()),
        ] {
            written(store, [Write::Queue(mail(name, &journey))]).await;
            store.lease(Jobs::Mails, due(NOW, 9)).await.unwrap();
            store.settle(name, outcome, None).await.unwrap();
            store.settle(name, again(NOW), None).await.unwrap();
        }
        assert!(
            store
                .lease(Jobs::Mails, due(NOW.plus(DAY), 9))
                .await
                .unwrap()
                .is_empty()
        );
    })
    .await;
}

#[tokio::test]
async fn removals_of_photos_and_mails_are_leased_apart() {
    on_every_store(async |store| {
        let journey = opened(store, 1).await;
        let removal = removal("photo", &journey);
        written(
            store,
            [
                Write::Queue(mail("mail", &journey)),
                Write::Queue(removal.clone()),
            ],
        )
        .await;
        assert_eq!(
            names(&store.lease(Jobs::Mails, due(NOW, 9)).await.unwrap()),
            ["mail"]
        );
        let photos = store.lease(Jobs::PhotoRemovals, due(NOW, 9)).await.unwrap();
        assert_eq!(
            photos,
            [Leased {
                job: removal,
                tries: 0
            }]
        );
    })
    .await;
}

#[tokio::test]
async fn the_same_job_is_not_queued_twice() {
    on_every_store(async |store| {
        let journey = opened(store, 1).await;
        written(store, [Write::Queue(mail("a", &journey))]).await;
        assert!(
            store
                .commit(vec![Write::Queue(mail("a", &journey))])
                .await
                .is_err()
        );
    })
    .await;
}

/// The secrets that mails keep, by their names.
async fn secrets(store: &dyn Store) -> Vec<(String, Vec<u8>)> {
    let rows = store.sealed_rows(SealedTable::Outbox, "", Which::All, 9);
    let rows = rows.await.unwrap().into_iter();
    rows.map(|row| (row.row, row.sealed)).collect()
}

/// A mail as the version before left it.
fn without_secret(name: &str, journey: &SavedJourney) -> Write {
    Write::Queue(Queued {
        secret: None,
        ..mail(name, journey)
    })
}

#[tokio::test]
async fn the_first_secret_a_mail_is_given_stays_also_of_many_given_side_by_side() {
    on_every_store(async |store| {
        let journey = opened(store, 1).await;
        let has_one = Write::Queue(mail("b", &journey));
        written(store, [without_secret("a", &journey), has_one]).await;
        let given = join_all((10..30).map(|secret| store.give_secret("a", vec![secret]))).await;
        let mut given: Vec<_> = given.into_iter().map(Result::unwrap).collect();
        given.dedup();
        let [Some(kept)] = &given[..] else {
            panic!("{given:?}")
        };
        let leased = store.lease(Jobs::Mails, due(NOW, 9)).await.unwrap();
        let of_a = leased.iter().find(|leased| leased.job.id == "a").unwrap();
        assert_eq!(of_a.job.secret.as_ref(), Some(kept));
        let kept = store.give_secret("b", vec![9]).await.unwrap();
        assert_eq!(kept, Some(vec![5]), "the one it was queued with");
        assert_eq!(store.give_secret("c", vec![9]).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn a_settled_mail_has_no_secret_and_is_given_none_until_it_is_put_back() {
    on_every_store(async |store| {
        let journey = opened(store, 1).await;
        for (name, outcome) in [
            ("a", Outcome::Done),
            ("b", Outcome::Dropped),
            ("c", given_up()),
            ("d", again(NOW.plus(30))),
        ] {
            written(store, [Write::Queue(mail(name, &journey))]).await;
            store.settle(name, outcome, None).await.unwrap();
        }
        let left = [("d".to_owned(), vec![5])];
        assert_eq!(secrets(store).await, left);
        for name in ["a", "b", "c"] {
            let given = store.give_secret(name, vec![9]).await.unwrap();
            assert_eq!(given, None, "{name}");
        }
        assert_eq!(secrets(store).await, left);
        assert!(store.bounce("a", "unknown").await.unwrap());
        assert_eq!(store.put_back(None, NOW).await.unwrap(), 2);
        assert_eq!(secrets(store).await, left, "put back without the old one");
        let given = store.give_secret("c", vec![9]).await.unwrap();
        assert_eq!(given, Some(vec![9]));
    })
    .await;
}
