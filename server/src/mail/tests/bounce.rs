//! Notifications as mail servers write them.

use crate::mail::{Bounce, NoBounce};

const HEAD: &str = "Received: from portal.example\r\nMessage-ID: <0123456789abcdef@city.example>\r\n\
    From: portal@city.example\r\nTo: taro@example.jp\r\nSubject: =?utf-8?b?55Sz6KuL?=\r\n";

/// In the shape of Postfix: a text, the report, what came back.
fn notification(recipient: &str, returned: &str) -> String {
    format!(
        "From: MAILER-DAEMON@relay.example\r\nTo: portal@city.example\r\nSubject: Undelivered\r\n\
         MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=\"=_b\"\r\n\
         \r\n--=_b\r\nContent-Type: text/plain\r\n\r\nI could not deliver this to taro@example.jp.\r\n\
         --=_b\r\nContent-Type: message/delivery-status\r\n\r\n\
         Reporting-MTA: dns; relay.example\r\nArrival-Date: Fri, 27 Nov 2026 10:00:00 +0900\r\n\r\n\
         Final-Recipient: rfc822; taro@example.jp\r\n{recipient}\
         Diagnostic-Code: smtp; 550 5.1.1 <taro@example.jp>: User unknown\r\n\r\n\
         --=_b\r\n{returned}\r\n--=_b--\r\n"
    )
}

fn head() -> String {
    format!("Content-Type: text/rfc822-headers\r\n\r\n{HEAD}")
}

fn whole() -> String {
    format!("Content-Type: message/rfc822\r\n\r\n{HEAD}\r\nText of the mail\r\n")
}

#[test]
fn the_mail_and_the_status_are_read_from_head_or_whole() {
    let failed = "Action: failed\r\nStatus: 5.1.1 (no such user)\r\n";
    for returned in [head(), whole()] {
        let bounce = Bounce::read(notification(failed, &returned).as_bytes()).unwrap();
        assert_eq!(bounce.id.as_str(), "0123456789abcdef");
        assert_eq!(bounce.status, "5.1.1");
    }
}

#[test]
fn a_status_that_is_none_is_not_kept_as_it_is() {
    for status in [
        "",
        "Status: taro@example.jp\r\n",
        "Status: 5.1\r\n",
        "Status: 5.1.1.1\r\n",
    ] {
        let recipient = format!("Action: failed\r\n{status}");
        let bounce = Bounce::read(notification(&recipient, &head()).as_bytes()).unwrap();
        assert_eq!(bounce.status, "5.0.0", "{status}");
    }
}

#[test]
fn what_says_of_no_mail_that_it_came_back_is_told_apart() {
    let late = notification("Action: delayed\r\nStatus: 4.4.1\r\n", &head());
    let failed = "Action: failed\r\nStatus: 5.1.1\r\n";
    let nameless = notification(failed, "Content-Type: text/plain\r\n\r\nnothing");
    let foreign = notification(failed, &head().replace("0123456789abcdef@", "a b@"));
    for (file, problem) in [
        (late.as_str(), NoBounce::NotFailed),
        (nameless.as_str(), NoBounce::NoMail),
        (foreign.as_str(), NoBounce::NoMail),
        ("Subject: hello\r\n\r\nhow are you?", NoBounce::OtherKind),
        ("", NoBounce::OtherKind),
    ] {
        assert_eq!(Bounce::read(file.as_bytes()), Err(problem), "{file}");
    }
}
