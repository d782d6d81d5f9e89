//! Every word people read, in one place, chosen for each request.
//!
//! What sentences there are, and which gaps they have, stands in the structures of this
//! folder, once for all languages; the sentences stand in a folder for each language
//! ([`ja`]). A sentence that is missing, or whose gaps differ, does not compile. What is
//! said when is decided here; how numbers and dates are put together is not a matter of
//! words (`crate::numbers`, `crate::dates`).
//!
//! None of it is in the modules that phones load: their parts find what they say in the
//! page (`crate::applicant::islands`).

mod calendar;
mod camera;
mod concerns;
mod examples;
mod exceptions;
mod findings;
mod frame;
mod ja;
mod letters;
mod notices;
mod pages;
mod picker;
mod problems;
mod proof;
mod pseudo;
mod qr;
mod refusals;
mod said;
mod sentence;
mod sheet;
mod waiting;

use leptos::prelude::use_context;
use rules::Language;

pub use calendar::Calendar;
pub use exceptions::Reason;
pub use findings::FindingWords;
pub use frame::Frame;
pub use letters::{LetterText, Letters};
pub use picker::Picker;
pub use refusals::RefusalWords;
pub use sentence::{Template, Text};
pub use sheet::Sheet;

use camera::Camera;
use concerns::Concerns;
use examples::Examples;
use exceptions::Reasons;
use findings::Findings;
use notices::Notices;
use pages::accessibility::Accessibility;
use pages::checker::Checker;
use pages::common::Common;
use pages::crowded::Crowded;
use pages::demo::Demo;
use pages::details::Details;
use pages::device::Device;
use pages::done::Done;
use pages::gallery::Gallery;
use pages::help::Help;
use pages::mail::Mail;
use pages::not_found::NotFound;
use pages::open_link::OpenLink;
use pages::other::Other;
use pages::photo::Photo;
use pages::privacy::Privacy;
use pages::review::Review;
use pages::start::Start;
use pages::status::Status;
use pages::terms::Terms;
use problems::Problems;
use proof::Proof;
use qr::Qr;
use refusals::Refusals;
use waiting::Waiting;

/// Everything the portal says in one language.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// See its file.
    pub accessibility: Accessibility,
    /// See its file.
    pub calendar: Calendar,
    /// See its file.
    pub camera: Camera,
    /// See its file.
    pub checker: Checker,
    /// See its file.
    pub common: Common,
    /// See its file.
    pub concerns: Concerns,
    /// See its file.
    pub crowded: Crowded,
    /// See its file.
    pub demo: Demo,
    /// See its file.
    pub details: Details,
    /// See its file.
    pub device: Device,
    /// See its file.
    pub done: Done,
    /// See its file.
    pub examples: Examples,
    /// See its file.
    pub exceptions: Reasons,
    /// See its file.
    pub findings: Findings,
    /// See its file.
    pub frame: Frame,
    /// See its file.
    pub gallery: Gallery,
    /// See its file.
    pub help: Help,
    /// See its file.
    pub letters: Letters,
    /// See its file.
    pub mail: Mail,
    /// See its file.
    pub not_found: NotFound,
    /// See its file.
    pub notices: Notices,
    /// See its file.
    pub open_link: OpenLink,
    /// See its file.
    pub other: Other,
    /// See its file.
    pub photo: Photo,
    /// See its file.
    pub picker: Picker,
    /// See its file.
    pub privacy: Privacy,
    /// See its file.
    pub problems: Problems,
    /// See its file.
    pub proof: Proof,
    /// See its file.
    pub qr: Qr,
    /// See its file.
    pub refusals: Refusals,
    /// See its file.
    pub review: Review,
    /// See its file.
    pub sheet: Sheet,
    /// See its file.
    pub start: Start,
    /// See its file.
    pub status: Status,
    /// See its file.
    pub terms: Terms,
    /// See its file.
    pub waiting: Waiting,
}

impl Words {
    /// Whether every sentence has the gaps that are declared for it.
    const fn check(&self) {
        self.accessibility.check();
        self.calendar.check();
        self.camera.check();
        self.checker.check();
        self.common.check();
        self.concerns.check();
        self.crowded.check();
        self.demo.check();
        self.details.check();
        self.device.check();
        self.done.check();
        self.examples.check();
        self.exceptions.check();
        self.findings.check();
        self.frame.check();
        self.gallery.check();
        self.help.check();
        self.letters.check();
        self.mail.check();
        self.not_found.check();
        self.notices.check();
        self.open_link.check();
        self.other.check();
        self.photo.check();
        self.picker.check();
        self.privacy.check();
        self.problems.check();
        self.proof.check();
        self.qr.check();
        self.refusals.check();
        self.review.check();
        self.start.check();
        self.status.check();
        self.terms.check();
        self.waiting.check();
    }

