//! What the operator sees of the outbox and does to it.

use super::on_every_store;
use super::samples::{NOW, again, due, given_up, journey, mail, names, opened, removal, written};
use crate::outbox::Outcome;
use crate::store::{Jobs, OpenJob, OpenJobs, Queued, Store, Write};

/// Three mails and a removal: one mail waits for its second try, one was given up, one is
/// done; the removal was given up.
async fn one_of_each(store: &dyn Store) {
    let journey = opened(store, 1).await;
    for (name, outcome) in [
        ("again", again(NOW.plus(30))),
        ("failed", given_up()),
        ("done", Outcome::Done),
    ] {
        written(store, [Write::Queue(mail(name, &journey))]).await;
        store.lease(Jobs::Mails, due(NOW, 9)).await.unwrap();
        store.settle(name, outcome, None).await.unwrap();
    }
    written(store, [Write::Queue(removal("photo", &journey))]).await;
    store.settle("photo", given_up(), None).await.unwrap();
}

fn open(id: &str, has_failed: bool, due_at: i64, reason: &str) -> OpenJob {
    OpenJob {
        id: id.to_owned(),
        kind: "link".to_owned(),
        has_failed,
        tries: 1,
        queued_at: NOW,
        due_at: NOW.plus(due_at),
        reason: Some(reason.to_owned()),
    }
}

#[tokio::test]
async fn what_waits_and_what_was_given_up_is_listed_with_the_reason() {
    on_every_store(async |store| {
        one_of_each(store).await;
        let photo = OpenJob {
            kind: "discard_photo".to_owned(),
            ..open("photo", true, 0, "never")
        };
        let again = open("again", false, 30, "not now");
        // Each link of an application is asked for after the one before.
        let failed = OpenJob {
            queued_at: NOW.plus(1),
            ..open("failed", true, 0, "never")
        };
        let listed = store.open_jobs(9).await.unwrap();
        assert_eq!(listed, [again.clone(), photo, failed]);
        assert_eq!(store.open_jobs(1).await.unwrap(), [again]);
    })
    .await;
}

#[tokio::test]
async fn a_mail_that_was_never_tried_has_no_reason() {
    on_every_store(async |store| {
        let journey = opened(store, 1).await;
        written(store, [Write::Queue(mail("new", &journey))]).await;
        let listed = store.open_jobs(9).await.unwrap();
        let told: Vec<_> = listed.iter().map(|job| (job.tries, &job.reason)).collect();
        assert_eq!(told, [(0, &None)]);
    })
    .await;
}

#[tokio::test]
async fn they_are_counted_by_kind_and_since_when_the_first_is_due() {
    on_every_store(async |store| {
        assert_eq!(store.count_open_jobs().await.unwrap(), []);
        one_of_each(store).await;
        let journey = journey(1);
        let late = Queued {
            due_at: NOW.plus(-60),
            ..mail("late", &journey)
        };
        written(store, [Write::Queue(late)]).await;
        let mut counts = store.count_open_jobs().await.unwrap();
        counts.sort_by_key(|jobs| (jobs.kind.clone(), jobs.have_failed));
        let counted = |kind: &str, have_failed, count, due_at| OpenJobs {
            kind: kind.to_owned(),
            have_failed,
            count,
            first_due_at: NOW.plus(due_at),
        };
        assert_eq!(
            counts,
            [
                counted("discard_photo", true, 1, 0),
                counted("link", false, 2, -60),
                counted("link", true, 1, 0),
            ]
        );
    })
    .await;
}

#[tokio::test]
async fn a_mail_given_up_is_put_back_and_tried_as_if_it_were_new() {
    on_every_store(async |store| {
        one_of_each(store).await;
        let later = NOW.plus(5);
        for not_failed in ["again", "done", "photo", "unknown"] {
            let put_back = store.put_back(Some(not_failed), later).await.unwrap();
            assert_eq!(put_back, 0, "{not_failed}");
        }
        assert_eq!(store.put_back(Some("failed"), later).await.unwrap(), 1);
        let leased = store.lease(Jobs::Mails, due(later, 9)).await.unwrap();
        assert_eq!(names(&leased), ["failed"]);
        assert_eq!(leased.first().map(|leased| leased.tries), Some(0));
        assert_eq!(store.put_back(None, later).await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn all_mails_given_up_are_put_back_at_once_and_removals_are_not() {
    on_every_store(async |store| {
        one_of_each(store).await;
        assert!(store.bounce("done", "5.1.1").await.unwrap());
        assert_eq!(store.put_back(None, NOW).await.unwrap(), 2);
        let leased = store.lease(Jobs::Mails, due(NOW, 9)).await.unwrap();
        let mut names = names(&leased);
        names.sort_unstable();
        assert_eq!(names, ["done", "failed"]);
    })
    .await;
}

#[tokio::test]
async fn a_mail_that_came_back_counts_as_given_up() {
    on_every_store(async |store| {
        one_of_each(store).await;
        for nothing_sent in ["again", "photo", "unknown"] {
            assert!(!store.bounce(nothing_sent, "5.1.1").await.unwrap());
        }
        assert!(store.bounce("done", "5.1.1").await.unwrap());
        let listed = store.open_jobs(9).await.unwrap();
        let bounced = listed.iter().find(|job| job.id == "done").unwrap();
        assert_eq!(
            (bounced.has_failed, bounced.reason.as_deref()),
            (true, Some("5.1.1"))
        );
    })
    .await;
}
