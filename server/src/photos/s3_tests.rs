//! Object storage that refuses, is away or says nothing; the rest of what a vault must do
//! is told with the others (`bucket`).

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use futures_util::TryStreamExt;
use futures_util::future::join;
use object_store::ObjectStoreExt;
use rules::Moment;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::time::Instant;

use super::object_storage::{ACCESS_KEY, BUCKET, endpoint, fresh_prefix};
use super::*;

/// A place of its own for a test.
pub(super) fn fresh_place() -> S3Place {
    S3Place {
        bucket: BUCKET.to_owned(),
        prefix: Some(fresh_prefix()),
        region: "us-east-1".to_owned(),
        endpoint: Some(endpoint()),
        in_the_clear: true,
        authorities: None,
        access_key_id: ACCESS_KEY[0].to_owned(),
        secret_access_key: ACCESS_KEY[1].to_owned().into(),
    }
}

fn vault(change: impl FnOnce(&mut S3Place)) -> Bucket {
    let mut place = fresh_place();
    change(&mut place);
    Bucket::in_s3(&place).unwrap()
}

fn key(photo: &str) -> VaultKey {
    VaultKey::new("a", photo).unwrap()
}

/// The fault every act on this vault ends with.
async fn fault(vault: &Bucket) -> S3Fault {
    let ends = [
        vault.keep(&key("1"), vec![0]).await.unwrap_err(),
        vault.fetch(&key("1")).await.unwrap_err(),
        vault.discard(&key("1")).await.unwrap_err(),
        vault.list().try_next().await.unwrap_err(),
    ];
    let mut faults = ends.map(|end| match end {
        VaultError::Failed(cause) => cause.downcast_ref::<S3Fault>().unwrap().clone(),
        VaultError::Missing(key) => panic!("{key} is called missing"),
    });
    faults.sort_by_key(ToString::to_string);
    assert_eq!(faults[0], faults[3], "{faults:?}");
    faults[0].clone()
}

#[tokio::test]
async fn a_bucket_that_is_not_there_is_no_missing_photo() {
    let vault = vault(|place| "no-such-bucket".clone_into(&mut place.bucket));
    assert_eq!(fault(&vault).await, S3Fault::NoBucket);
}

/// A server that answers everything with this status and text, as AWS would.
async fn refusing(status: &'static str, body: String) -> Bucket {
    let server = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = server.local_addr().unwrap();
    let length = body.len();
    let answer =
        format!("HTTP/1.1 {status}\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{body}");
    tokio::spawn(async move {
        while let Ok((mut browser, _)) = server.accept().await {
            let mut request = [0; 4096];
            let _ = browser.read(&mut request).await;
            let _ = browser.write_all(answer.as_bytes()).await;
            let _ = browser.shutdown().await;
        }
    });
    vault(|place| {
        place.endpoint = Some(format!("http://{address}"));
        place.secret_access_key = "hunter2".to_owned().into();
    })
}

#[tokio::test]
async fn a_refusal_is_told_in_words_and_what_the_server_quotes_is_not() {
    for (code, told) in [
        ("SignatureDoesNotMatch", S3Fault::WrongSecret),
        ("InvalidAccessKeyId", S3Fault::UnknownKey),
        ("AccessDenied", S3Fault::NotAllowed),
        ("RequestTimeTooSkewed", S3Fault::Clock),
        ("AuthorizationHeaderMalformed", S3Fault::Region),
    ] {
        let quoted = "<AWSAccessKeyId>quoted</AWSAccessKeyId>";
        let body = format!("<Error><Code>{code}</Code>{quoted}</Error>");
        let vault = refusing("403 Forbidden", body).await;
        assert_eq!(fault(&vault).await, told);
        let problem = vault.probe().await.unwrap_err();
        let printed = format!("{vault:?} {problem:?}");
        assert!(
            !printed.contains("hunter2") && !printed.contains("quoted"),
            "{printed}"
        );
    }
}

#[tokio::test]
async fn a_server_of_another_kind_is_no_missing_photo() {
    let vault = refusing("404 Not Found", "<html>not here</html>".to_owned()).await;
    assert!(matches!(fault(&vault).await, S3Fault::Other(_)));
}

