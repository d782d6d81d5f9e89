//! Domains of mail addresses: their form, the carriers with old habits, and the
//! well-known ones that are often mistyped.

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

/// Domains that very many people in Japan have an address at.
static WELL_KNOWN: [&str; 38] = [
    "gmail.com",
    "yahoo.co.jp",
    "docomo.ne.jp",
    "ezweb.ne.jp",
    "au.com",
    "i.softbank.jp",
    "softbank.ne.jp",
    "icloud.com",
    "me.com",
    "mac.com",
    "outlook.jp",
    "outlook.com",
    "hotmail.com",
    "hotmail.co.jp",
    "live.jp",
    "live.com",
    "msn.com",
    "yahoo.com",
    "ymail.ne.jp",
    "ybb.ne.jp",
    "y-mobile.ne.jp",
    "ymobile.ne.jp",
    "uqmobile.jp",
    "rakumail.jp",
    "rakuten.jp",
    "nifty.com",
    "biglobe.ne.jp",
    "so-net.ne.jp",
    "ocn.ne.jp",
    "plala.or.jp",
    "dion.ne.jp",
    "jcom.home.ne.jp",
    "jcom.zaq.ne.jp",
    "eonet.ne.jp",
    "asahi-net.or.jp",
    "excite.co.jp",
    "mineo.jp",
    "proton.me",
];

/// Domains that exist, with many mailboxes, although they look like a slip.
static REAL_NEIGHBOURS: [&str; 9] = [
    "mail.com",
    "gmx.com",
    "ymail.com",
    "email.com",
    "aol.com",
    "qq.com",
    "pm.me",
    "tim.com",
    "hey.com",
];

/// Endings that no domain has, and what was meant.
static BROKEN_ENDINGS: [(&str, &str); 6] = [
    ("gmail.co.jp", "gmail.com"),
    ("gmail.jp", "gmail.com"),
    ("gmail.ne.jp", "gmail.com"),
    ("icloud.co.jp", "icloud.com"),
    ("docomo.co.jp", "docomo.ne.jp"),
    ("yahoo.ne.jp", "yahoo.co.jp"),
];

/// The well-known domain next to this one: one slip away, or two from one with ten
/// letters or more. None for well-known ones themselves and when two are as near.
pub(super) fn suggestion(domain: &str) -> Option<&'static str> {
    if WELL_KNOWN.contains(&domain) || REAL_NEIGHBOURS.contains(&domain) {
        return None;
    }
    if let Some((_, meant)) = BROKEN_ENDINGS.iter().find(|(broken, _)| *broken == domain) {
        return Some(meant);
    }
    let mut nearest = None;
    let mut least = u8::MAX;
    for known in WELL_KNOWN {
        let slips = slips(domain.as_bytes(), known.as_bytes());
        let bearable = match known.len() {
            0..=6 => 0,
            7..=8 => 1,
            _ => 2,
        };
        if slips > bearable || slips > least {
            continue;
        }
        // Written earlier in the table means more common.
        if slips < least {
            nearest = Some(known);
            least = slips;
        }
    }
    nearest
}

/// Longest domain compared; longer ones are not next to any in the table.
const COMPARED: usize = 24;

/// How many letters were left out, added, changed or swapped with their neighbour
/// (optimal string alignment); [`u8::MAX`] for domains too long to compare.
fn slips(typed: &[u8], known: &[u8]) -> u8 {
    if typed.len() > COMPARED || known.len() > COMPARED || typed.len().abs_diff(known.len()) > 2 {
        return u8::MAX;
    }
    let mut before_last = [0_u8; COMPARED + 1];
    let mut last: [u8; COMPARED + 1] =
        core::array::from_fn(|place| u8::try_from(place).unwrap_or(u8::MAX));
    let mut typed_before = None;
    for (row, letter) in (1_u8..).zip(typed) {
        let line = next_line(row, *letter, typed_before, known, (&before_last, &last));
        before_last = last;
        last = line;
        typed_before = Some(*letter);
    }
    last.get(known.len()).copied().unwrap_or(u8::MAX)
}

