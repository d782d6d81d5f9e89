//! A bucket of the house's own server: behind TLS that only the house trusts, or one that
//! keeps versions. The server is the real one; before it stands a door that speaks TLS, or
//! adds the header that S3 sends where versions are kept.

use std::path::Path;
use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::Method;
use axum::response::Response;
use rustls::ServerConfig;
use rustls::pki_types::PrivateKeyDer;
use server::config::Photos;
use server::photos::ProbeProblem;
use server::setup::open_photos;
use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;

use crate::object_storage;
use crate::processes::keep_in_bucket;

fn photos(endpoint: &str) -> Photos {
    let mut photos = Photos::default();
    keep_in_bucket(&mut photos);
    photos.endpoint = Some(endpoint.parse().unwrap());
    photos
}

async fn listener() -> (TcpListener, u16) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    (listener, port)
}

/// A door of TLS before the server, with a certificate of its own, written to this file.
async fn door_of_tls(certificate: &Path) -> String {
    let made = rcgen::generate_simple_self_signed(["127.0.0.1".to_owned()]).unwrap();
    std::fs::write(certificate, made.cert.pem()).unwrap();
    let key = PrivateKeyDer::try_from(made.signing_key.serialize_der()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)
        .unwrap();
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let (door, port) = listener().await;
    let behind = object_storage::endpoint().replace("http://", "");
    tokio::spawn(async move {
        while let Ok((come, _)) = door.accept().await {
            let (acceptor, behind) = (acceptor.clone(), behind.clone());
            tokio::spawn(async move {
                // Who does not trust the certificate hangs up.
                if let Ok(mut come) = acceptor.accept(come).await {
                    let mut server = TcpStream::connect(behind).await.unwrap();
                    let _ = copy_bidirectional(&mut come, &mut server).await;
                }
            });
        }
    });
    format!("https://127.0.0.1:{port}")
}

/// Asks the server and says of each object written that it is this version.
async fn asked(request: Request, version: &'static str) -> Response {
    let (head, body) = request.into_parts();
    let url = format!("{}{}", object_storage::endpoint(), head.uri);
    let body = to_bytes(body, usize::MAX).await.unwrap();
    let answer = reqwest::Client::new()
        .request(head.method.clone(), url)
        .headers(head.headers)
        .body(body)
        .send()
        .await
        .unwrap();
    let mut told = Response::builder().status(answer.status());
    for (name, value) in answer.headers() {
        told = told.header(name, value);
    }
    if head.method == Method::PUT {
        told = told.header("x-amz-version-id", version);
    }
    told.body(Body::from(answer.bytes().await.unwrap()))
        .unwrap()
}

/// A door that says so of everything written through it.
async fn door_of_versions(version: &'static str) -> String {
    let (door, port) = listener().await;
    let routes = axum::Router::new().fallback(move |request| asked(request, version));
    tokio::spawn(async move { axum::serve(door, routes).await });
    format!("http://127.0.0.1:{port}")
}

#[tokio::test]
async fn a_bucket_behind_tls_of_the_house_is_reached_with_its_authority_only() {
    let folder = tempfile::tempdir().unwrap();
    let certificate = folder.path().join("storage-ca.pem");
    let mut photos = photos(&door_of_tls(&certificate).await);
    let told = open_photos(&photos).unwrap().probe().await.unwrap_err();
    let ProbeProblem::List(fault) = told else {
        panic!("{told:?}");
    };
    let cause = std::error::Error::source(&fault).unwrap().to_string();
    assert!(
        cause.contains("cannot be reached: invalid peer certificate"),
        "{cause}"
    );
    photos.ca_file = Some(certificate);
    open_photos(&photos).unwrap().probe().await.unwrap();
    photos.ca_file = Some(folder.path().join("none.pem"));
    let missing = open_photos(&photos).err().unwrap().to_string();
    assert_eq!(missing, "photos.ca_file cannot be read");
}

#[tokio::test]
async fn a_bucket_that_keeps_what_is_deleted_is_found_out() {
    let photos = |endpoint: String| open_photos(&photos(&endpoint)).unwrap();
    let kept = photos(door_of_versions("3HL4kqtJlcpXroDTDmjVBH40Nrjfkd").await);
    let told = kept.probe().await.unwrap_err();
    assert!(matches!(told, ProbeProblem::Versions), "{told:?}");
    // A bucket whose versioning was switched off says so.
    let switched_off = photos(door_of_versions("null").await);
    switched_off.probe().await.unwrap();
}
