//! Domains of mail addresses: their form, and the carriers with old habits.

use super::{Dots, MailAddressProblem};

/// Letters of one label (RFC 1035 §2.3.4).
const MOST_OF_LABEL: usize = 63;

/// Refuses what is no domain of at least two labels.
pub(super) fn check(domain: &str) -> Result<(), MailAddressProblem> {
    let is_number =
        |label: &str| !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_digit());
    if domain.starts_with('[') || domain.split('.').all(is_number) {
        return Err(MailAddressProblem::IpAddress);
    }
    let last = domain.rsplit('.').next().unwrap_or_default();
    let fits = domain.contains('.') && domain.split('.').all(is_label) && is_top_level(last);
    if fits {
        Ok(())
    } else {
        Err(MailAddressProblem::Domain)
    }
}

fn is_label(label: &str) -> bool {
    (1..=MOST_OF_LABEL).contains(&label.len())
        && !label.starts_with('-')
        && !label.ends_with('-')
        && label
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// Top-level domains are letters, or the ASCII form of other letters (`xn--…`).
fn is_top_level(label: &str) -> bool {
    label.len() >= 2
        && (label.bytes().all(|byte| byte.is_ascii_alphabetic())
            || label
                .get(..4)
                .is_some_and(|start| start.eq_ignore_ascii_case("xn--")))
}

/// The places of dots in which a domain once gave out addresses against RFC 5321.
///
/// NTT `DoCoMo` and au did so until April 2009 and these addresses still work; au
/// let them be kept when it moved to `au.com`, and its addresses could begin with a
/// dot. `SoftBank` and its forerunners kept to the rules.
pub(super) fn dots_given_out(domain: &str) -> Dots {
    match domain.to_ascii_lowercase().as_str() {
        "docomo.ne.jp" => Dots {
            first: false,
            double: true,
            last: true,
        },
        "ezweb.ne.jp" | "au.com" => Dots {
            first: true,
            double: true,
            last: true,
        },
        _ => Dots::default(),
    }
}
