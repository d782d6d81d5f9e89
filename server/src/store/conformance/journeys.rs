//! Applications, forms, links: read back, changed by compare and swap, whole or not at all.

use futures_util::future::join_all;
use rules::application::Stage;

use super::on_every_store;
use super::samples::{
    DAY, NOW, changed, digest, due, form, is_conflict, journey, link, mail, names, opened,
    pictured, session, submitted, written,
};
use crate::store::{Jobs, SavedForm, SavedJourney, SavedLink, StoreError, Write};

#[tokio::test]
async fn an_application_is_read_back_as_it_was_written_at_every_stage() {
    on_every_store(async |store| {
        let first = opened(store, 1).await;
        assert_eq!(store.journey(&first.id).await.unwrap(), Some(first.clone()));
        let stages = [
            pictured(&first, "1/a.jpg.sealed"),
            SavedJourney {
                version: 3,
                ..changed(&first, Stage::Photographed)
            },
            SavedJourney {
                version: 4,
                ..changed(&first, Stage::Described)
            },
            SavedJourney {
                version: 5,
                ..submitted(&first, "C2D4F6H8J2K4")
            },
        ];
        for next in stages {
            written(store, [Write::ChangeJourney(next.clone())]).await;
            assert_eq!(store.journey(&first.id).await.unwrap(), Some(next));
        }
        assert_eq!(store.journey(&journey(2).id).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn the_second_of_two_changes_to_the_same_version_is_a_conflict() {
    on_every_store(async |store| {
        let first = opened(store, 1).await;
        let next = changed(&first, Stage::Opened);
        written(store, [Write::ChangeJourney(next.clone())]).await;
        let other = SavedJourney {
            sealed: vec![9],
            ..next.clone()
        };
        assert!(is_conflict(
            &store.commit(vec![Write::ChangeJourney(other)]).await
        ));
        assert_eq!(store.journey(&first.id).await.unwrap(), Some(next));
    })
    .await;
}

#[tokio::test]
async fn of_fifty_changes_side_by_side_one_is_taken() {
    on_every_store(async |store| {
        let first = opened(store, 1).await;
        let tries = (0..50).map(|sealed| {
            let next = SavedJourney {
                sealed: vec![sealed],
                ..changed(&first, Stage::Opened)
            };
            store.commit(vec![Write::ChangeJourney(next)])
        });
        let results = join_all(tries).await;
        assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 1);
        assert_eq!(
            results.iter().filter(|result| is_conflict(result)).count(),
            49
        );
        assert_eq!(store.journey(&first.id).await.unwrap().unwrap().version, 2);
    })
    .await;
}

#[tokio::test]
async fn a_change_to_an_application_that_is_gone_is_a_conflict() {
    on_every_store(async |store| {
        let change = Write::ChangeJourney(changed(&journey(1), Stage::Opened));
        assert!(is_conflict(&store.commit(vec![change]).await));
    })
    .await;
}

#[tokio::test]
async fn one_application_of_a_form_is_sent_in_and_the_second_is_told() {
    on_every_store(async |store| {
        let first = opened(store, 1).await;
        let second = SavedJourney {
            form_digest: first.form_digest,
            ..journey(2)
        };
        written(store, [Write::OpenJourney(second.clone())]).await;
        assert!(!store.is_submitted(&first.form_digest).await.unwrap());
        written(store, [Write::ChangeJourney(submitted(&first, "AAAA"))]).await;
        assert!(store.is_submitted(&first.form_digest).await.unwrap());
        assert!(!store.is_submitted(&digest(2)).await.unwrap());
        let late = store
            .commit(vec![Write::ChangeJourney(submitted(&second, "BBBB"))])
            .await;
        assert!(
            matches!(late, Err(StoreError::SubmittedAlready)),
            "{late:?}"
        );
        assert_eq!(store.journey(&second.id).await.unwrap(), Some(second));
    })
    .await;
}

#[tokio::test]
async fn a_submitted_application_is_found_by_its_receipt_number_only() {
    on_every_store(async |store| {
        let first = opened(store, 1).await;
        let done = submitted(&first, "AAAA");
        assert_eq!(store.journey_by_receipt("AAAA").await.unwrap(), None);
        written(store, [Write::ChangeJourney(done.clone())]).await;
        assert_eq!(store.journey_by_receipt("AAAA").await.unwrap(), Some(done));
        assert_eq!(store.journey_by_receipt("BBBB").await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn the_same_receipt_number_is_never_given_twice() {
    on_every_store(async |store| {
        let (first, second) = (opened(store, 1).await, opened(store, 2).await);
        written(store, [Write::ChangeJourney(submitted(&first, "AAAA"))]).await;
        let same = store
            .commit(vec![Write::ChangeJourney(submitted(&second, "AAAA"))])
            .await;
        assert!(matches!(same, Err(StoreError::Database(_))), "{same:?}");
    })
    .await;
}

#[tokio::test]
async fn a_list_of_writes_whose_last_one_conflicts_leaves_nothing() {
    on_every_store(async |store| {
        let known = opened(store, 1).await;
        let new = journey(2);
        let stale = SavedJourney {
            version: 9,
            ..changed(&known, Stage::Opened)
        };
        let writes = vec![
            Write::OpenJourney(new.clone()),
            Write::KeepSession(session(3)),
            Write::MakeLink(link(4, &new)),
            Write::Queue(mail("m", &new)),
            Write::ChangeJourney(stale),
        ];
        assert!(is_conflict(&store.commit(writes).await));
        assert_eq!(store.journey(&new.id).await.unwrap(), None);
        assert_eq!(store.session(&digest(3)).await.unwrap(), None);
        assert_eq!(store.link(&digest(4)).await.unwrap(), None);
        assert_eq!(
            names(&store.lease(Jobs::Mails, due(NOW, 9)).await.unwrap()),
            [""; 0]
        );
        assert_eq!(store.journey(&known.id).await.unwrap(), Some(known));
    })
    .await;
}

#[tokio::test]
async fn an_application_knows_its_photo_until_it_has_another() {
    on_every_store(async |store| {
        let first = opened(store, 1).await;
        let one = pictured(&first, "1/one.jpg.sealed");
        written(store, [Write::ChangeJourney(one.clone())]).await;
        assert!(store.is_photo_known("1/one.jpg.sealed").await.unwrap());
        written(
            store,
            [Write::ChangeJourney(pictured(&one, "1/two.jpg.sealed"))],
        )
        .await;
        assert!(!store.is_photo_known("1/one.jpg.sealed").await.unwrap());
        assert!(store.is_photo_known("1/two.jpg.sealed").await.unwrap());
    })
    .await;
}

#[tokio::test]
async fn forms_are_added_once_and_stay_as_they_were() {
    on_every_store(async |store| {
        assert_eq!(store.add_forms(vec![form(1), form(2)]).await.unwrap(), 2);
        let again = SavedForm {
            sealed: vec![9],
            ..form(2)
        };
        assert_eq!(store.add_forms(vec![again, form(3)]).await.unwrap(), 1);
        assert_eq!(store.form(&digest(2)).await.unwrap(), Some(form(2)));
        assert_eq!(store.form(&digest(4)).await.unwrap(), None);
        let newest = store.newest_forms(2).await.unwrap();
        assert_eq!(newest, [form(3), form(2)]);
    })
    .await;
}

#[tokio::test]
async fn a_newer_link_ends_the_older_one_of_its_application_only() {
    on_every_store(async |store| {
        let (first, second) = (opened(store, 1).await, opened(store, 2).await);
        written(
            store,
            [
                Write::MakeLink(link(1, &first)),
                Write::MakeLink(link(2, &second)),
            ],
        )
        .await;
        assert_eq!(store.link(&digest(1)).await.unwrap(), Some(link(1, &first)));
        written(store, [Write::MakeLink(link(3, &first))]).await;
        assert!(store.link(&digest(1)).await.unwrap().unwrap().ended);
        assert!(!store.link(&digest(2)).await.unwrap().unwrap().ended);
        assert!(!store.link(&digest(3)).await.unwrap().unwrap().ended);
    })
    .await;
}

#[tokio::test]
async fn a_link_made_again_lives_on_and_is_still_the_only_one() {
    on_every_store(async |store| {
        let first = opened(store, 1).await;
        written(store, [Write::MakeLink(link(1, &first))]).await;
        let later = SavedLink {
            until: NOW.plus(2 * DAY),
            ..link(1, &first)
        };
        written(store, [Write::MakeLink(later.clone())]).await;
        assert_eq!(store.link(&digest(1)).await.unwrap(), Some(later));
    })
    .await;
}

#[tokio::test]
async fn a_link_that_has_ended_is_not_made_again_and_ends_no_newer_one() {
    on_every_store(async |store| {
        let first = opened(store, 1).await;
        written(
            store,
            [
                Write::MakeLink(link(1, &first)),
                Write::MakeLink(link(2, &first)),
            ],
        )
        .await;
        assert!(is_conflict(
            &store.commit(vec![Write::MakeLink(link(1, &first))]).await
        ));
        assert!(!store.link(&digest(2)).await.unwrap().unwrap().ended);
    })
    .await;
}

#[tokio::test]
async fn a_late_mail_does_not_end_the_link_of_a_newer_one() {
    on_every_store(async |store| {
        let first = opened(store, 1).await;
        let older = link(9, &first);
        let newer = SavedLink {
            asked_at: NOW.plus(1),
            ..link(1, &first)
        };
        written(store, [Write::MakeLink(newer.clone())]).await;
        let late = store.commit(vec![Write::MakeLink(older)]).await;
        assert!(is_conflict(&late), "{late:?}");
        assert_eq!(store.link(&digest(1)).await.unwrap(), Some(newer));
        assert_eq!(store.link(&digest(9)).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn of_two_links_asked_for_in_one_second_the_same_lives_whichever_is_made_first() {
    on_every_store(async |store| {
        for (number, order) in [(1, [1, 2]), (2, [4, 3])] {
            let application = opened(store, number).await;
            for made in order {
                let _ = store
                    .commit(vec![Write::MakeLink(link(made, &application))])
                    .await;
            }
            let newest = order.into_iter().max().unwrap();
            assert!(!store.link(&digest(newest)).await.unwrap().unwrap().ended);
        }
    })
    .await;
}
