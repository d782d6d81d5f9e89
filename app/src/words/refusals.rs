//! Why something was not done, and what to do instead.

use crate::refusal::Refusal;
use crate::words::Words;
use crate::words::sentence::{Template, Text, catalogue};

catalogue! {
    /// Why something was not done, and what to do instead.
    pub struct Refusals {
        /// A field is wrong.
        form_title: Text,
        /// What to do.
        form: Text,
        /// The page is not for now.
        elsewhere_title: Text,
        /// What to do.
        elsewhere: Text,
        /// The form was applied with before.
        already_submitted_title: Text,
        /// What to do.
        already_submitted: Text,
        /// The session is over.
        session_over_title: Text,
        /// What to do.
        session_over: Text,
        /// Too often.
        too_many_title: Text,
        /// What to do.
        too_many: Template(wait: &str),
        /// No place at the moment.
        crowded_title: Text,
        /// What to do.
        crowded: Template(wait: &str),
        /// Changed elsewhere meanwhile.
        changed_title: Text,
        /// What to do.
        changed: Text,
        /// A fault of ours.
        unavailable_title: Text,
        /// What to do.
        unavailable: Template(reference: &str),
        /// No form of ours.
        malformed_title: Text,
        /// What to do.
        malformed: Text,
        /// The browser keeps no cookie.
        no_cookie_title: Text,
        /// What to do.
        no_cookie: Text,
        /// Sent from a page of another site.
        foreign_form_title: Text,
        /// What to do.
        foreign_form: Template(address: &str),
    }
}

/// A refusal in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusalWords {
    /// Heading.
    pub title: Text,
    /// What it means and what to do.
    pub body: String,
}

impl Words {
    /// The words for a refusal.
    pub fn refusal(&self, refusal: &Refusal) -> RefusalWords {
        let words = &self.refusals;
        let (title, body) = match refusal {
            Refusal::Form(_) => (words.form_title, words.form.to_owned()),
            Refusal::Elsewhere(_) => (words.elsewhere_title, words.elsewhere.to_owned()),
            Refusal::AlreadySubmitted => (
                words.already_submitted_title,
                words.already_submitted.to_owned(),
            ),
            Refusal::SessionOver => (words.session_over_title, words.session_over.to_owned()),
            Refusal::TooMany { wait_seconds } => (
                words.too_many_title,
                words.too_many(&self.waiting.of(*wait_seconds)),
            ),
            Refusal::Crowded { wait_seconds } => (
                words.crowded_title,
                words.crowded(&self.waiting.of(*wait_seconds)),
            ),
            Refusal::Changed => (words.changed_title, words.changed.to_owned()),
            Refusal::OtherApplication => (self.other.title, self.other.nothing_done.to_owned()),
            Refusal::Unavailable { reference } => {
                (words.unavailable_title, words.unavailable(reference))
            }
            Refusal::Malformed => (words.malformed_title, words.malformed.to_owned()),
            Refusal::NoCookie => (words.no_cookie_title, words.no_cookie.to_owned()),
            Refusal::ForeignForm { address } => {
                (words.foreign_form_title, words.foreign_form(address))
            }
        };
        RefusalWords { title, body }
    }
}

#[cfg(test)]
mod tests {
    use rules::application::Page;
    use rules::form::FormProblems;

    use super::*;
    use crate::words::ja::WORDS;

    #[test]
    fn every_refusal_says_what_to_do() {
        for one in [
            Refusal::Form(FormProblems::default()),
            Refusal::Elsewhere(Page::Photo),
            Refusal::AlreadySubmitted,
            Refusal::SessionOver,
            Refusal::TooMany { wait_seconds: 90 },
            Refusal::Crowded { wait_seconds: 20 },
            Refusal::Changed,
            Refusal::OtherApplication,
            Refusal::Unavailable {
                reference: "K7Q2".to_owned(),
            },
            Refusal::Malformed,
            Refusal::NoCookie,
            Refusal::ForeignForm {
                address: "https://shinsei.example".to_owned(),
            },
        ] {
            let words = WORDS.refusal(&one);
            assert!(
                !words.title.is_empty() && !words.title.ends_with('。'),
                "{one:?}"
            );
            assert!(words.body.ends_with('。'), "{one:?}");
        }
    }

    #[test]
    fn a_fault_names_its_reference() {
        let words = WORDS.refusal(&Refusal::Unavailable {
            reference: "K7Q2".to_owned(),
        });
        assert!(words.body.contains("K7Q2"));
    }
}
