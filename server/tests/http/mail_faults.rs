//! ④ The outbox and a mail server that is not well: a real server process, over SMTP.

use std::net::TcpListener;

use rules::application::Page;
use serde_json::Value;
use server::clock::Clock as _;
use server::config::{Settings, Tls, TransportKind};
use server::mail::TRIES;

use crate::sink::Sink;
use crate::support::{Browser, Place, TestPortal, fields, on_each_database};

/// The longest wait between two tries in the first two hours, in seconds.
const LONGEST_WAIT: i64 = 300;

/// Mails go to a server on this port, which must answer within a second.
fn by_smtp(settings: &mut Settings, port: u16) {
    let mail = &mut settings.mail;
    mail.transport = TransportKind::Smtp;
    "127.0.0.1".clone_into(&mut mail.host);
    mail.port = port;
    mail.tls = Tls::None;
    mail.timeout_seconds = 1.try_into().unwrap();
}

/// A portal whose mails go there, and an applicant who has just registered an address.
async fn registered(place: &Place, port: u16) -> (TestPortal, Browser) {
    let portal = place.portal(|plan| by_smtp(&mut plan.settings, port)).await;
    let browser = portal.applicant_at(Page::MailSent).await;
    (portal, browser)
}

/// The token of the link in a mail.
fn link(mail: &Value) -> &str {
    let (_, rest) = mail["text"].as_str().unwrap().split_once("/open/").unwrap();
    rest.lines().next().unwrap()
}

/// The link of a mail takes its applicant to the photo.
async fn opens(browser: &Browser, mail: &Value) {
    let fields = fields(&[("token", link(mail))]);
    assert_eq!(browser.led("/api/link/open", &fields).await, "/photo");
}

#[tokio::test]
async fn a_mail_is_delivered_once_as_soon_as_the_server_takes_it() {
    for fates in [
        &["rcpt-451", "rcpt-451", "rcpt-451"][..],
        &["rcpt-450"],
        &["data-421", "data-452"],
        &["silent"],
        &["late"],
    ] {
        on_each_database(async |place| {
            let sink = Sink::start();
            sink.set_fates(fates);
            let (portal, browser) = registered(&place, sink.port).await;
            let mut waited = 0;
            while sink.mails().is_empty() && waited <= 120 {
                portal.post_mails().await;
                portal.wait(30);
                waited += 30;
            }
            portal.wait(24 * 60 * 60);
            portal.post_mails().await;
            let mails = sink.mails();
            let [mail] = &mails[..] else {
                panic!("{fates:?}: {} mails", mails.len());
            };
            assert_eq!(sink.fates_left(), 0, "{fates:?}");
            portal.wait(-24 * 60 * 60);
            opens(&browser, mail).await;
        })
        .await;
    }
}

#[tokio::test]
async fn an_answer_that_is_lost_costs_one_repeat_under_the_same_name_with_the_same_link() {
    on_each_database(async |place| {
        let sink = Sink::start();
        sink.set_fates(&["lost"]);
        let (portal, browser) = registered(&place, sink.port).await;
        for _ in 0..5 {
            portal.post_mails().await;
            portal.wait(30);
        }
        let mails = sink.mails();
        let [first, second] = &mails[..] else {
            panic!("{} mails", mails.len());
        };
        let name = |mail: &Value| mail["headers"]["Message-ID"].clone();
        assert_eq!(name(first), name(second));
        assert_eq!(link(first), link(second));
        opens(&browser, first).await;
    })
    .await;
}

#[tokio::test]
async fn a_server_that_answers_without_end_is_left_and_tried_again() {
    on_each_database(async |place| {
        let sink = Sink::start();
        sink.set_fates(&["drip"]);
        let (portal, browser) = registered(&place, sink.port).await;
        portal.post_mails().await;
        assert_eq!(sink.mails().len(), 0);
        portal.wait(30);
        portal.post_mails().await;
        opens(&browser, &sink.mails()[0]).await;
    })
    .await;
}

#[tokio::test]
async fn what_waited_for_a_server_that_was_down_is_delivered_within_five_minutes() {
    on_each_database(async |place| {
        let nobody = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = nobody.local_addr().unwrap().port();
        drop(nobody);
        let (portal, browser) = registered(&place, port).await;
        for _ in 0..20 {
            portal.post_mails().await;
            portal.wait(30);
        }
        let sink = Sink::start_at(port);
        portal.wait(LONGEST_WAIT);
        portal.post_mails().await;
        opens(&browser, &sink.mails()[0]).await;
    })
    .await;
}

#[tokio::test]
async fn a_mail_that_is_refused_for_good_is_not_tried_again() {
    on_each_database(async |place| {
        let sink = Sink::start();
        sink.set_fates(&["rcpt-550", "take"]);
        let (portal, _) = registered(&place, sink.port).await;
        for _ in 0..TRIES {
            portal.post_mails().await;
            portal.wait(30 * 60);
        }
        assert_eq!((sink.mails().len(), sink.fates_left()), (0, 1));
    })
    .await;
}

/// The mails that were given up, by name and reason.
async fn given_up(portal: &TestPortal) -> Vec<(String, Option<String>)> {
    let open = portal.store.open_jobs(9).await.unwrap();
    let failed = open.into_iter().filter(|job| job.has_failed);
    failed.map(|job| (job.id, job.reason)).collect()
}

#[tokio::test]
async fn the_operator_sees_why_a_mail_failed_and_has_it_sent_again() {
    on_each_database(async |place| {
        let sink = Sink::start();
        sink.set_fates(&["rcpt-550"]);
        let (portal, browser) = registered(&place, sink.port).await;
        portal.post_mails().await;
        let failed = given_up(&portal).await;
        let [(name, Some(reason))] = &failed[..] else {
            panic!("{failed:?}");
        };
        assert_eq!(reason, "the mail server answered 550");
        let now = portal.clock.now();
        assert_eq!(portal.store.put_back(Some(name), now).await.unwrap(), 1);
        portal.post_mails().await;
        let mails = sink.mails();
        let [mail] = &mails[..] else {
            panic!("{} mails", mails.len());
        };
        assert!(
            mail["headers"]["Message-ID"]
                .as_str()
                .unwrap()
                .contains(name)
        );
        opens(&browser, mail).await;
        assert_eq!(given_up(&portal).await, []);
    })
    .await;
}

#[tokio::test]
async fn nobody_who_registers_waits_for_a_server_that_says_nothing() {
    on_each_database(async |place| {
        let silent = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = silent.local_addr().unwrap().port();
        let portal = place
            .portal(|plan| {
                by_smtp(&mut plan.settings, port);
                plan.settings.mail.timeout_seconds = 60.try_into().unwrap();
            })
            .await;
        portal.applicant_at(Page::MailSent).await;
        let sender = portal.clone();
        let sending = tokio::spawn(async move { sender.post_mails().await });
        let _connection = silent.accept().await.unwrap();
        let second = portal.browser();
        second.go(Page::Start, Page::MailSent).await;
        assert!(!sending.is_finished(), "the mail is still on its way");
        sending.abort();
    })
    .await;
}
