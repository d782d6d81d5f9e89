//! Two processes on one database: whatever both want, one of them gets.

use futures_util::future::{join, join_all};
use rules::Moment;
use rules::application::Stage;

use super::on_every_pair;
use super::samples::{
    DAY, HOUR, NOW, challenge, changed, code, digest, due, is_conflict, journey, keeping_all, kept,
    link, mail, opened, pictured, submitted, written,
};
use crate::store::{
    Allowance, Jobs, Purge, Retention, SavedJourney, Store, StoreError, Taken, Write,
};

/// Often enough that a race that can be lost is lost.
const ROUNDS: u8 = 25;
/// So many at once in each process.
const EACH: usize = 4;

/// The same, asked of both stores several times at once.
async fn asked_of<'a, T, Asking: Future<Output = T>>(
    stores: [&'a dyn Store; 2],
    ask: impl Fn(&'a dyn Store) -> Asking,
) -> Vec<T> {
    join_all(
        stores
            .iter()
            .cycle()
            .take(2 * EACH)
            .map(|store| ask(*store)),
    )
    .await
}

fn successes<T, E>(results: &[Result<T, E>]) -> usize {
    results.iter().filter(|result| result.is_ok()).count()
}

#[tokio::test]
async fn a_picture_authentication_is_used_by_one_of_two_processes() {
    on_every_pair(async |stores| {
        for round in 0..ROUNDS {
            let name = format!("p{round}");
            written(stores[0], [Write::KeepChallenge(challenge(&name))]).await;
            let session = digest(1);
            let uses = asked_of(stores, |store| store.use_challenge(&name, &session)).await;
            assert_eq!(uses.iter().flatten().flatten().count(), 1, "round {round}");
            assert_eq!(successes(&uses), 2 * EACH);
        }
    })
    .await;
}

#[tokio::test]
async fn two_processes_share_an_allowance_also_one_that_nobody_took_from_before() {
    const THREE: Allowance = Allowance {
        burst: 3,
        seconds: 60,
    };
    on_every_pair(async |stores| {
        for round in 0..ROUNDS {
            let key = digest(round);
            let taken = asked_of(stores, |store| store.take(&key, THREE, NOW)).await;
            let mut left: Vec<_> = taken
                .into_iter()
                .filter_map(|taken| match taken.unwrap() {
                    Taken::Left(left) => Some(left),
                    Taken::Wait(_) => None,
                })
                .collect();
            left.sort_unstable();
            assert_eq!(left, [0, 1, 2], "round {round}");
        }
    })
    .await;
}

#[tokio::test]
async fn two_processes_count_the_tries_at_a_device_code_together() {
    on_every_pair(async |stores| {
        for round in 0..ROUNDS {
            let browser = kept(stores[0], round).await;
            let application = opened(stores[0], round).await;
            let code = code(round, &browser, &application);
            written(stores[0], [Write::MakeCode(code.clone())]).await;
            let tries = asked_of(stores, |store| {
                store.try_code(&code.session, &code.journey, NOW, 5)
            })
            .await;
            assert_eq!(tries.iter().flatten().flatten().count(), 5, "round {round}");
        }
    })
    .await;
}

#[tokio::test]
async fn no_job_is_leased_by_two_processes_and_none_is_forgotten() {
    on_every_pair(async |stores| {
        let journey = opened(stores[0], 1).await;
        for round in 0..ROUNDS {
            let queued: Vec<_> = (0..20).map(|n| format!("{round}-{n:02}")).collect();
            let jobs = queued.iter().map(|name| Write::Queue(mail(name, &journey)));
            written(stores[0], jobs).await;
            let loads = asked_of(stores, |store| store.lease(Jobs::Mails, due(NOW, 3))).await;
            let mut leased: Vec<_> = loads
                .into_iter()
                .flat_map(Result::unwrap)
                .map(|leased| leased.job.id)
                .collect();
            leased.sort_unstable();
            assert_eq!(leased, queued, "round {round}");
        }
    })
    .await;
}

#[tokio::test]
async fn of_two_links_made_at_once_one_lives() {
    on_every_pair(async |stores| {
        for round in 0..ROUNDS {
            let application = opened(stores[0], round).await;
            let numbers = [2 * round + 100, 2 * round + 101];
            let made = |place: usize| {
                stores[place].commit(vec![Write::MakeLink(link(numbers[place], &application))])
            };
            let (older, newer) = join(made(0), made(1)).await;
            assert!(newer.is_ok(), "{newer:?}");
            assert!(older.is_ok() || is_conflict(&older), "{older:?}");
            let alive = async |number| {
                let link = stores[0].link(&digest(number)).await.unwrap();
                link.is_some_and(|link| !link.ended)
            };
            assert!(!alive(numbers[0]).await, "round {round}");
            assert!(alive(numbers[1]).await, "round {round}");
        }
    })
    .await;
}

#[tokio::test]
async fn an_application_is_changed_by_one_of_two_processes() {
    on_every_pair(async |stores| {
        for round in 0..ROUNDS {
            let before = opened(stores[0], round).await;
            let next = changed(&before, Stage::Opened);
            let changes = asked_of(stores, |store| {
                store.commit(vec![Write::ChangeJourney(next.clone())])
            })
            .await;
            assert_eq!(successes(&changes), 1, "round {round}");
            let conflicts = changes.iter().filter(|end| is_conflict(end)).count();
            assert_eq!(conflicts, 2 * EACH - 1, "round {round}");
        }
    })
    .await;
}

#[tokio::test]
async fn of_two_applications_of_one_form_sent_in_at_once_one_is_taken() {
    on_every_pair(async |stores| {
        for round in 0..ROUNDS {
            let first = opened(stores[0], round).await;
            let second = SavedJourney {
                form_digest: first.form_digest,
                ..journey(round + 100)
            };
            written(stores[0], [Write::OpenJourney(second.clone())]).await;
            let sent = |store: usize, journey, receipt: &str| {
                let receipt = format!("{receipt}{round}");
                stores[store].commit(vec![
                    Write::ChangeJourney(submitted(journey, &receipt)),
                    Write::Queue(mail(&receipt, journey)),
                ])
            };
            let results = join(sent(0, &first, "A"), sent(1, &second, "B")).await;
            assert!(
                matches!(
                    results,
                    (Ok(()), Err(StoreError::SubmittedAlready))
                        | (Err(StoreError::SubmittedAlready), Ok(()))
                ),
                "round {round}: {results:?}"
            );
            let mails = stores[0].lease(Jobs::Mails, due(NOW, 9)).await.unwrap();
            assert_eq!(
                mails.len(),
                1,
                "round {round}: only the one taken is queued"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn two_acts_on_the_same_rows_in_opposite_order_are_both_done() {
    on_every_pair(async |stores| {
        for number in 0..40 {
            kept(stores[0], number).await;
        }
        for round in 0..3 {
            let seen = |number| Write::SeeSession(digest(number), NOW.plus(round));
            let (one, other) = join(
                stores[0].commit((0..40).map(seen).collect()),
                stores[1].commit((0..40).rev().map(seen).collect()),
            )
            .await;
            assert!(one.is_ok() && other.is_ok(), "{one:?} {other:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn two_processes_that_keep_house_at_once_remove_everything_once() {
    const ALL: Retention = Retention {
        unverified_before: NOW,
        unfinished_before: NOW,
        handed_over_before: Moment(0),
        unused_forms_before: Moment(0),
        sessions_before: NOW,
        ended_before: Moment(0),
    };
    on_every_pair(async |stores| {
        for round in 0..8 {
            let old = NOW.plus(-DAY);
            for number in 0..10 {
                let photo = format!("{round}-{number}.sealed");
                let journey = SavedJourney {
                    id: journey(10 * round + number).id,
                    changed_at: old,
                    ..pictured(&journey(number), &photo)
                };
                written(stores[0], [Write::OpenJourney(journey)]).await;
                let seen = Write::SeeSession(digest(number), old);
                kept(stores[0], number).await;
                written(stores[0], [seen]).await;
            }
            let purges = asked_of(stores, |store| store.purge(ALL, NOW, Purge::ForGood)).await;
            let purges: Vec<_> = purges.into_iter().filter_map(Result::unwrap).collect();
            let sum = |of: fn(&crate::store::Purged) -> u64| purges.iter().map(of).sum::<u64>();
            assert_eq!(sum(|purged| purged.unfinished), 10, "round {round}");
            assert_eq!(sum(|purged| purged.sessions), 10, "round {round}");
            let photos = due(NOW, 99);
            assert_eq!(
                stores[1]
                    .lease(Jobs::PhotoRemovals, photos)
                    .await
                    .unwrap()
                    .len(),
                10
            );
        }
        stores[0]
            .purge(keeping_all(), NOW.plus(HOUR), Purge::ForGood)
            .await
            .unwrap();
    })
    .await;
}
