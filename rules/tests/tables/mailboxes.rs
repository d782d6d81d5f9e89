//! Which addresses are counted as one mailbox.

use rules::{MailAddress, Mailbox};

use crate::test;

fn mailbox(text: &str) -> String {
    let mail = MailAddress::parse(text).unwrap();
    Mailbox::of(&mail).as_str().to_owned()
}

#[test]
fn spellings_of_one_mailbox_are_one() {
    for (typed, counted) in [
        ("victim@example.jp", "victim@example.jp"),
        ("victim+0@example.jp", "victim@example.jp"),
        ("victim+11@example.jp", "victim@example.jp"),
        ("Victim+a+b@EXAMPLE.jp", "victim@example.jp"),
        ("victim+@example.jp", "victim@example.jp"),
        ("v.i.ctim@gmail.com", "victim@gmail.com"),
        ("v.ictim+x.y@googlemail.com", "victim@gmail.com"),
        ("VICTIM@GMAIL.COM", "victim@gmail.com"),
    ] {
        assert_eq!(mailbox(typed), counted, "{typed}");
    }
}

#[test]
fn mailboxes_that_may_be_of_two_people_stay_two() {
    for (typed, counted) in [
        ("v.ictim@example.jp", "v.ictim@example.jp"),
        ("v.ictim@docomo.ne.jp", "v.ictim@docomo.ne.jp"),
        ("victim..@docomo.ne.jp", "victim..@docomo.ne.jp"),
        ("victim-0@yahoo.co.jp", "victim-0@yahoo.co.jp"),
        ("+victim@example.jp", "+victim@example.jp"),
        ("v.ictim@gmail.co.jp", "v.ictim@gmail.co.jp"),
        ("v.ictim@mail.gmail.com", "v.ictim@mail.gmail.com"),
    ] {
        assert_eq!(mailbox(typed), counted, "{typed}");
    }
}

#[test]
fn a_mailbox_in_a_log_shows_nothing() {
    let mail = MailAddress::parse("victim@example.jp").unwrap();
    assert_eq!(format!("{:?}", Mailbox::of(&mail)), "Mailbox(…)");
}
