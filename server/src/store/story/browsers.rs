//! Sessions, device codes, picture authentications: what belongs to one browser.

use futures_util::future::join_all;

use super::on_every_store;
use super::samples::{
    NOW, challenge, code, digest, is_conflict, journey, kept, opened, session, written,
};
use crate::store::{SavedChallenge, SavedCode, SavedSession, SealedTable, Store, Which, Write};

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

async fn tried(store: &dyn Store, code: &SavedCode, at_most: u32) -> Option<SavedCode> {
    store
        .try_code(&code.session, &code.journey, NOW, at_most)
        .await
        .unwrap()
}

/// A device code that is in the store.
async fn asked(store: &dyn Store) -> SavedCode {
    let (browser, application) = (kept(store, 1).await, opened(store, 1).await);
    let code = code(1, &browser, &application);
    written(store, [Write::MakeCode(code.clone())]).await;
    code
}

fn used(code: &SavedCode) -> Write {
    Write::EndCode {
        session: code.session,
        journey: code.journey.clone(),
    }
}

#[tokio::test]
async fn a_device_code_is_given_out_for_so_many_tries_and_no_more() {
    on_every_store(async |store| {
        let code = asked(store).await;
        for _ in 0..5 {
            assert_eq!(tried(store, &code, 5).await, Some(code.clone()));
        }
        assert_eq!(tried(store, &code, 5).await, None);
    })
    .await;
}

#[tokio::test]
async fn two_hundred_tries_side_by_side_are_not_more_than_five() {
    on_every_store(async |store| {
        let code = asked(store).await;
        let tries = join_all((0..200).map(|_| tried(store, &code, 5))).await;
        assert_eq!(tries.iter().flatten().count(), 5);
    })
    .await;
}

#[tokio::test]
async fn of_fifty_who_use_a_code_up_side_by_side_one_succeeds() {
    on_every_store(async |store| {
        let code = asked(store).await;
        let results = join_all((0..50).map(|_| store.commit(vec![used(&code)]))).await;
        assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 1);
        assert_eq!(tried(store, &code, 5).await, None);
    })
    .await;
}

#[tokio::test]
async fn a_device_code_is_for_its_browser_its_application_and_its_time() {
    on_every_store(async |store| {
        let code = asked(store).await;
        let other = SavedCode {
            session: digest(2),
            ..code.clone()
        };
        assert_eq!(tried(store, &other, 5).await, None);
        let other = SavedCode {
            journey: journey(2).id,
            ..code.clone()
        };
        assert_eq!(tried(store, &other, 5).await, None);
        let late = store
            .try_code(&code.session, &code.journey, code.until, 5)
            .await
            .unwrap();
        assert_eq!(late, None);
        let last = store
            .try_code(&code.session, &code.journey, code.until.plus(-1), 5)
            .await
            .unwrap();
        assert_eq!(last, Some(code));
    })
    .await;
}

#[tokio::test]
async fn a_new_device_code_ends_the_one_before_and_has_tries_of_its_own() {
    on_every_store(async |store| {
        let first = asked(store).await;
        for _ in 0..5 {
            tried(store, &first, 5).await;
        }
        let second = SavedCode {
            digest: digest(9),
            ..first
        };
        written(store, [Write::MakeCode(second.clone())]).await;
        assert_eq!(tried(store, &second, 5).await, Some(second));
    })
    .await;
}

#[tokio::test]
async fn the_same_device_code_made_again_has_no_new_tries() {
    on_every_store(async |store| {
        let code = asked(store).await;
        for _ in 0..5 {
            tried(store, &code, 5).await;
        }
        written(store, [Write::MakeCode(code.clone())]).await;
        assert_eq!(tried(store, &code, 5).await, None);
    })
    .await;
}

#[tokio::test]
async fn the_end_of_a_session_ends_the_device_codes_it_asked_for() {
    on_every_store(async |store| {
        let code = asked(store).await;
        written(store, [Write::EndSession(code.session)]).await;
        written(store, [Write::KeepSession(session(1))]).await;
        assert_eq!(tried(store, &code, 5).await, None);
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

#[tokio::test]
async fn a_late_mail_does_not_replace_the_code_of_a_newer_one() {
    on_every_store(async |store| {
        let older = asked(store).await;
        let newer = SavedCode {
            digest: digest(9),
            mail: "00".to_owned(),
            asked_at: NOW.plus(1),
            ..older.clone()
        };
        written(store, [Write::MakeCode(newer.clone())]).await;
        assert!(tried(store, &newer, 1).await.is_some());
        let late = store.commit(vec![Write::MakeCode(older)]).await;
        assert!(matches!(late, Err(crate::store::StoreError::Conflict)));
        assert_eq!(
            tried(store, &newer, 1).await,
            None,
            "its tries stay counted"
        );
    })
    .await;
}
