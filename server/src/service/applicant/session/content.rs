//! What a browser's session holds.

use app::applicant::portal::{About, Flash};
use rules::application::{Access, Journey};
use rules::{Moment, ReceiptNumber};
use serde::{Deserialize, Serialize};

use crate::store::JourneyId;

/// The application a session is tied to, and what the browser may do with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tie {
    /// The application.
    pub journey: JourneyId,
    /// What the browser may do.
    pub access: Access,
}

/// What a session holds; sealed in the database.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SessionContent {
    /// What was given before the address was registered.
    #[serde(default)]
    pub draft: Journey,
    /// The application, from the registration on.
    pub tie: Option<Tie>,
    /// What was typed and refused, and on which page.
    pub flash: Option<(String, Flash)>,
    /// The application whose status was asked for.
    pub looked_up: Option<ReceiptNumber>,
    /// That a picture authentication was answered rightly in this registration.
    #[serde(default)]
    pub solved: Option<Solved>,
    /// Which application this is, as the forms of its pages say. None before one is begun, and
    /// in a session of an older version.
    #[serde(default)]
    pub about: Option<About>,
    /// The application that was under way before this one was begun.
    #[serde(default)]
    pub before: Option<Box<SetAside>>,
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

/// An application that was under way when another one was begun in the same browser.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SetAside {
    /// Which it is.
    pub about: About,
    /// As [`SessionContent::draft`].
    pub draft: Journey,
    /// As [`SessionContent::tie`].
    pub tie: Option<Tie>,
    /// As [`SessionContent::flash`].
    pub flash: Option<(String, Flash)>,
}

impl SessionContent {
    /// What this is when it is set aside; nothing where nothing was begun.
    fn set_aside(self) -> Option<Box<SetAside>> {
        Some(Box::new(SetAside {
            about: self.about?,
            draft: self.draft,
            tie: self.tie,
            flash: self.flash,
        }))
    }

    /// Comes to an application: to this one, to the one set aside, or to a new one in whose
    /// favour this one is set aside.
    pub(in crate::service) fn come_to(&mut self, about: About) {
        let is_before = |before: &SetAside| before.about == about;
        if self.about.as_ref() == Some(&about) {
            return;
        }
        if self.before.as_deref().is_some_and(is_before) {
            self.go_back();
            return;
        }
        *self = Self {
            about: Some(about),
            before: std::mem::take(self).set_aside(),
            ..Self::default()
        };
    }

    /// The application that was set aside takes the place of this one. Whether there is one.
    pub(in crate::service) fn go_back(&mut self) -> bool {
        let Some(before) = self.before.take() else {
            return false;
        };
        let old = std::mem::take(self);
        let SetAside {
            about,
            draft,
            tie,
            flash,
        } = *before;
        *self = Self {
            draft,
            tie,
            flash,
            about: Some(about),
            before: old.set_aside(),
            ..Self::default()
        };
        true
    }
}
