//! What a browser's session holds: the applications under way in it.

use std::mem;

use app::applicant::portal::{About, Flash};
use rules::application::{Access, Journey};
use rules::{Moment, ReceiptNumber};
use serde::{Deserialize, Deserializer, Serialize};

use crate::store::JourneyId;

/// What pages have to say of the last try, and the path of the page that says it.
pub(crate) type KeptFlash = Option<(String, Flash)>;

/// What a session holds; sealed in the database.
///
/// The application used last stands where the only one stood in sessions of older versions, so
/// that each reads the other's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SessionContent {
    /// The application used last: what pages show.
    #[serde(flatten)]
    pub current: SessionApplication,
    /// The others, the one used last first. One at most in what an older version wrote.
    #[serde(default, alias = "before", deserialize_with = "one_or_more")]
    pub others: Vec<SessionApplication>,
    /// What was typed and refused on a page that belongs to no application.
    #[serde(default)]
    pub open_page_flash: KeptFlash,
    /// The application whose status was asked for.
    #[serde(default)]
    pub looked_up: Option<ReceiptNumber>,
}

/// An application under way in a session, and what the browser may do with it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SessionApplication {
    /// Which it is, as the forms of its pages say. None before one is begun, and in a session of
    /// an older version.
    #[serde(default)]
    pub about: Option<About>,
    /// What was given before the address was registered.
    #[serde(default)]
    pub draft: Journey,
    /// The application in the database, from the registration on.
    #[serde(default)]
    pub tie: Option<Tie>,
    /// What was typed and refused on one of its pages.
    #[serde(default)]
    pub flash: KeptFlash,
    /// That a picture authentication was answered rightly in this registration.
    #[serde(default)]
    pub solved: Option<Solved>,
}

/// The application in the database that a browser has come to, and what it may do there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tie {
    /// The application.
    pub journey: JourneyId,
    /// What the browser may do.
    pub access: Access,
}

/// A picture authentication that was answered rightly: good for a few addresses, as long as
/// the registration is under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Solved {
    /// It is good until then.
    pub until: Moment,
    /// It is good for so many addresses more.
    pub left: u32,
    /// Whether the hidden work was done, too.
    pub has_worked: bool,
}

impl SessionContent {
    /// All applications, the one used last first.
    pub(crate) fn applications(&self) -> impl Iterator<Item = &SessionApplication> {
        [&self.current].into_iter().chain(&self.others)
    }

    /// What this browser may do with an application, if its session holds it.
    pub(crate) fn access_to(&self, journey: &JourneyId) -> Option<Access> {
        let mut ties = self.applications().filter_map(|one| one.tie.as_ref());
        let tie = ties.find(|tie| tie.journey == *journey)?;
        Some(tie.access)
    }

    /// Makes this application the current one. Whether the session holds it.
    pub(crate) fn switch_to(&mut self, about: &About) -> bool {
        let is_it = |one: &SessionApplication| one.about.as_ref() == Some(about);
        if is_it(&self.current) {
            return true;
        }
        let Some(place) = self.others.iter().position(is_it) else {
            return false;
        };
        let named = self.others.remove(place);
        self.put_first(named);
        true
    }

    /// Makes this application the current one, or a new one of its name. The session then holds
    /// so many at most: the one that was used the longest time ago is dropped.
    pub(crate) fn come_to(&mut self, about: About, at_most: usize) {
        if self.switch_to(&about) {
            return;
        }
        self.put_first(SessionApplication {
            about: Some(about),
            ..SessionApplication::default()
        });
        self.others.truncate(at_most.saturating_sub(1));
    }

    /// Begins the current application anew with what is given on its first page.
    pub(crate) fn begin(&mut self, draft: Journey) {
        self.current = SessionApplication {
            about: self.current.about.take(),
            draft,
            ..SessionApplication::default()
        };
        self.forget_what_was_said();
        self.looked_up = None;
    }

    /// Ties the current application to the one in the database.
    pub(crate) fn tie(&mut self, tie: Tie) {
        self.current = SessionApplication {
            about: self.current.about.take(),
            tie: Some(tie),
            ..SessionApplication::default()
        };
        self.forget_what_was_said();
        self.looked_up = None;
    }

    /// Forgets what pages had to say of the last try.
    pub(crate) fn forget_what_was_said(&mut self) {
        self.current.flash = None;
        self.open_page_flash = None;
    }

    fn put_first(&mut self, first: SessionApplication) {
        let before = mem::replace(&mut self.current, first);
        if before.about.is_some() {
            self.others.insert(0, before);
        }
    }
}

