//! What is counted.

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use rules::application::Page;
use server::http::metrics_routes;
use server::telemetry;
use tower::ServiceExt;

use crate::support::{TestPortal, form_id};

async fn printed(counted: metrics_exporter_prometheus::PrometheusHandle) -> String {
    let request = Request::get("/metrics").body(Body::empty()).unwrap();
    let answer = metrics_routes(counted).oneshot(request).await.unwrap();
    let body = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
    String::from_utf8(body.to_vec()).unwrap()
}

#[tokio::test]
async fn requests_applications_and_mails_are_counted_without_naming_anybody() {
    let counted = telemetry::recorder().unwrap();
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Done).await;
    let id = form_id(1).as_str().to_owned();
    browser.get(&format!("/apply/{id}")).await;
    portal.wait(60);
    portal.show_what_waits().await;
    let printed = printed(counted).await;
    for line in [
        "shinsei_requests_total{route=\"/apply/{id}\",method=\"GET\",status=\"200\"}",
        "shinsei_request_seconds_bucket{route=\"/mail\",le=\"5\"}",
        "shinsei_applications_total{stage=\"submitted\"} 1",
        "shinsei_mails_total{outcome=\"sent\"} 1",
        "shinsei_outbox_jobs{kind=\"link\",state=\"waiting\"} 0",
        "shinsei_outbox_jobs{kind=\"received\",state=\"failed\"} 0",
        "shinsei_outbox_overdue_seconds{kind=\"link\"} 0",
        "shinsei_outbox_overdue_seconds{kind=\"received\"} 60",
        "shinsei_hand_over_waiting_seconds 60",
        "shinsei_audit_unchained_entries 8",
    ] {
        assert!(printed.contains(line), "{line} in {printed}");
    }
    assert!(!printed.contains(&id), "{printed}");
}

#[tokio::test]
async fn labels_come_from_closed_sets_whatever_a_request_says() {
    let counted = telemetry::recorder().unwrap();
    let portal = TestPortal::new().await;
    let browser = portal.browser();
    for number in 0..100 {
        let long = format!("ODD{number}{}", "X".repeat(500));
        let odd = Request::builder().method(long.as_str()).uri("/terms");
        browser.send(odd.body(Body::empty()).unwrap()).await;
        browser.get(&format!("/{long}?{long}")).await;
    }
    let printed = printed(counted).await;
    let requests = printed
        .lines()
        .filter(|line| line.starts_with("shinsei_requests_total"));
    assert_eq!(requests.count(), 2, "{printed}");
    assert!(
        printed.contains("method=\"other\",status=\"405\"} 100"),
        "{printed}"
    );
    assert!(!printed.contains("ODD"), "{printed}");
}
