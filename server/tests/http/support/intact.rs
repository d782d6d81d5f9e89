//! That a hostile text has come through nowhere: no header, mail, log line or tag is the sender's.

use std::collections::BTreeMap;

use server::mail::{Folder, MailTransport as _, Sender};

use super::{Answer, MARK, TestPortal, log};
use crate::crawl::pages;

/// The answer is one of ours, and none of its headers is the sender's.
#[track_caller]
fn insist_on_head(answer: &Answer, what: &str) {
    let known = [200, 303, 400, 403, 404, 405, 409, 413, 422];
    let status = answer.status.as_u16();
    assert!(
        known.contains(&status),
        "{status} at {what}: {}",
        answer.text()
    );
    for (name, value) in &answer.headers {
        let value = String::from_utf8_lossy(value.as_bytes());
        let is_path = name == "location" && value.starts_with("/open/");
        assert!(
            is_path || !value.contains(MARK),
            "{name}: {value} at {what}"
        );
        assert!(!name.as_str().contains(MARK), "{name} at {what}");
    }
    let to = answer.header("location");
    let to = to.strip_suffix("?cookie").unwrap_or(to);
    let to = to.strip_suffix("#picture").unwrap_or(to);
    let is_ours = pages().iter().any(|page| page == to) || to.starts_with("/open/");
    assert!(to.is_empty() || is_ours, "{to} at {what}");
}

/// Nothing that was typed has become a tag or an attribute.
#[track_caller]
pub(crate) fn insist_on_page(answer: &Answer, what: &str) {
    insist_on_head(answer, what);
    let is_page = answer.header("content-type").starts_with("text/html");
    let text = answer.text();
    for begun in ["<giftig7f", "\"giftig7f=", "</textarea></script>"] {
        assert!(
            !is_page || !text.contains(begun),
            "{begun} at {what}: {text}"
        );
    }
}

/// Every mail that went out, as it travels, goes to the address its applicant gave and has
/// the headers that all have. Returns how many went out.
pub(crate) async fn insist_on_mails(portal: &TestPortal) -> usize {
    const HEADERS: [&str; 9] = [
        "Auto-Submitted",
        "Content-Transfer-Encoding",
        "Content-Type",
        "Date",
        "From",
        "MIME-Version",
        "Message-ID",
        "Subject",
        "To",
    ];
    portal.post_mails().await;
    let letters = portal.letters();
    let folder = tempfile::tempdir().unwrap();
    let post = Folder::new(folder.path(), Sender::new(portal.settings()));
    for letter in &letters {
        post.send(letter).await.unwrap();
        let file = folder.path().join(format!("{}.eml", letter.id));
        let mail = std::fs::read_to_string(file).unwrap();
        let (head, _) = mail.split_once("\r\n\r\n").unwrap();
        assert!(
            !head.replace("\r\n", "").contains(['\r', '\n', '\0']),
            "{head}"
        );
        assert!(head.is_ascii(), "{head}");
        let head = head.replace("\r\n ", " ");
        let lines = head
            .split("\r\n")
            .map(|line| line.split_once(": ").unwrap());
        let headers: BTreeMap<_, _> = lines.clone().collect();
        assert_eq!(headers.keys().copied().collect::<Vec<_>>(), HEADERS);
        assert_eq!(lines.count(), HEADERS.len(), "{head}");
        let (to, address) = (headers["To"], letter.to.for_smtp());
        assert!(
            to == address || to.ends_with(&format!("<{address}>")),
            "{head}"
        );
        assert_eq!(headers["To"].matches('@').count(), 1, "{head}");
        assert!(
            mail.lines()
                .all(|line| line.len() < 999 && !line.contains('\r'))
        );
    }
    letters.len()
}

/// Nothing of it is in the log, whole or in lines of its own.
pub(crate) fn insist_on_log() {
    let log = String::from_utf8(log::heard()).unwrap();
    assert!(log.contains("request"), "the log was listened to");
    let line = log
        .lines()
        .find(|line| line.contains(MARK) || line.contains("ｇｉｆｔｉｇ"));
    assert_eq!(line, None);
}
