//! A case at every stage, every event, and the table of what becomes of them.

use std::fmt::Write as _;

use rules::application::{
    ApplicantEvent, CaseStage, Correction, Journey, Line, OfficeAct, OfficeEvent, OfficeRefused,
    ReasonCode, Reasons, Role, StaffNumber, Transition, Wanted, may,
};

use crate::samples::{NOW, journeys, photo};

pub(crate) const DAY: i64 = 24 * 60 * 60;

pub(crate) fn staff(number: u32) -> StaffNumber {
    number.try_into().unwrap()
}

pub(crate) fn reasons() -> Reasons {
    vec![ReasonCode::parse("glare").unwrap()]
        .try_into()
        .unwrap()
}

fn line() -> Line {
    Line::parse("本人から電話").unwrap()
}

pub(crate) fn submitted() -> Journey {
    journeys().pop().unwrap().1
}

pub(crate) fn decided(journey: &Journey, event: OfficeEvent) -> Journey {
    journey.clone().decide(event, NOW).unwrap().next
}

pub(crate) fn returned(wanted: Wanted) -> OfficeEvent {
    OfficeEvent::Returned {
        by: staff(1),
        wanted,
        line: None,
    }
}

/// A case at every stage.
pub(crate) fn cases() -> Vec<(&'static str, Journey)> {
    let received = submitted();
    let begun = decided(&received, OfficeEvent::ReviewBegun(staff(1)));
    let held = OfficeEvent::Held {
        by: staff(1),
        until: NOW.plus(DAY),
    };
    let asked = returned(Wanted::Photo(reasons()));
    let waits = decided(&begun, asked.clone());
    let approved = decided(&begun, OfficeEvent::Approved(staff(1)));
    let withdrawn = received.clone().apply(ApplicantEvent::Withdrawn, NOW);
    let expired = waits
        .clone()
        .decide(OfficeEvent::Expired, NOW.plus(31 * DAY));
    let mut often = begun.clone();
    for _ in 0..3 {
        often = decided(&often, asked.clone());
        let photo = Correction::Photo(photo("new"));
        let again = often.apply(ApplicantEvent::Resubmitted(photo), NOW);
        often = again.unwrap().next;
    }
    vec![
        ("Received", received),
        ("InReview", begun.clone()),
        ("InReview, after three returns", often),
        ("Returned, for the photo", waits),
        (
            "Returned, for the answers",
            decided(&begun, returned(Wanted::Answers(reasons()))),
        ),
        ("OnHold", decided(&begun, held)),
        (
            "AwaitsSecond",
            decided(&begun, OfficeEvent::SecondAsked(staff(1))),
        ),
        ("Approved", approved.clone()),
        ("HandedOver", decided(&approved, OfficeEvent::HandedOver)),
        ("Expired", expired.unwrap().next),
        ("Withdrawn", withdrawn.unwrap().next),
    ]
}

/// Every event of the office; those of member of staff 1 unless another is named.
pub(crate) fn events() -> Vec<(&'static str, OfficeEvent)> {
    vec![
        ("ReviewBegun", OfficeEvent::ReviewBegun(staff(1))),
        (
            "Returned, for the photo",
            returned(Wanted::Photo(reasons())),
        ),
        (
            "Returned, for the answers",
            returned(Wanted::Answers(reasons())),
        ),
        (
            "Extended, to day 40",
            OfficeEvent::Extended {
                until: NOW.plus(40 * DAY),
            },
        ),
        (
            "Held, a day",
            OfficeEvent::Held {
                by: staff(1),
                until: NOW.plus(DAY),
            },
        ),
        ("HoldEnded", OfficeEvent::HoldEnded),
        ("SecondAsked", OfficeEvent::SecondAsked(staff(1))),
        ("SentBack, by another", OfficeEvent::SentBack(staff(2))),
        ("Approved", OfficeEvent::Approved(staff(1))),
        ("Approved, by another", OfficeEvent::Approved(staff(2))),
        ("Reopened", OfficeEvent::Reopened(staff(3))),
        ("HandedOver", OfficeEvent::HandedOver),
        ("TakenOverUnreviewed", OfficeEvent::TakenOverUnreviewed),
        ("Expired", OfficeEvent::Expired),
        (
            "Withdrawn",
            OfficeEvent::Withdrawn {
                by: staff(3),
                reason: line(),
            },
        ),
    ]
}

pub(crate) fn of_applicant() -> Vec<(&'static str, ApplicantEvent)> {
    let of_cases = |name: &str| {
        ["Resubmitted", "Withdrawn"]
            .iter()
            .any(|of| name.starts_with(of))
    };
    let all = crate::samples::events().into_iter();
    all.filter(|(name, _)| of_cases(name)).collect()
}

pub(crate) fn stage(journey: &Journey) -> CaseStage {
    journey.case().unwrap().stage()
}

fn outcome(journey: &Journey, event: OfficeEvent) -> String {
    match journey.clone().decide(event, NOW) {
        Err(OfficeRefused::NotNow(_)) => "–".to_owned(),
        Err(refused) => format!("✗ {refused:?}"),
        Ok(Transition { next, .. }) => format!("{:?}", stage(&next)),
    }
}

pub(crate) fn table() -> String {
    let mut text = String::from(
        "\n# The case\n\nFrom Submitted on a case lies with the office. A state (section) takes an event of the \
         office or of the\napplicant (left) and becomes another; \"–\" and \"✗\" refuse it. Who may do it at the \
         desk stands beside.\n",
    );
    for (name, journey) in cases() {
        write!(
            text,
            "\n## Case: {name}\n\nThe applicant is led to `{}`.\n\n| event | asks for | becomes |\n|---|---|---|\n",
            journey.page().path()
        )
        .unwrap();
        for (event_name, event) in events() {
            let asks = event.asks(stage(&journey));
            let asks = asks.map_or_else(|| "nobody".to_owned(), |act| format!("{act:?}"));
            let becomes = outcome(&journey, event);
            writeln!(text, "| {event_name} | {asks} | {becomes} |").unwrap();
        }
        for (event_name, event) in of_applicant() {
            let becomes = match journey.clone().apply(event, NOW) {
                Err(_) => "–".to_owned(),
                Ok(Transition { next, effects }) => {
                    let effects = effects.iter().map(|effect| format!(" + {}", effect.name()));
                    format!("{:?}{}", stage(&next), effects.collect::<String>())
                }
            };
            writeln!(text, "| {event_name} | the applicant | {becomes} |").unwrap();
        }
    }
    text.push_str("\n## Who may do what at the desk\n\n| act | 審査 | 責任者 | 管理 | 監査 |\n|---|---|---|---|---|\n");
    for act in OfficeAct::ALL {
        let marks = Role::ALL.map(|role| if may(&[role], act) { "✓" } else { "–" });
        writeln!(text, "| {act:?} | {} |", marks.join(" | ")).unwrap();
    }
    text
}