    /// All of it with every sentence changed.
    fn changed(self, change: &mut sentence::Change<'_>) -> Self {
        Self {
            accessibility: sentence::Part::changed(self.accessibility, "accessibility", change),
            calendar: sentence::Part::changed(self.calendar, "calendar", change),
            camera: sentence::Part::changed(self.camera, "camera", change),
            checker: sentence::Part::changed(self.checker, "checker", change),
            common: sentence::Part::changed(self.common, "common", change),
            concerns: sentence::Part::changed(self.concerns, "concerns", change),
            crowded: sentence::Part::changed(self.crowded, "crowded", change),
            demo: sentence::Part::changed(self.demo, "demo", change),
            details: sentence::Part::changed(self.details, "details", change),
            device: sentence::Part::changed(self.device, "device", change),
            done: sentence::Part::changed(self.done, "done", change),
            examples: sentence::Part::changed(self.examples, "examples", change),
            exceptions: sentence::Part::changed(self.exceptions, "exceptions", change),
            findings: sentence::Part::changed(self.findings, "findings", change),
            frame: sentence::Part::changed(self.frame, "frame", change),
            gallery: sentence::Part::changed(self.gallery, "gallery", change),
            help: sentence::Part::changed(self.help, "help", change),
            letters: sentence::Part::changed(self.letters, "letters", change),
            mail: sentence::Part::changed(self.mail, "mail", change),
            not_found: sentence::Part::changed(self.not_found, "not_found", change),
            notices: sentence::Part::changed(self.notices, "notices", change),
            open_link: sentence::Part::changed(self.open_link, "open_link", change),
            other: sentence::Part::changed(self.other, "other", change),
            photo: sentence::Part::changed(self.photo, "photo", change),
            picker: sentence::Part::changed(self.picker, "picker", change),
            privacy: sentence::Part::changed(self.privacy, "privacy", change),
            problems: sentence::Part::changed(self.problems, "problems", change),
            proof: sentence::Part::changed(self.proof, "proof", change),
            qr: sentence::Part::changed(self.qr, "qr", change),
            refusals: sentence::Part::changed(self.refusals, "refusals", change),
            review: sentence::Part::changed(self.review, "review", change),
            sheet: sentence::Part::changed(self.sheet, "sheet", change),
            start: sentence::Part::changed(self.start, "start", change),
            status: sentence::Part::changed(self.status, "status", change),
            terms: sentence::Part::changed(self.terms, "terms", change),
            waiting: sentence::Part::changed(self.waiting, "waiting", change),
        }
    }
}

/// Finds the words of each language, and stops the build where a sentence has other gaps than
/// are declared.
macro_rules! spoken {
    ($($language:ident, $folder:ident, $tag:literal, $direction:literal;)+) => {
        impl Words {
            /// What is said in this language.
            pub fn of(language: Language) -> &'static Self {
                match language {
                    $(
                        Language::$language => {
                            static WORDS: Words = $folder::WORDS;
                            &WORDS
                        }
                    )+
                    Language::Pseudo => pseudo::words(),
                }
            }
        }

        $( const _: () = $folder::WORDS.check(); )+
    };
}
rules::languages!(spoken);

/// What this request is answered in: the server puts the language into context.
pub fn words() -> &'static Words {
    Words::of(language())
}

/// The language of this request.
pub fn language() -> Language {
    use_context().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// Every sentence by where it stands.
    fn sentences(words: &Words) -> Vec<(String, Text)> {
        let mut all = Vec::new();
        words.changed(&mut |at, text| {
            all.push((at.to_owned(), text));
            text
        });
        all
    }

    #[test]
    fn every_sentence_has_a_place_of_its_own() {
        let all = sentences(&ja::WORDS);
        let places: BTreeSet<_> = all.iter().map(|(at, _)| at).collect();
        assert_eq!(places.len(), all.len());
        assert!(all.len() > 600, "only {} sentences", all.len());
        assert!(
            all.iter()
                .all(|(at, text)| !at.is_empty() && !text.is_empty())
        );
    }

    #[test]
    fn what_islands_take_apart_holds_no_sign_that_stands_between() {
        let calendar = sentences(&ja::WORDS).into_iter();
        for (at, text) in calendar.filter(|(at, _)| at.starts_with("calendar.")) {
            assert!(!text.contains('|'), "{at}");
        }
    }
}
