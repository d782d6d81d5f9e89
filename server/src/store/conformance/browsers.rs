//! Sessions, captchas: what belongs to one browser.

use futures_util::future::join_all;

use super::on_every_store;
use super::samples::{NOW, challenge, digest, is_conflict, kept, written};
use crate::store::{SavedChallenge, SavedSession, SealedTable, Which, Write};

#[tokio::test]
async fn a_session_is_read_back_as_it_was_written() {
    on_every_store(async |store| {
        let first = kept(store, 1).await;
        assert_eq!(store.session(&first.digest).await.unwrap(), Some(first));
        assert_eq!(store.session(&digest(2)).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn a_session_kept_again_is_replaced_whole() {
    on_every_store(async |store| {
        let first = kept(store, 1).await;
        let retired = SavedSession {
            created_at: NOW.plus(-86_000),
            seen_at: NOW.plus(5),
            sealed: vec![9],
            ..first
        };
        written(store, [Write::KeepSession(retired.clone())]).await;
        assert_eq!(store.session(&retired.digest).await.unwrap(), Some(retired));
    })
    .await;
}

#[tokio::test]
async fn a_session_changes_by_compare_and_swap() {
    on_every_store(async |store| {
        let first = kept(store, 1).await;
        let next = SavedSession {
            version: 2,
            sealed: vec![7],
            seen_at: NOW.plus(9),
            ..first.clone()
        };
        written(store, [Write::ChangeSession(next.clone())]).await;
        assert_eq!(
            store.session(&first.digest).await.unwrap(),
            Some(next.clone())
        );
        let stale = SavedSession {
            version: 2,
            sealed: vec![8],
            ..first
        };
        assert!(is_conflict(
            &store.commit(vec![Write::ChangeSession(stale)]).await
        ));
        assert_eq!(store.session(&next.digest).await.unwrap(), Some(next));
    })
    .await;
}

#[tokio::test]
async fn a_session_that_is_seen_again_keeps_what_it_holds() {
    on_every_store(async |store| {
        let first = kept(store, 1).await;
        written(store, [Write::SeeSession(first.digest, NOW.plus(70))]).await;
        let seen = SavedSession {
            seen_at: NOW.plus(70),
            ..first
        };
        assert_eq!(store.session(&seen.digest).await.unwrap(), Some(seen));
    })
    .await;
}

#[tokio::test]
async fn a_session_that_has_ended_stays_ended() {
    on_every_store(async |store| {
        let first = kept(store, 1).await;
        written(store, [Write::EndSession(first.digest)]).await;
        assert_eq!(store.session(&first.digest).await.unwrap(), None);
        let next = SavedSession {
            version: 2,
            ..first.clone()
        };
        assert!(is_conflict(
            &store.commit(vec![Write::ChangeSession(next)]).await
        ));
        written(
            store,
            [
                Write::SeeSession(first.digest, NOW),
                Write::EndSession(first.digest),
            ],
        )
        .await;
        assert_eq!(store.session(&first.digest).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn a_picture_authentication_is_used_once_also_in_fifty_at_once() {
    on_every_store(async |store| {
        let (picture, session) = (challenge("p"), digest(1));
        written(store, [Write::KeepChallenge(picture.clone())]).await;
        let drawn = store.draw_challenge("p", &session, 9).await.unwrap();
        assert_eq!(drawn, Some(picture.clone()));
        let uses = join_all((0..50).map(|_| store.use_challenge("p", &session))).await;
        let won: Vec<_> = uses.into_iter().filter_map(Result::unwrap).collect();
        assert_eq!(won, [picture]);
        let drawn = store.draw_challenge("p", &session, 9).await.unwrap();
        assert_eq!(drawn, None);
        assert_eq!(store.use_challenge("q", &session).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn a_picture_authentication_is_of_one_session_and_drawn_a_few_times() {
    on_every_store(async |store| {
        written(store, [Write::KeepChallenge(challenge("p"))]).await;
        let other = digest(2);
        let drawn = store.draw_challenge("p", &other, 9).await.unwrap();
        assert_eq!(drawn, None);
        assert_eq!(store.use_challenge("p", &other).await.unwrap(), None);
        let session = digest(1);
        let at_once = join_all((0..50).map(|_| store.draw_challenge("p", &session, 3))).await;
        let drawn = at_once.into_iter().filter_map(Result::unwrap).count();
        assert_eq!(drawn, 3);
        let used = store.use_challenge("p", &digest(1)).await.unwrap();
        assert_eq!(
            used,
            Some(challenge("p")),
            "it can be answered all the same"
        );
    })
    .await;
}

#[tokio::test]
async fn a_session_has_a_few_pictures_at_once_and_the_oldest_unused_one_goes() {
    on_every_store(async |store| {
        let session = kept(store, 1).await.digest;
        let at = |number: i64| SavedChallenge {
            until: NOW.plus(300 + number),
            ..challenge(&format!("p{number}"))
        };
        let mut of_another = challenge("q");
        of_another.session = digest(2);
        written(store, [Write::KeepChallenge(of_another)]).await;
        for number in 0..4 {
            written(store, [Write::KeepChallenge(at(number))]).await;
        }
        store.use_challenge("p2", &session).await.unwrap();
        // The one that is used up is in nobody's way; the oldest of the others goes next.
        for number in 4..6 {
            written(store, [Write::KeepChallenge(at(number))]).await;
        }
        let mut left = Vec::new();
        for number in 0..6 {
            let id = format!("p{number}");
            let drawn = store.draw_challenge(&id, &session, 9).await.unwrap();
            left.extend(drawn.map(|_| number));
        }
        assert_eq!(left, [1, 3, 4, 5]);
        let keeping = (6..56).map(|number| {
            let picture = Write::KeepChallenge(at(number));
            async move { store.commit(vec![picture]).await.unwrap() }
        });
        join_all(keeping).await;
        let rows = store.sealed_rows(SealedTable::Challenges, "", Which::All, 99);
        assert_eq!(rows.await.unwrap().len(), 4 + 1);
    })
    .await;
}
