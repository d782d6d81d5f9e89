//! How letters look as mails.

use super::*;
use crate::mail::message::{Sender, message};

fn sender() -> Sender {
    Sender {
        address: MailAddress::parse("card@town.lg.jp").unwrap(),
        name: Line::parse("みほん町役場, 住民課 \"カード\"").unwrap(),
        reply_to: MailAddress::parse("answers@town.lg.jp").ok(),
    }
}

/// The header lines of a mail, with folded ones joined, and the rest.
fn split(mail: &[u8]) -> (Vec<String>, String) {
    let text = String::from_utf8(mail.to_vec()).unwrap();
    let (head, body) = text.split_once("\r\n\r\n").unwrap();
    let head = head.replace("\r\n ", " ");
    (
        head.split("\r\n").map(str::to_owned).collect(),
        body.to_owned(),
    )
}

fn mails() -> Vec<(Letter, Vec<u8>)> {
    let formatted = |letter: &Letter| message(letter, &sender()).unwrap().formatted();
    all_letters()
        .into_iter()
        .map(|letter| (letter.clone(), formatted(&letter)))
        .collect()
}

#[test]
fn every_mail_is_seven_bit_with_short_lines_of_crlf() {
    for (_, mail) in mails() {
        assert!(mail.is_ascii());
        let text = String::from_utf8(mail).unwrap();
        assert!(
            text.split("\r\n")
                .all(|line| line.len() <= 998 && !line.contains(['\r', '\n']))
        );
        let body = text.split_once("\r\n\r\n").unwrap().1;
        assert!(body.split("\r\n").all(|line| line.len() <= 78), "{body}");
    }
}

#[test]
fn every_mail_has_each_header_once_and_no_other() {
    let names = [
        "From",
        "To",
        "Subject",
        "Date",
        "Message-ID",
        "Auto-Submitted",
        "Reply-To",
        "MIME-Version",
        "Content-Type",
        "Content-Transfer-Encoding",
    ];
    for (_, mail) in mails() {
        let (head, _) = split(&mail);
        let mut found: Vec<&str> = head
            .iter()
            .map(|line| line.split_once(": ").unwrap().0)
            .collect();
        let mut expected = names.to_vec();
        found.sort_unstable();
        expected.sort_unstable();
        assert_eq!(found, expected);
    }
}

#[test]
fn every_mail_says_that_a_machine_sent_it_and_when_and_under_which_name() {
    for (letter, mail) in mails() {
        let (head, _) = split(&mail);
        for line in [
            "Auto-Submitted: auto-generated",
            "Date: Sun, 22 Nov 2026 09:25:00 +0000",
            "Reply-To: answers@town.lg.jp",
            "Content-Type: text/plain; charset=utf-8",
            &format!("Message-ID: <{}@town.lg.jp>", letter.id),
        ] {
            assert!(head.iter().any(|header| header == line), "{line} {head:#?}");
        }
    }
}

#[test]
fn the_same_letter_makes_the_same_mail_in_every_try() {
    for (letter, mail) in mails() {
        assert_eq!(message(&letter, &sender()).unwrap().formatted(), mail);
    }
}

#[test]
fn a_sender_without_another_address_for_answers_has_no_such_header() {
    let sender = Sender::new(&settings());
    let [letter, ..] = letters_to(&contacts()[0], &settings());
    let (head, _) = split(&message(&letter, &sender).unwrap().formatted());
    assert!(!head.iter().any(|line| line.starts_with("Reply-To")));
    assert_eq!(sender.name, settings().office.name);
}

#[test]
fn no_name_that_a_line_can_hold_begins_another_header() {
    let [letter, ..] = letters_to(&contacts()[0], &settings());
    for name in [
        "a, b@c.jp",
        "\"",
        "\\",
        "a\" <b@c.jp>",
        "a;b:",
        "(a",
        "=?utf-8?B?DQpCY2M6IHg=?=",
        "\u{a0}",
        "a\u{202e}b",
    ] {
        let Ok(name) = Line::parse(name) else {
            continue;
        };
        let letter = Letter {
            name: Some(name),
            ..letter.clone()
        };
        let message = message(&letter, &sender()).unwrap();
        let (head, _) = split(&message.formatted());
        assert_eq!(head.len(), 10, "{head:#?}");
        assert_eq!(message.envelope().to().len(), 1, "{head:#?}");
        assert_eq!(message.envelope().to()[0].to_string(), "taro@town.lg.jp");
    }
}

#[test]
fn a_name_with_line_ends_or_nul_is_no_line() {
    for name in [
        "a\r\nBcc: x@y.jp",
        "a\rb",
        "a\nb",
        "a\0b",
        "\0",
        "a\u{1b}b",
        "a\u{9d}b",
    ] {
        assert!(Line::parse(name).is_err(), "{name:?}");
        assert!(ContactName::parse(name).is_err(), "{name:?}");
    }
}

#[tokio::test]
async fn the_memory_keeps_the_last_letters_readable() {
    let memory = Memory::default();
    let [letter, ..] = letters_to(&contacts()[0], &settings());
    for number in 1..=Memory::MOST + 3 {
        let letter = Letter {
            id: id(&format!("m{number}")),
            ..letter.clone()
        };
        memory.send(&letter).await.unwrap();
    }
    let caught = memory.newest_first();
    assert_eq!(caught.len(), Memory::MOST);
    assert_eq!(
        (caught[0].number, caught[0].letter.id.as_str()),
        (503, "m503")
    );
    assert_eq!(memory.find(4).unwrap().id.as_str(), "m4");
    assert_eq!(memory.find(3), None);
}

#[tokio::test]
async fn the_folder_holds_each_letter_once_as_a_mail() {
    let folder = tempfile::tempdir().unwrap();
    let inside = folder.path().join("new");
    let transport = Folder::new(&inside, sender());
    let [letter, other, _] = letters_to(&contacts()[0], &settings());
    for letter in [&letter, &letter, &other] {
        transport.send(letter).await.unwrap();
    }
    let mut names: Vec<_> = std::fs::read_dir(&inside)
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    names.sort();
    assert_eq!(names, ["device_code.eml", "link.eml"]);
    let mail = std::fs::read(inside.join("link.eml")).unwrap();
    assert_eq!(mail, message(&letter, &sender()).unwrap().formatted());
}

#[tokio::test]
async fn a_folder_that_cannot_be_made_is_worth_another_try() {
    let file = tempfile::NamedTempFile::new().unwrap();
    let [letter, ..] = letters_to(&contacts()[0], &settings());
    let refused = Folder::new(&file.path().join("x"), sender())
        .send(&letter)
        .await;
    assert!(
        matches!(
            refused,
            Err(TransportError::Later {
                reason: Reason::Folder(_)
            })
        ),
        "{refused:?}"
    );
}
