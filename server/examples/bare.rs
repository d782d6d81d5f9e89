//! A bare axum route that answers with the bytes of a file: the limit that the
//! pages are compared with in `make bench`.
//!
//! `bare ADDRESS FILE`

#![expect(
    clippy::expect_used,
    reason = "a measuring tool ends at the first surprise"
)]

use axum::Router;
use axum::response::Html;
use axum::routing::get;

#[tokio::main]
async fn main() {
    let mut arguments = std::env::args().skip(1);
    let address = arguments.next().expect("an address");
    let file = arguments.next().expect("a file");
    let page = std::fs::read_to_string(file).expect("the file can be read");
    let routes = Router::new().route("/", get(move || async move { Html(page.clone()) }));
    let listener = tokio::net::TcpListener::bind(address)
        .await
        .expect("the address is free");
    axum::serve(listener, routes).await.expect("it serves");
}
