//! Allowances: so many at once, then one each so many seconds.

use futures_util::future::join_all;

use super::on_every_store;
use super::samples::{DAY, NOW, ONE, digest, form, is_conflict, journey, mail, opened, session};
use crate::store::{Allowance, FormTry, Store, StoreError, Taken, Taking, Write};

async fn take(store: &dyn Store, allowance: Allowance, after: i64) -> Taken {
    store
        .take(&digest(1), allowance, NOW.plus(after))
        .await
        .unwrap()
}

#[tokio::test]
async fn an_allowance_is_taken_from_and_comes_back_with_time() {
    const THREE: Allowance = Allowance {
        burst: 3,
        seconds: 60,
    };
    /// Seconds after the beginning, and what is to be answered then.
    const TABLE: [(i64, Taken); 12] = [
        (0, Taken::Left(2)),
        (0, Taken::Left(1)),
        (0, Taken::Left(0)),
        (0, Taken::Wait(60)),
        (59, Taken::Wait(1)),
        (60, Taken::Left(0)),
        (60, Taken::Wait(60)),
        (179, Taken::Left(0)),
        (180, Taken::Left(0)),
        (180, Taken::Wait(60)),
        (360, Taken::Left(2)),
        (DAY, Taken::Left(2)),
    ];
    on_every_store(async |store| {
        for (after, expected) in TABLE {
            assert_eq!(
                take(store, THREE, after).await,
                expected,
                "after {after} seconds"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn who_waits_as_long_as_was_said_is_let_in_and_not_a_second_before() {
    on_every_store(async |store| {
        for allowance in [
            ONE,
            Allowance {
                burst: 5,
                seconds: 720,
            },
            Allowance {
                burst: 2,
                seconds: 1,
            },
        ] {
            let key = digest(u8::try_from(allowance.seconds % 251).unwrap());
            for _ in 0..allowance.burst {
                store.take(&key, allowance, NOW).await.unwrap();
            }
            let Taken::Wait(wait) = store.take(&key, allowance, NOW).await.unwrap() else {
                panic!("more than the burst of {allowance:?}")
            };
            let early = NOW.plus(i64::from(wait) - 1);
            assert_eq!(
                store.take(&key, allowance, early).await.unwrap(),
                Taken::Wait(1)
            );
            assert_eq!(
                store.take(&key, allowance, early.plus(1)).await.unwrap(),
                Taken::Left(0)
            );
        }
    })
    .await;
}

#[tokio::test]
async fn a_refused_try_costs_nothing() {
    on_every_store(async |store| {
        take(store, ONE, 0).await;
        for _ in 0..100 {
            assert_eq!(take(store, ONE, 30).await, Taken::Wait(30));
        }
        assert_eq!(take(store, ONE, 60).await, Taken::Left(0));
    })
    .await;
}

#[tokio::test]
async fn each_key_has_an_allowance_of_its_own() {
    on_every_store(async |store| {
        for key in 1..=3 {
            assert_eq!(
                store.take(&digest(key), ONE, NOW).await.unwrap(),
                Taken::Left(0)
            );
        }
    })
    .await;
}

#[tokio::test]
async fn two_hundred_who_take_side_by_side_get_no_more_than_there_is() {
    const FIVE: Allowance = Allowance {
        burst: 5,
        seconds: 60,
    };
    on_every_store(async |store| {
        let taken = join_all((0..200).map(|_| take(store, FIVE, 0))).await;
        assert_eq!(
            taken
                .iter()
                .filter(|taken| matches!(taken, Taken::Left(_)))
                .count(),
            5
        );
    })
    .await;
}

#[tokio::test]
async fn one_that_is_given_back_can_be_taken_again_and_no_more() {
    on_every_store(async |store| {
        take(store, ONE, 0).await;
        store.give_back(&digest(1), ONE).await.unwrap();
        assert_eq!(take(store, ONE, 0).await, Taken::Left(0));
        store.give_back(&digest(2), ONE).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_clock_that_is_set_back_never_gives_more() {
    on_every_store(async |store| {
        take(store, ONE, 0).await;
        assert_eq!(take(store, ONE, -3600).await, Taken::Wait(3660));
    })
    .await;
}

#[tokio::test]
async fn of_five_that_were_taken_one_is_given_back() {
    const FIVE: Allowance = Allowance {
        burst: 5,
        seconds: 60,
    };
    on_every_store(async |store| {
        for _ in 0..5 {
            take(store, FIVE, 0).await;
        }
        store.give_back(&digest(1), FIVE).await.unwrap();
        assert_eq!(take(store, FIVE, 0).await, Taken::Left(0));
        assert!(matches!(take(store, FIVE, 0).await, Taken::Wait(_)));
    })
    .await;
}

/// A mail that is queued if there is one left.
async fn within(store: &dyn Store, name: &str, writes: Vec<Write>) -> Result<(), StoreError> {
    let taking = Taking {
        key: digest(1),
        allowance: ONE,
        now: NOW,
    };
    let queued = Write::Queue(mail(name, &journey(1)));
    let all = [vec![Write::Within(taking, vec![queued])], writes].concat();
    store.commit(all).await
}

/// The mails that wait, by their names.
async fn waiting(store: &dyn Store) -> Vec<String> {
    let jobs = store.open_jobs(99).await.unwrap();
    jobs.into_iter().map(|job| job.id).collect()
}

#[tokio::test]
async fn what_is_within_an_allowance_is_written_while_one_is_left_and_all_else_in_any_case() {
    on_every_store(async |store| {
        opened(store, 1).await;
        for (number, expected) in [(1, vec!["a"]), (2, vec!["a"])] {
            let name = ["a", "b"][usize::from(number) - 1];
            let session = Write::KeepSession(session(number));
            within(store, name, vec![session]).await.unwrap();
            assert_eq!(waiting(store).await, expected);
            let kept = store.session(&digest(number)).await.unwrap();
            assert!(kept.is_some(), "session {number}");
        }
        assert_eq!(take(store, ONE, 0).await, Taken::Wait(60));
        assert_eq!(take(store, ONE, 60).await, Taken::Left(0));
    })
    .await;
}

/// Conflicts, as there is no such code.
fn unknown_code() -> Write {
    Write::EndCode {
        session: digest(9),
        journey: journey(9).id,
    }
}

#[tokio::test]
async fn what_is_written_with_others_that_conflict_takes_nothing() {
    on_every_store(async |store| {
        opened(store, 1).await;
        let unknown = unknown_code();
        let late = within(store, "a", vec![unknown]).await;
        assert!(is_conflict(&late), "{late:?}");
        assert_eq!(waiting(store).await, [""; 0]);
        assert_eq!(take(store, ONE, 0).await, Taken::Left(0));
    })
    .await;
}

#[tokio::test]
async fn what_conflicts_inside_an_allowance_takes_nothing_and_is_told() {
    on_every_store(async |store| {
        opened(store, 1).await;
        let taking = Taking {
            key: digest(1),
            allowance: ONE,
            now: NOW,
        };
        let inside = vec![unknown_code()];
        let late = store.commit(vec![Write::Within(taking, inside)]).await;
        assert!(is_conflict(&late), "{late:?}");
        assert_eq!(take(store, ONE, 0).await, Taken::Left(0));
    })
    .await;
}

#[tokio::test]
async fn forty_who_write_within_one_allowance_side_by_side_write_once() {
    on_every_store(async |store| {
        opened(store, 1).await;
        let names: Vec<_> = (0..40).map(|number| format!("{number:02}")).collect();
        let written = join_all(names.iter().map(|name| within(store, name, Vec::new()))).await;
        assert!(written.iter().all(Result::is_ok));
        assert_eq!(waiting(store).await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn what_takes_from_several_allowances_takes_from_all_or_writes_nothing() {
    on_every_store(async |store| {
        let take_of = |number, burst| {
            Write::Take(Taking {
                key: digest(number),
                allowance: Allowance { burst, ..ONE },
                now: NOW,
            })
        };
        let attempt = |number| {
            let kept = Write::KeepSession(session(number));
            store.commit(vec![take_of(1, 5), take_of(2, 1), kept])
        };
        attempt(1).await.unwrap();
        let second = attempt(2).await;
        assert!(
            matches!(second, Err(StoreError::Spent { wait_seconds: 60 })),
            "{second:?}"
        );
        assert!(store.session(&digest(1)).await.unwrap().is_some());
        assert!(store.session(&digest(2)).await.unwrap().is_none());
        // The refused one took nothing of the first: three of five are left when one more is taken.
        let five = Allowance { burst: 5, ..ONE };
        assert_eq!(take(store, five, 0).await, Taken::Left(3));
        let sole = store.commit(vec![take_of(2, 1)]).await;
        assert!(matches!(sole, Err(StoreError::Spent { .. })), "{sole:?}");
    })
    .await;
}

async fn tried(store: &dyn Store, number: u8, at_most: u32) -> FormTry {
    store.try_form(&digest(number), at_most).await.unwrap()
}

#[tokio::test]
async fn a_form_is_tried_so_often_in_all_and_a_right_try_does_not_count() {
    on_every_store(async |store| {
        store.add_forms(vec![form(1), form(2)]).await.unwrap();
        for _ in 0..5 {
            assert_eq!(tried(store, 1, 2).await, FormTry::Counted(form(1)));
            store.untry_form(&digest(1)).await.unwrap();
        }
        for _ in 0..2 {
            assert_eq!(tried(store, 1, 2).await, FormTry::Counted(form(1)));
        }
        for _ in 0..3 {
            assert_eq!(tried(store, 1, 2).await, FormTry::Locked);
        }
        assert_eq!(tried(store, 1, 3).await, FormTry::Counted(form(1)));
        assert_eq!(tried(store, 2, 2).await, FormTry::Counted(form(2)));
        assert_eq!(tried(store, 3, 2).await, FormTry::Unknown);
        // Added again it is the form it was.
        store.add_forms(vec![form(1)]).await.unwrap();
        assert_eq!(tried(store, 1, 2).await, FormTry::Locked);
    })
    .await;
}

#[tokio::test]
async fn a_form_that_was_not_tried_has_no_tries_to_give_back() {
    on_every_store(async |store| {
        store.add_forms(vec![form(1)]).await.unwrap();
        store.untry_form(&digest(1)).await.unwrap();
        store.untry_form(&digest(9)).await.unwrap();
        assert_eq!(tried(store, 1, 1).await, FormTry::Counted(form(1)));
        assert_eq!(tried(store, 1, 1).await, FormTry::Locked);
    })
    .await;
}

#[tokio::test]
async fn two_hundred_tries_at_a_form_side_by_side_are_not_more_than_a_hundred() {
    on_every_store(async |store| {
        store.add_forms(vec![form(1)]).await.unwrap();
        let tries = join_all((0..200).map(|_| tried(store, 1, 100))).await;
        let counted = tries.iter().filter(|tried| **tried != FormTry::Locked);
        assert_eq!(counted.count(), 100);
    })
    .await;
}

#[tokio::test]
async fn a_form_that_is_unlocked_has_all_its_tries_and_its_day_again() {
    on_every_store(async |store| {
        store.add_forms(vec![form(1), form(2)]).await.unwrap();
        for number in 1..=2 {
            tried(store, number, 1).await;
        }
        take(store, ONE, 0).await;
        store.take(&digest(2), ONE, NOW).await.unwrap();
        assert!(store.unlock_form(&digest(1), &digest(1)).await.unwrap());
        assert_eq!(tried(store, 1, 1).await, FormTry::Counted(form(1)));
        assert_eq!(take(store, ONE, 0).await, Taken::Left(0));
        // Only this one.
        assert_eq!(tried(store, 2, 1).await, FormTry::Locked);
        let other = store.take(&digest(2), ONE, NOW).await.unwrap();
        assert_eq!(other, Taken::Wait(60));
        assert!(!store.unlock_form(&digest(9), &digest(9)).await.unwrap());
    })
    .await;
}