type Line = [u8; COMPARED + 1];

/// One more line of the table of distances.
fn next_line(
    row: u8,
    letter: u8,
    before: Option<u8>,
    known: &[u8],
    (before_last, last): (&Line, &Line),
) -> Line {
    let mut line = [u8::MAX; COMPARED + 1];
    let mut left = row;
    let mut known_before = None;
    if let Some(first) = line.first_mut() {
        *first = row;
    }
    for (place, other) in known.iter().enumerate() {
        let at = |line: &Line, place: usize| line.get(place).copied().unwrap_or(u8::MAX);
        let changed = at(last, place).saturating_add(u8::from(letter != *other));
        let mut fewest = changed
            .min(left.saturating_add(1))
            .min(at(last, place + 1).saturating_add(1));
        if before == Some(*other) && known_before == Some(letter) && place > 0 {
            fewest = fewest.min(at(before_last, place - 1).saturating_add(1));
        }
        if let Some(cell) = line.get_mut(place + 1) {
            *cell = fewest;
        }
        left = fewest;
        known_before = Some(*other);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_slips_are_noticed() {
        for (typed, meant) in [
            ("gmial.com", "gmail.com"),
            ("gmai.com", "gmail.com"),
            ("gmail.con", "gmail.com"),
            ("gmail.co", "gmail.com"),
            ("gmaill.com", "gmail.com"),
            ("gamil.com", "gmail.com"),
            ("gmail.co.jp", "gmail.com"),
            ("gmail.jp", "gmail.com"),
            ("yaho.co.jp", "yahoo.co.jp"),
            ("yahoo.co.jo", "yahoo.co.jp"),
            ("yahooo.co.jp", "yahoo.co.jp"),
            ("yafoo.co.jp", "yahoo.co.jp"),
            ("docomo.ne.jo", "docomo.ne.jp"),
            ("dokomo.ne.jp", "docomo.ne.jp"),
            ("docomo.co.jp", "docomo.ne.jp"),
            ("ezwed.ne.jp", "ezweb.ne.jp"),
            ("ezewb.ne.jp", "ezweb.ne.jp"),
            ("i.sofbank.jp", "i.softbank.jp"),
            ("softbank.ne.jo", "softbank.ne.jp"),
            ("iclod.com", "icloud.com"),
            ("icluod.com", "icloud.com"),
            ("outlok.jp", "outlook.jp"),
            ("hotmai.com", "hotmail.com"),
        ] {
            assert_eq!(suggestion(typed), Some(meant), "{typed}");
        }
    }

    #[test]
    fn other_domains_are_left_alone() {
        for domain in [
            "example.jp",
            "city.example.lg.jp",
            "u-tokyo.ac.jp",
            "mail.com",
            "ymail.com",
            "sony.com",
            "ab.com",
            "aol.com",
            "yahoo.fr",
            "keio.jp",
            "live.fr",
            "au.jp",
            "nec.com",
            "gmx.com",
            "ntt.com",
            "tokyo.jp",
        ] {
            assert_eq!(suggestion(domain), None, "{domain}");
        }
        for known in WELL_KNOWN {
            assert_eq!(suggestion(known), None, "{known}");
        }
    }

    #[test]
    fn slips_are_counted_like_fingers_make_them() {
        for (a, b, count) in [
            ("abc", "abc", 0),
            ("abc", "acb", 1),
            ("abc", "ab", 1),
            ("abc", "abxc", 1),
            ("abcd", "badc", 2),
            ("abc", "xyz", 3),
        ] {
            assert_eq!(slips(a.as_bytes(), b.as_bytes()), count, "{a} {b}");
            assert_eq!(slips(b.as_bytes(), a.as_bytes()), count, "{b} {a}");
        }
    }
}