#[tokio::test]
async fn a_server_that_is_away_is_named_as_the_reason_soon() {
    let closed = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = closed.local_addr().unwrap();
    drop(closed);
    let vault = vault(|place| place.endpoint = Some(format!("http://{address}")));
    let began = Instant::now();
    let fault = fault(&vault).await;
    assert!(matches!(fault, S3Fault::Unreachable(_)), "{fault:?}");
    assert!(began.elapsed() < Duration::from_secs(10));
}

#[tokio::test]
async fn a_server_that_never_answers_is_given_up_within_the_time_set() {
    let silent = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = silent.local_addr().unwrap();
    let vault = vault(|place| place.endpoint = Some(format!("http://{address}")));
    let began = Instant::now();
    let (kept, read) = (key("1"), key("2"));
    let ends = join(vault.keep(&kept, vec![0; 300_000]), vault.fetch(&read)).await;
    assert!(matches!(ends.0, Err(VaultError::Failed(_))));
    assert!(matches!(ends.1, Err(VaultError::Failed(_))));
    assert!(began.elapsed() <= s3::WHOLE + Duration::from_secs(1));
}

#[tokio::test]
async fn plain_http_is_refused_unless_it_was_asked_for() {
    let vault = vault(|place| place.in_the_clear = false);
    assert!(vault.keep(&key("1"), vec![0]).await.is_err());
}

#[tokio::test]
async fn what_lies_beside_the_prefix_is_not_seen() {
    let prefix = fresh_prefix();
    let inside = vault(|place| place.prefix = Some(prefix.clone()));
    let beside = vault(|place| place.prefix = Some(format!("{prefix}2")));
    beside.keep(&key("1"), vec![0]).await.unwrap();
    inside.keep(&key("2"), vec![0]).await.unwrap();
    let notes = object_store::path::Path::from("notes.txt");
    inside.store.put(&notes, "x".into()).await.unwrap();
    let listed: Vec<_> = inside.list().try_collect().await.unwrap();
    assert_eq!(listed.len(), 1);
    assert_eq!(listed[0].key, key("2"));
}

#[tokio::test]
async fn a_place_in_order_passes_the_probe_which_leaves_nothing() {
    let vault = vault(|_| ());
    vault.probe().await.unwrap();
    let left: Vec<_> = vault.store.list(None).try_collect().await.unwrap();
    assert_eq!(left, []);
}

#[tokio::test]
async fn what_is_wrong_is_said_by_the_probe() {
    let vault = vault(|place| "no-such-bucket".clone_into(&mut place.bucket));
    let problem = vault.probe().await.unwrap_err();
    let cause = std::error::Error::source(&problem).unwrap().to_string();
    assert!(
        matches!(problem, ProbeProblem::List(_)),
        "{problem} {cause}"
    );
}

/// Holds the photos with these keys.
struct Held(Arc<[VaultKey]>);

#[async_trait]
impl PhotoRegister for Held {
    async fn holds(
        &self,
        key: &VaultKey,
    ) -> Result<bool, Box<dyn std::error::Error + Send + Sync>> {
        Ok(self.0.contains(key))
    }
}

#[tokio::test]
async fn a_photo_whose_application_was_never_written_is_swept() {
    let vault = vault(|_| ());
    let [held, orphan] = ["held", "orphan"].map(key);
    vault.keep(&held, vec![1]).await.unwrap();
    vault.keep(&orphan, vec![2]).await.unwrap();
    let register = Held([held.clone()].into());
    let young = sweep(&vault, &register, Moment(0)).await.unwrap();
    assert_eq!((young.left, young.removed), (2, 0));
    let swept = sweep(&vault, &register, Moment(i64::MAX)).await.unwrap();
    assert_eq!((swept.left, swept.removed, swept.remains), (1, 1, 0));
    assert_eq!(vault.fetch(&held).await.unwrap(), [1]);
    assert!(matches!(
        vault.fetch(&orphan).await,
        Err(VaultError::Missing(_))
    ));
}
