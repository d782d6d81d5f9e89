//! The journey, whole: every stage takes or refuses every event, and the guard
//! settles in one hop. `docs/journey.md` is printed from here.
//!
//! `UPDATE_DOCS=1 cargo test -p rules --test journey_table` writes it anew.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::fmt::Write as _;
use std::path::Path;

mod cases;
mod office;
mod samples;

use rules::application::{
    Access, Admission, ApplicantEvent, Effect, Journey, Page, Portrait, Refused, Transition, admit,
};
use rules::{AgeProblem, Applicant, Details, PhotoKey};

use samples::{CHILD, INFANT, NOW, details, events, journeys, photo, receipt, registration};

/// A stage in words, with what tells its variants apart.
fn shown(journey: &Journey) -> String {
    let mut name = format!("{:?}", journey.stage());
    if matches!(
        journey,
        Journey::Opened {
            details: Some(_),
            ..
        } | Journey::Pictured {
            details: Some(_),
            ..
        }
    ) {
        name.push_str(", details given");
    }
    if journey.applicant() == Some(INFANT) {
        name.push_str(", under 1");
    }
    if let Some(case) = journey.case() {
        write!(name, ", {:?}", case.stage()).unwrap();
    }
    name
}

fn outcome(journey: &Journey, event: ApplicantEvent) -> String {
    match journey.clone().apply(event, NOW) {
        Err(Refused::OutOfOrder(page)) => format!("– (to {})", page.path()),
        Err(Refused::Contradiction(problem)) => format!("✗ {problem:?}"),
        Ok(Transition { next, effects }) if next == *journey && effects.is_empty() => {
            "unchanged".to_owned()
        }
        Ok(Transition { next, effects }) => {
            let effects: Vec<_> = effects.iter().map(Effect::name).collect();
            let also = if effects.is_empty() {
                String::new()
            } else {
                format!(" + {}", effects.join(", "))
            };
            format!("{}{also}", shown(&next))
        }
    }
}

fn table() -> String {
    let mut text = String::from(
        "# The journey\n\nPrinted by `rules/tests/journey_table/main.rs`; do not edit. After a change of the rules:\n\
         `UPDATE_DOCS=1 cargo test -p rules --test journey_table`.\n\n\
         A stage (section) takes an event (left) and becomes another, with effects to be done outside\n\
         (after +). \"–\" refuses the event and names the page on which the journey goes on; \"✗\" refuses\n\
         it because the age contradicts what was said about who applies.\n",
    );
    for (name, journey) in journeys() {
        write!(
            text,
            "\n## {name}\n\nGoes on at `{}`.\n\n| event | becomes |\n|---|---|\n",
            journey.page().path()
        )
        .unwrap();
        for (event_name, event) in events() {
            writeln!(text, "| {event_name} | {} |", outcome(&journey, event)).unwrap();
        }
    }
    text.push_str("\n## Which pages a browser may see\n\n");
    text.push_str("| stage | registered here | challenged | trusted |\n|---|---|---|---|\n");
    for (name, journey) in journeys() {
        let pages = |access| {
            let seen = Page::ALL
                .into_iter()
                .filter(|page| admit(&journey, access, *page) == Admission::Show);
            seen.map(|page| format!("`{}`", page.path()))
                .collect::<Vec<_>>()
                .join(" ")
        };
        let (registrant, challenged, trusted) = (
            pages(Access::Registrant),
            pages(Access::Challenged),
            pages(Access::Trusted),
        );
        writeln!(text, "| {name} | {registrant} | {challenged} | {trusted} |").unwrap();
    }
    text.push_str(&cases::table());
    text
}

#[test]
fn the_table_in_the_documents_is_the_table_of_the_code() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/journey.md");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&file, table()).unwrap();
    }
    let written = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(
        written == table(),
        "docs/journey.md is out of date: see its first lines"
    );
}

#[test]
fn the_guard_settles_in_one_hop() {
    for (name, journey) in journeys() {
        for access in [Access::Registrant, Access::Challenged, Access::Trusted] {
            for page in Page::ALL {
                if let Admission::GoTo(other) = admit(&journey, access, page) {
                    assert_eq!(
                        admit(&journey, access, other),
                        Admission::Show,
                        "{name} {access:?} {page:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn a_challenged_browser_sees_nothing_but_the_device_page() {
    for (name, journey) in journeys()
        .into_iter()
        .filter(|(_, journey)| journey.is_registered())
    {
        for page in Page::ALL {
            let seen = admit(&journey, Access::Challenged, page) == Admission::Show;
            assert_eq!(
                seen,
                matches!(page, Page::Start | Page::Device),
                "{name} {page:?}"
            );
        }
    }
}

#[test]
fn nothing_changes_after_the_submission_but_that_it_can_be_taken_back() {
    let (_, submitted) = journeys().pop().unwrap();
    for (name, event) in events() {
        if event == ApplicantEvent::Withdrawn {
            continue;
        }
        if let Ok(Transition { next, effects }) = submitted.clone().apply(event, NOW) {
            assert_eq!((next, effects), (submitted.clone(), Vec::new()), "{name}");
        }
    }
}

#[test]
fn a_birthday_between_details_and_submission_is_noticed() {
    let mine = registration(CHILD);
    // 14 on the eve of the fifteenth birthday, 15 on the day.
    let eve = Details {
        ..details("2011-11-23")
    };
    let described = Journey::Described {
        registration: mine,
        portrait: Portrait::Kept(photo("old")),
        details: eve,
    };
    assert!(
        described
            .clone()
            .apply(ApplicantEvent::Submitted(receipt()), NOW)
            .is_ok()
    );
    let next_day = NOW.plus(24 * 60 * 60);
    assert_eq!(
        described
            .apply(ApplicantEvent::Submitted(receipt()), next_day)
            .unwrap_err(),
        Refused::Contradiction(AgeProblem::NotChild)
    );
}

#[test]
fn a_replaced_photo_is_discarded_exactly_once() {
    let mut journey = Journey::Opened {
        registration: registration(Applicant::Myself),
        details: None,
    };
    let mut discarded = Vec::new();
    for key in ["a", "b", "c"] {
        let step = journey
            .apply(ApplicantEvent::PhotoKept(photo(key)), NOW)
            .unwrap();
        journey = step
            .next
            .apply(ApplicantEvent::PhotoConfirmed, NOW)
            .unwrap()
            .next;
        discarded.extend(step.effects);
    }
    let expected = ["a", "b"].map(|key| Effect::DiscardPhoto(PhotoKey::parse(key).unwrap()));
    assert_eq!(discarded, expected);
}