/// Reads the list, or the only one in what an older version wrote.
fn one_or_more<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Vec<SessionApplication>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Others {
        More(Vec<SessionApplication>),
        One(Box<SessionApplication>),
    }
    Ok(match Option::<Others>::deserialize(deserializer)? {
        Some(Others::More(others)) => others,
        Some(Others::One(before)) => vec![*before],
        None => Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn about(number: u8) -> About {
        About::of(&[number; 32])
    }

    /// The names of the applications, the one used last first.
    fn held(content: &SessionContent) -> Vec<About> {
        let names = content.applications().filter_map(|one| one.about.clone());
        names.collect()
    }

    #[test]
    fn the_one_used_longest_ago_is_dropped_and_each_keeps_what_is_its_own() {
        let mut content = SessionContent::default();
        for number in 1..=3 {
            content.come_to(about(number), 3);
            content.current.flash = Some((format!("/{number}"), Flash::default()));
        }
        assert!(content.switch_to(&about(1)));
        assert_eq!(held(&content), [about(1), about(3), about(2)]);
        content.come_to(about(4), 3);
        assert_eq!(held(&content), [about(4), about(1), about(3)]);
        assert!(!content.switch_to(&about(2)));
        assert_eq!(content.current.flash, None);
        content.come_to(about(3), 3);
        let flash = content.current.flash.as_ref();
        assert_eq!(flash.map(|(page, _)| page.as_str()), Some("/3"));
        assert_eq!(held(&content), [about(3), about(4), about(1)]);
    }

    #[test]
    fn one_application_at_most_is_the_one_that_was_begun_last() {
        let mut content = SessionContent::default();
        content.come_to(about(1), 1);
        content.come_to(about(2), 1);
        assert_eq!(held(&content), [about(2)]);
    }

    #[test]
    fn each_application_has_an_access_of_its_own() {
        let journey = |digit: char| -> JourneyId {
            let id: String = std::iter::repeat_n(digit, 32).collect();
            serde_json::from_value(id.into()).unwrap()
        };
        let mut content = SessionContent::default();
        for (number, digit, access) in [(1, 'a', Access::Trusted), (2, 'b', Access::Challenged)] {
            content.come_to(about(number), 3);
            let journey = journey(digit);
            content.tie(Tie { journey, access });
        }
        assert_eq!(content.access_to(&journey('a')), Some(Access::Trusted));
        assert_eq!(content.access_to(&journey('b')), Some(Access::Challenged));
        assert_eq!(content.access_to(&journey('c')), None);
    }

    /// As version 0.9 sealed it, with an application set aside.
    const OLDER: &str = r#"{
        "draft": "Arrived",
        "tie": {"journey": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb", "access": "Trusted"},
        "flash": ["/details", {"values": [["year", "10"]], "problems": [], "notice": null, "refused": null}],
        "looked_up": null,
        "solved": {"until": 1795359600, "left": 2, "has_worked": true},
        "about": "0202020202020202",
        "before": {
            "about": "0101010101010101",
            "draft": {"Identified": {"id": "98765432109876543210987", "by": "Typed"}},
            "tie": null,
            "flash": null
        }
    }"#;

    #[test]
    fn a_session_that_an_older_version_sealed_opens_with_all_that_is_in_it() {
        let content: SessionContent = serde_json::from_str(OLDER).unwrap();
        assert_eq!(held(&content), [about(2), about(1)]);
        let tie = content.current.tie.as_ref().map(|tie| tie.access);
        assert_eq!(tie, Some(Access::Trusted));
        let flash = content.current.flash.as_ref();
        assert_eq!(flash.map(|(_, flash)| flash.value("year")), Some("10"));
        assert_eq!(content.current.solved.map(|solved| solved.left), Some(2));
        assert!(content.others[0].draft.form().is_some());
        let none: SessionContent =
            serde_json::from_str(r#"{"tie": null, "flash": null, "looked_up": null}"#).unwrap();
        assert_eq!(none, SessionContent::default());
    }

    #[test]
    fn a_session_is_read_back_and_an_older_version_finds_the_current_one_where_it_was() {
        let mut content: SessionContent = serde_json::from_str(OLDER).unwrap();
        content.come_to(about(3), 6);
        content.open_page_flash = Some(("/status".to_owned(), Flash::default()));
        let written = serde_json::to_value(&content).unwrap();
        assert_eq!(written["about"], "0303030303030303");
        assert_eq!(written["draft"], "Arrived");
        assert_eq!(
            serde_json::from_value::<SessionContent>(written).unwrap(),
            content
        );
    }
}
