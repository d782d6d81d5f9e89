//! What the link or the code in a mail is made of: the mail's own secret, whatever becomes of
//! the operator's keys, and nothing once the mail is settled.

use hkdf::Hkdf;
use rules::LinkToken;
use rules::application::Page;
use server::seal::{Keys, Purpose};
use server::service::rewrap;
use server::store::{SealedTable, Which};
use sha2::{Digest as _, Sha256};

use crate::keys::tell_the_database;
use crate::support::{TestPortal, fields, on_both, on_each_database, operator_keys, token_in};

/// What the removed key was.
const REMOVED: [u8; 32] = [1; 32];
/// Every label under which that key, or one of the version before, gives others.
const LABELS: [&[u8]; 4] = [
    b"shinsei digest link token",
    b"shinsei digest device code",
    b"shinsei key mails",
    b"shinsei key sessions",
];

/// The tokens that whoever has the removed key could make of the name of a mail.
fn computed(mail: &str) -> Vec<LinkToken> {
    let operator = operator_keys(&[1]);
    let look_ups = operator.newest().look_up_keys().clone();
    let keys = Keys::new(&operator, look_ups);
    let digests = Purpose::ALL.map(|purpose| keys.digest(purpose, mail.as_bytes()));
    let derived = LABELS.map(|label| {
        let mut key = [0; 32];
        let from = Hkdf::<Sha256>::new(None, &REMOVED);
        from.expand(label, &mut key).unwrap();
        mac(&key, mail)
    });
    let plain = [mac(&REMOVED, mail), Sha256::digest(mail).into()];
    let all = digests.into_iter().chain(derived).chain(plain);
    all.map(LinkToken::from_random).collect()
}

fn mac(key: &[u8; 32], text: &str) -> [u8; 32] {
    use hmac::{Hmac, Mac as _};
    let mut mac = Hmac::<Sha256>::new_from_slice(key).unwrap();
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().into()
}

/// Whether a link with this token was ever made.
async fn is_known(portal: &TestPortal, token: &str) -> bool {
    let digest = Sha256::digest(token).into();
    portal.store.link(&digest).await.unwrap().is_some()
}

async fn opens(portal: &TestPortal, token: &str) -> String {
    let link = fields(&[("token", token)]);
    portal.browser().led("/api/link/open", &link).await
}

/// How many mails keep a secret.
async fn secrets(portal: &TestPortal) -> usize {
    let store = &portal.store;
    let rows = store.sealed_rows(SealedTable::Outbox, "", Which::All, 99);
    rows.await.unwrap().len()
}

async fn waiting(portal: &TestPortal, form: u8) {
    let browser = portal.browser();
    browser.give_form(form).await;
    browser.go(Page::Terms, Page::MailSent).await;
}

#[tokio::test]
async fn links_queued_before_and_after_the_change_of_the_key_work_and_the_removed_key_makes_none() {
    on_each_database(async |database| {
        let first = database.portal(|plan| plan.keys = &[1]).await;
        waiting(&first, 1).await;
        let both = first.beside(&[2, 1]).await;
        waiting(&both, 2).await;
        let done = rewrap(&**both.store, &both.keys, &*both.random);
        assert_eq!(done.await.unwrap().closed, 0);
        let last = first.beside(&[2]).await;
        waiting(&last, 3).await;
        last.post_mails().await;
        let tokens = last.tokens();
        assert_eq!(tokens.len(), 3);
        for token in &tokens {
            assert!(is_known(&last, token).await);
        }
        for letter in last.letters() {
            for token in computed(letter.id.as_str()) {
                assert!(!is_known(&last, token.as_str()).await, "{:?}", letter.id);
            }
        }
        for token in &tokens {
            assert_eq!(opens(&last, token).await, "/device");
        }
    })
    .await;
}

#[tokio::test]
async fn a_mail_that_is_tried_again_has_the_same_link_and_one_that_was_put_back_another() {
    on_both(async |portal| {
        portal.set_post_closed(true);
        waiting(&portal, 1).await;
        for _ in 0..2 {
            portal.post_mails().await;
            portal.wait(60);
        }
        let tried: Vec<_> = portal.turned_away().iter().filter_map(token_in).collect();
        assert_eq!(tried.len(), 2);
        assert_eq!(tried[0], tried[1]);
        assert_eq!(secrets(&portal).await, 1);
        tell_the_database(&portal, "update outbox set outcome = 'failed', due_at = 0").await;
        assert_eq!(portal.service.retry_mails(None).await.unwrap(), 1);
        assert_eq!(secrets(&portal).await, 0, "the one it had is gone");
        portal.set_post_closed(false);
        let token = portal.token().await;
        assert_ne!(token, tried[0], "another link");
        assert_eq!(opens(&portal, &token).await, "/device");
    })
    .await;
}

#[tokio::test]
async fn the_secret_of_a_mail_is_gone_once_it_is_sent_given_up_or_not_needed() {
    on_both(async |portal| {
        waiting(&portal, 1).await;
        assert_eq!(secrets(&portal).await, 1);
        // Sent; the code that is asked for by another browser waits.
        let token = portal.token().await;
        assert_eq!(secrets(&portal).await, 0);
        assert_eq!(opens(&portal, &token).await, "/device");
        assert_eq!(secrets(&portal).await, 1);
        // Not needed: the browser that asked is gone.
        tell_the_database(&portal, "delete from sessions").await;
        portal.post_mails().await;
        assert_eq!(secrets(&portal).await, 0);
        assert!(portal.codes().is_empty());
        // Given up at last.
        portal.set_post_closed(true);
        waiting(&portal, 2).await;
        for _ in 0..server::mail::TRIES {
            assert_eq!(secrets(&portal).await, 1);
            portal.post_mails().await;
            portal.wait(30 * 60);
        }
        assert_eq!(secrets(&portal).await, 0);
    })
    .await;
}

#[tokio::test]
async fn rows_of_the_version_before_have_no_secret_and_get_one_when_they_are_tried() {
    on_both(async |portal| {
        waiting(&portal, 1).await;
        tell_the_database(&portal, "update outbox set secret = null").await;
        portal.set_post_closed(true);
        for _ in 0..2 {
            portal.post_mails().await;
            portal.wait(60);
        }
        portal.set_post_closed(false);
        let token = portal.token().await;
        let tried: Vec<_> = portal.turned_away().iter().filter_map(token_in).collect();
        assert_eq!(tried, [token.clone(), token.clone()], "drawn once and kept");
        assert_eq!(opens(&portal, &token).await, "/device");
        tell_the_database(&portal, "update outbox set secret = null").await;
        assert_eq!(portal.code().await.len(), 6);
    })
    .await;
}
