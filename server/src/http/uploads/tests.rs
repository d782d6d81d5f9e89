//! When an upload ends, by a clock that is set forward.

use futures_util::FutureExt as _;
use tokio::time::advance;

use super::*;

const MINUTE: u64 = 60;

/// The shipped deadline, and places enough.
fn uploads() -> Arc<Uploads> {
    Arc::new(Uploads::new(&UploadBounds {
        at_once: 9,
        per_application: 9,
        per_network: 9,
        bytes: 1,
        pause: Duration::from_secs(1),
        bytes_per_second: 1,
        whole: Duration::from_secs(5 * MINUTE),
        wait: Duration::ZERO,
    }))
}

/// A photo of the application with this number, from this network.
async fn sent(uploads: &Arc<Uploads>, application: u8, network: u8) -> Upload {
    let sender = PhotoSender::numbered(application);
    let entered = uploads.enter(&sender, vec![network]);
    entered.await.unwrap_or_else(|none| panic!("{none:?}"))
}

/// Why it has to end by now.
fn over(ended: &mut (impl Future<Output = Ended> + Unpin)) -> Option<Ended> {
    ended.now_or_never()
}

async fn wait(seconds: u64) {
    advance(Duration::from_secs(seconds)).await;
}

#[tokio::test(start_paused = true)]
async fn two_of_one_network_end_after_five_minutes_and_not_a_second_before() {
    let uploads = uploads();
    let (first, second) = (sent(&uploads, 1, 1).await, sent(&uploads, 2, 1).await);
    let (mut one, mut two) = (Box::pin(first.ended()), Box::pin(second.ended()));
    assert_eq!((over(&mut one), over(&mut two)), (None, None));
    wait(5 * MINUTE - 1).await;
    assert_eq!((over(&mut one), over(&mut two)), (None, None));
    wait(1).await;
    assert_eq!(over(&mut one), Some(Ended::Late));
    assert_eq!(over(&mut two), Some(Ended::Late));
}

#[tokio::test(start_paused = true)]
async fn one_that_is_alone_goes_on_until_its_network_sends_another() {
    let uploads = uploads();
    let slow = sent(&uploads, 1, 1).await;
    let mut ended = Box::pin(slow.ended());
    let _other = sent(&uploads, 2, 2).await;
    assert_eq!(over(&mut ended), None);
    wait(60 * MINUTE).await;
    assert_eq!(over(&mut ended), None, "another network's is no matter");
    let _third = sent(&uploads, 3, 3).await;
    assert_eq!(over(&mut ended), None);
    let second = sent(&uploads, 1, 1).await;
    assert_eq!(over(&mut ended), Some(Ended::Late));
    drop(ended);
    drop(slow);
    let mut ended = Box::pin(second.ended());
    assert_eq!(over(&mut ended), None, "it has its own five minutes");
    wait(5 * MINUTE).await;
    assert_eq!(over(&mut ended), None, "and is alone by now");
}

#[tokio::test(start_paused = true)]
async fn two_that_become_one_before_the_deadline_leave_the_other_alone() {
    let uploads = uploads();
    let (slow, quick) = (sent(&uploads, 1, 1).await, sent(&uploads, 2, 1).await);
    let mut ended = Box::pin(slow.ended());
    assert_eq!(over(&mut ended), None);
    wait(4 * MINUTE).await;
    drop(quick);
    wait(10 * MINUTE).await;
    assert_eq!(over(&mut ended), None);
}
