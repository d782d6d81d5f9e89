//! Domains that are a slip of the finger away from a well-known one.

use strsim::osa_distance;

/// A provider's domain: the part that is its own, and the ending that others have too.
type Domain = (&'static str, &'static str);

/// Domains that very many people in Japan have an address at; what is more common first.
static WELL_KNOWN: [Domain; 33] = [
    ("gmail", "com"),
    ("yahoo", "co.jp"),
    ("docomo", "ne.jp"),
    ("ezweb", "ne.jp"),
    ("au", "com"),
    ("i.softbank", "jp"),
    ("softbank", "ne.jp"),
    ("icloud", "com"),
    ("me", "com"),
    ("mac", "com"),
    ("outlook", "jp"),
    ("outlook", "com"),
    ("hotmail", "com"),
    ("hotmail", "co.jp"),
    ("live", "jp"),
    ("live", "com"),
    ("msn", "com"),
    ("yahoo", "com"),
    ("y-mobile", "ne.jp"),
    ("ymobile", "ne.jp"),
    ("uqmobile", "jp"),
    ("rakumail", "jp"),
    ("nifty", "com"),
    ("biglobe", "ne.jp"),
    ("so-net", "ne.jp"),
    ("ocn", "ne.jp"),
    ("plala", "or.jp"),
    ("dion", "ne.jp"),
    ("jcom.home", "ne.jp"),
    ("jcom.zaq", "ne.jp"),
    ("asahi-net", "or.jp"),
    ("excite", "co.jp"),
    ("mineo", "jp"),
];

/// Domains with mailboxes that look like a slip of a well-known one and are none.
static REAL_NEIGHBOURS: [&str; 4] = ["gail.com", "plaza.or.jp", "s-net.ne.jp", "ymobile1.ne.jp"];

/// Domains without mailboxes that are too far from what was meant to be found by counting.
static BROKEN: [(&str, Domain); 5] = [
    ("gmail.co.jp", ("gmail", "com")),
    ("gmail.jp", ("gmail", "com")),
    ("gmail.ne.jp", ("gmail", "com")),
    ("icloud.co.jp", ("icloud", "com")),
    ("docomo.co.jp", ("docomo", "ne.jp")),
];

/// Letters from which on a part of its own is long enough for one of them to be wrong: among
/// the short ones (ocn, kcn, mco; dion, ido) most neighbours are providers too.
const LONG_ENOUGH_FOR_A_SLIP: usize = 5;

/// Letters from which on the ending may have one wrong. `me.co` and `au.co` are left alone.
const LONG_ENOUGH_FOR_AN_ENDING: usize = 3;

/// The well-known domain that was meant; none for well-known ones themselves.
pub(super) fn suggestion(domain: &str) -> Option<String> {
    if WELL_KNOWN.iter().any(|known| is(*known, domain)) || REAL_NEIGHBOURS.contains(&domain) {
        return None;
    }
    let broken = BROKEN.iter().find(|(broken, _)| *broken == domain);
    let meant = broken.map(|(_, meant)| *meant).or_else(|| nearest(domain));
    meant.map(|(own, ending)| format!("{own}.{ending}"))
}

fn is((own, ending): Domain, domain: &str) -> bool {
    domain
        .strip_prefix(own)
        .and_then(|rest| rest.strip_prefix('.'))
        == Some(ending)
}

/// The one with the fewest slips; of several the most common.
fn nearest(domain: &str) -> Option<Domain> {
    let slips = |known: &Domain| slips(domain, *known).map(|count| (count, *known));
    let near = WELL_KNOWN.iter().filter_map(slips);
    near.min_by_key(|(count, _)| *count).map(|(_, known)| known)
}

/// How many slips of a finger make the known domain into the typed one (optimal string
/// alignment); none if they are more than the length of its own part bears.
fn slips(typed: &str, (own, ending): Domain) -> Option<usize> {
    if own.len() >= LONG_ENOUGH_FOR_AN_ENDING && joined(typed).eq(joined(own).chain(joined(ending)))
    {
        return Some(1);
    }
    let (typed_own, typed_ending) = split(typed, own)?;
    // Whoever slips on the first letter sees it, and most providers differ in it: gmail, ymail.
    if typed_own.as_bytes().first() != own.as_bytes().first() {
        return None;
    }
    let in_own = osa_distance(typed_own, own);
    let in_ending = osa_distance(typed_ending, ending);
    let bearable = in_own <= usize::from(own.len() >= LONG_ENOUGH_FOR_A_SLIP)
        && in_ending <= usize::from(own.len() >= LONG_ENOUGH_FOR_AN_ENDING);
    bearable.then_some(in_own.saturating_add(in_ending))
}

/// The typed domain without dots and hyphens: they are easily left out.
fn joined(domain: &str) -> impl Iterator<Item = char> {
    domain.chars().filter(|letter| !matches!(letter, '.' | '-'))
}

/// As many labels as the own part of the known domain has, and the rest.
fn split<'t>(typed: &'t str, own: &str) -> Option<(&'t str, &'t str)> {
    let dots = own.matches('.').count();
    let (place, _) = typed.match_indices('.').nth(dots)?;
    let (typed_own, rest) = typed.split_at_checked(place)?;
    Some((typed_own, rest.strip_prefix('.')?))
}
