//! What was typed, as much of it as is kept until a page is shown again.

use rules::{BrailleName, ContactName, MailAddress};
use serde::{Deserialize, Serialize};

/// Characters an application ID may be typed with: spaces, lines and hyphens too.
pub(crate) const APPLICATION_ID: u32 = 80;
/// The same for a receipt number.
pub(crate) const RECEIPT_NUMBER: u32 = 40;
/// The same for a year, a month or a day.
pub(crate) const PART_OF_DATE: u32 = 30;
/// Longer than the value of any box or choice of ours.
const CHOICE: usize = 20;

/// Values by name of the form control, none of them longer than its field may be.
///
/// Made in one way only, so that no path keeps more of what somebody sends: a form that is
/// refused costs its sender nothing, and would else store whatever fits into a request.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Typed(Vec<(String, String)>);

impl Typed {
    /// Names and values, in the order of the form.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        let pairs = self.0.iter();
        pairs.map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<'n> FromIterator<(&'n str, String)> for Typed {
    fn from_iter<I: IntoIterator<Item = (&'n str, String)>>(pairs: I) -> Self {
        let kept = pairs.into_iter().map(|(name, mut value)| {
            if let Some((end, _)) = value.char_indices().nth(longest(name)) {
                value.truncate(end);
            }
            (name.to_owned(), value)
        });
        Self(kept.collect())
    }
}

/// The most characters that the control of this name may hold.
fn longest(name: &str) -> usize {
    let whole = |most: u32| usize::try_from(most).unwrap_or(usize::MAX);
    match name {
        "application_id" => whole(APPLICATION_ID),
        "receipt_number" => whole(RECEIPT_NUMBER),
        "year" | "month" | "day" => whole(PART_OF_DATE),
        "contact_name" => ContactName::MOST_HALF_WIDTH,
        "mail" | "mail_again" => MailAddress::MOST,
        "braille" => BrailleName::MOST,
        _ => CHOICE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_value_is_kept_beyond_what_its_field_may_hold() {
        let long = "番".repeat(60_000);
        for (name, most) in [
            ("application_id", 80),
            ("receipt_number", 40),
            ("year", 30),
            ("contact_name", 100),
            ("mail", 100),
            ("mail_again", 100),
            ("braille", 50),
            ("adult", 20),
            ("anything", 20),
        ] {
            let kept = Typed::from_iter([(name, long.clone())]);
            let lengths: Vec<_> = kept
                .iter()
                .map(|(_, value)| value.chars().count())
                .collect();
            assert_eq!(lengths, [most], "{name}");
        }
    }

    #[test]
    fn what_a_field_may_hold_is_kept_as_it_was_typed() {
        for (name, value) in [
            ("contact_name", "番".repeat(100)),
            ("mail", "a".repeat(100)),
            ("certificates", "decline".to_owned()),
            ("applicant", "representative".to_owned()),
            ("year", String::new()),
        ] {
            let kept = Typed::from_iter([(name, value.clone())]);
            assert_eq!(kept.iter().next(), Some((name, value.as_str())));
        }
    }
}
