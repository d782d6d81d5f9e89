//! Which addresses lead into the same mailbox.

use core::fmt;

use crate::MailAddress;

/// A provider with several domains or spellings for one mailbox.
struct Provider {
    /// Its domains; the first one stands for all.
    domains: &'static [&'static str],
    /// Whether it leaves the dots before the `@` out of account.
    ignores_dots: bool,
}

/// Only what a provider says itself of every address it gives out: whoever is put
/// together here shares an allowance.
const PROVIDERS: [Provider; 1] = [
    // "Dots don't matter in Gmail addresses" and googlemail.com is the same mailbox:
    // support.google.com/mail/answer/7436150 and /answer/10313 (2026-11).
    Provider {
        domains: &["gmail.com", "googlemail.com"],
        ignores_dots: true,
    },
];

/// The mailbox behind an address, as far as it can be told from outside: lower case, without
/// the tag behind a `+`, and without dots where the provider ignores them.
///
/// For counting only. Nothing is sent to it: at a provider that knows no tags it may be
/// somebody else's.
///
/// ```
/// use rules::{MailAddress, Mailbox};
/// let mailbox = |text| MailAddress::parse(text).map(|mail| Mailbox::of(&mail));
/// assert_eq!(mailbox("Ta.ro+card@googlemail.com")?, mailbox("taro@gmail.com")?);
/// # Ok::<(), rules::MailAddressProblem>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Mailbox(String);

impl Mailbox {
    /// The mailbox this address probably leads into.
    pub fn of(mail: &MailAddress) -> Self {
        let provider = PROVIDERS
            .iter()
            .find(|provider| provider.domains.contains(&mail.domain()));
        let domain = provider
            .and_then(|provider| provider.domains.first().copied())
            .unwrap_or(mail.domain());
        let mut local = untagged(mail.local()).to_ascii_lowercase();
        if provider.is_some_and(|provider| provider.ignores_dots) {
            local.retain(|letter| letter != '.');
        }
        Self(format!("{local}@{domain}"))
    }

    /// Its text, to be counted by.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What stands before the tag; all of it where nothing would be left.
fn untagged(local: &str) -> &str {
    match local.split_once('+') {
        Some((before, _)) if !before.is_empty() => before,
        _ => local,
    }
}

impl fmt::Debug for Mailbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Mailbox(…)")
    }
}
