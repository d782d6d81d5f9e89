//! Allowances: so many at once, then one each so many seconds.

use futures_util::future::join_all;

use super::on_every_store;
use super::samples::{DAY, NOW, ONE, digest};
use crate::store::{Allowance, Store, Taken};

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
