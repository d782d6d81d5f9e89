//! Device codes: how often one is tried, and which one of several is in force.

use futures_util::future::join_all;

use rules::application::MailKind;

use super::on_every_store;
use super::samples::{
    NOW, code, digest, due, is_conflict, journey, kept, mail, opened, session, written,
};
use crate::outbox::Outcome;
use crate::store::{JobKind, Jobs, Queued, SavedCode, Store, Write};

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

/// Device codes that one browser asked for, oldest first, as the worker finds them.
async fn waiting(store: &dyn Store, names: &[&str]) -> Vec<SavedCode> {
    let (browser, application) = (kept(store, 1).await, opened(store, 1).await);
    for name in names {
        let job = Queued {
            kind: JobKind::Mail(MailKind::DeviceCode),
            session: Some(browser.digest),
            ..mail(name, &application)
        };
        written(store, [Write::Queue(job)]).await;
    }
    let leased = store.lease(Jobs::Mails, due(NOW, 9)).await.unwrap();
    let of = |name: &&str| {
        let job = leased.iter().find(|leased| leased.job.id == **name);
        SavedCode {
            asked_at: job.unwrap().job.queued_at,
            mail: (*name).to_owned(),
            digest: [name.as_bytes()[0]; 32],
            ..code(1, &browser, &application)
        }
    };
    names.iter().map(of).collect()
}

#[tokio::test]
async fn a_late_mail_does_not_replace_the_code_of_a_newer_one_that_was_asked_for_in_its_second() {
    on_every_store(async |store| {
        // Their names are in another order.
        let [first, second, third] = &waiting(store, &["b", "c", "a"]).await[..] else {
            panic!("three were asked for");
        };
        for one in [first, second, third] {
            written(store, [Write::MakeCode(one.clone())]).await;
            assert_eq!(
                tried(store, one, 1).await.as_ref(),
                Some(one),
                "it is in force"
            );
        }
        for late in [first, second] {
            let late = store.commit(vec![Write::MakeCode(late.clone())]).await;
            assert!(is_conflict(&late), "{late:?}");
        }
        written(store, [Write::MakeCode(third.clone())]).await;
        assert_eq!(tried(store, third, 1).await, None, "its tries stay counted");
    })
    .await;
}

#[tokio::test]
async fn a_code_asked_for_when_the_one_before_is_settled_is_newer_all_the_same() {
    on_every_store(async |store| {
        let first = waiting(store, &["b"]).await.remove(0);
        written(store, [Write::MakeCode(first.clone())]).await;
        store.settle("b", Outcome::Done, None).await.unwrap();
        let job = Queued {
            kind: JobKind::Mail(MailKind::DeviceCode),
            session: Some(first.session),
            journey: first.journey.clone(),
            ..mail("a", &journey(1))
        };
        written(store, [Write::Queue(job)]).await;
        let leased = store.lease(Jobs::Mails, due(NOW, 9)).await.unwrap();
        assert!(leased[0].job.queued_at > first.asked_at);
        assert_eq!(leased[0].job.due_at, NOW, "it goes out at once");
    })
    .await;
}

#[tokio::test]
async fn of_two_codes_asked_for_by_two_processes_at_once_the_same_stays_in_force() {
    on_every_store(async |store| {
        let one = asked(store).await;
        let other = SavedCode {
            digest: digest(9),
            mail: "99".to_owned(),
            ..one.clone()
        };
        written(store, [Write::MakeCode(other.clone())]).await;
        let late = store.commit(vec![Write::MakeCode(one)]).await;
        assert!(is_conflict(&late), "{late:?}");
        assert_eq!(tried(store, &other, 1).await, Some(other));
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
