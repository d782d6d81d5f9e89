//! Whoever does what in whatever order stays inside the table of `docs/journey.md`.

use std::collections::BTreeSet;

use proptest::prelude::*;
use rules::Moment;
use rules::application::{
    Access, Admission, ApplicantEvent, CaseStage, CaseState, Correction, Journey, OfficeAct,
    OfficeEvent, OfficeRefused, Page, Portrait, Role, Transition, Wanted, WhyInReview, admit, may,
};

use crate::cases::{
    DAY, cases, decided, events, of_applicant, reasons, returned, staff, stage, submitted,
};
use crate::samples::{NOW, details, photo};

/// All that leads from one stage to another, as the design has it.
const LEADS: [(CaseStage, &[CaseStage]); 9] = {
    use CaseStage::{
        Approved, AwaitsSecond, Expired, HandedOver, InReview, OnHold, Received, Returned,
        Withdrawn,
    };
    [
        (Received, &[InReview, HandedOver, Withdrawn]),
        (
            InReview,
            &[Returned, OnHold, AwaitsSecond, Approved, Withdrawn],
        ),
        (Returned, &[Returned, InReview, Expired, Withdrawn]),
        (OnHold, &[InReview, Withdrawn]),
        (AwaitsSecond, &[Approved, InReview, Withdrawn]),
        (Approved, &[InReview, HandedOver, Withdrawn]),
        (HandedOver, &[]),
        (Expired, &[]),
        (Withdrawn, &[]),
    ]
};

fn leads(from: CaseStage) -> &'static [CaseStage] {
    LEADS.iter().find(|(stage, _)| *stage == from).unwrap().1
}

#[test]
fn every_stage_has_a_case_here_and_only_ends_lead_nowhere() {
    let here: BTreeSet<_> = cases().iter().map(|(_, case)| stage(case).name()).collect();
    let all: BTreeSet<_> = CaseStage::ALL.iter().map(|stage| stage.name()).collect();
    assert_eq!(here, all);
    for from in CaseStage::ALL {
        assert_eq!(leads(from).is_empty(), from.is_at_end(), "{from:?}");
    }
}

#[derive(Clone, Debug)]
enum Anybody {
    Office(usize),
    Applicant(usize),
    Waits(i64),
}

fn anybody() -> impl Strategy<Value = Anybody> {
    prop_oneof![
        6 => (0..events().len()).prop_map(Anybody::Office),
        2 => (0..of_applicant().len()).prop_map(Anybody::Applicant),
        1 => (0..40i64).prop_map(|days| Anybody::Waits(days * DAY)),
    ]
}

proptest! {
    #[test]
    fn whoever_does_what_the_case_stays_inside_the_table(
        acts in proptest::collection::vec(anybody(), 0..60),
        has_exception in any::<bool>(),
    ) {
        let mut journey = submitted();
        if let Journey::Submitted { portrait: Portrait::Kept(photo), .. } = &mut journey
            && has_exception
        {
            photo.exceptions.push("equipment".to_owned());
        }
        let mut now = NOW;
        for act in acts {
            let before = journey.clone();
            let next = match act {
                Anybody::Waits(seconds) => {
                    now = now.plus(seconds);
                    continue;
                }
                Anybody::Office(number) => {
                    let (_, event) = events().swap_remove(number);
                    before.clone().decide(event, now).ok()
                }
                Anybody::Applicant(number) => {
                    let (_, event) = of_applicant().swap_remove(number);
                    before.clone().apply(event, now).ok()
                }
            };
            let Some(Transition { next, .. }) = next else { continue };
            prop_assert!(leads(stage(&before)).contains(&stage(&next)), "{before:?} {next:?}");
            holds(&before, &next, now)?;
            journey = next;
        }
    }
}

/// What holds of every step: receipt, moment and person stay; an approval of a case that needs
/// two persons has two; what is wanted is the only page; a decision has its moment.
fn holds(before: &Journey, next: &Journey, now: Moment) -> Result<(), TestCaseError> {
    prop_assert_eq!(next.receipt(), before.receipt());
    prop_assert_eq!(next.submitted_at(), before.submitted_at());
    let case = next.case().unwrap();
    prop_assert!(case.returns() >= before.case().unwrap().returns());
    if let CaseState::Approved(approval) = case.state() {
        prop_assert_ne!(approval.first, Some(approval.by));
        prop_assert!(approval.first.is_some() || !before.needs_second());
    }
    let is_decided = match case.state() {
        CaseState::HandedOver(handed_over) => handed_over.approval.is_some(),
        CaseState::Approved(_) | CaseState::Expired(_) | CaseState::Withdrawn(_) => true,
        CaseState::Received
        | CaseState::InReview(_)
        | CaseState::Returned(_)
        | CaseState::OnHold(_)
        | CaseState::AwaitsSecond(_) => false,
    };
    prop_assert_eq!(case.decided_at().is_some(), is_decided);
    prop_assert!(case.decided_at().is_none_or(|at| at <= now));
    let shown = Page::ALL
        .into_iter()
        .filter(|page| admit(next, Access::Trusted, *page) == Admission::Show);
    prop_assert_eq!(shown.collect::<Vec<_>>(), vec![Page::Start, case.page()]);
    let text = serde_json::to_string(next).unwrap();
    prop_assert_eq!(&serde_json::from_str::<Journey>(&text).unwrap(), next);
    Ok(())
}

#[test]
fn a_case_is_returned_five_times_and_not_again() {
    let mut journey = decided(&submitted(), OfficeEvent::ReviewBegun(staff(1)));
    for _ in 0..5 {
        let asked = decided(&journey, returned(Wanted::Photo(reasons())));
        let again = ApplicantEvent::Resubmitted(Correction::Photo(photo("new")));
        journey = asked.apply(again, NOW).unwrap().next;
        let CaseState::InReview(review) = journey.case().unwrap().state() else {
            panic!("{journey:?}");
        };
        assert_eq!(review.why, WhyInReview::Resubmitted);
    }
    let sixth = journey.decide(returned(Wanted::Photo(reasons())), NOW);
    assert_eq!(sixth, Err(OfficeRefused::ReturnedTooOften));
}

#[test]
fn an_answer_is_taken_to_the_last_second_and_then_the_case_expires() {
    let begun = decided(&submitted(), OfficeEvent::ReviewBegun(staff(1)));
    let waits = decided(&begun, returned(Wanted::Answers(reasons())));
    let over = NOW.plus(30 * DAY);
    let again = ApplicantEvent::Resubmitted(Correction::Answers(details("1998-03-28")));
    assert!(waits.clone().apply(again.clone(), over.plus(-1)).is_ok());
    assert!(waits.clone().apply(again.clone(), over).is_err());
    let early = waits.clone().decide(OfficeEvent::Expired, over.plus(-1));
    assert_eq!(early, Err(OfficeRefused::NotOver));
    let longer = OfficeEvent::Extended {
        until: over.plus(DAY),
    };
    let longer = waits.clone().decide(longer, NOW).unwrap().next;
    assert!(longer.apply(again, over).is_ok());
    let expired = waits.decide(OfficeEvent::Expired, over).unwrap().next;
    assert!(stage(&expired).frees_form());
}

#[test]
fn every_right_is_that_of_the_design_for_every_set_of_roles() {
    use OfficeAct::{
        ApproveSecond, Decide, Export, Extend, HandOver, ManageAccounts, ManageLimits,
        ManageReasons, Note, OpenCase, ReadAudit, ReadStatistics, Reopen, SeePhoto, TakeOver,
        Withdraw,
    };
    let of = |role| match role {
        Role::Reviewer => vec![OpenCase, SeePhoto, Decide, Note],
        Role::Supervisor => vec![
            OpenCase,
            SeePhoto,
            Decide,
            Note,
            ApproveSecond,
            TakeOver,
            Extend,
            Reopen,
            Withdraw,
            HandOver,
            Export,
            ReadAudit,
            ReadStatistics,
        ],
        Role::Administrator => vec![ManageAccounts, ManageReasons, ManageLimits],
        Role::Auditor => vec![ReadAudit, ReadStatistics],
    };
    for set in 0..1u8 << Role::ALL.len() {
        let roles: Vec<_> = (0..)
            .zip(Role::ALL)
            .filter_map(|(place, role)| (set >> place & 1 == 1).then_some(role))
            .collect();
        let rights: Vec<_> = roles.iter().flat_map(|role| of(*role)).collect();
        for act in OfficeAct::ALL {
            assert_eq!(may(&roles, act), rights.contains(&act), "{roles:?} {act:?}");
        }
    }
}

#[test]
fn nobody_but_a_reviewer_or_a_supervisor_moves_a_case_at_the_desk() {
    for (_, journey) in cases() {
        for (name, event) in events() {
            if let Some(act) = event.asks(stage(&journey)) {
                for roles in [&[Role::Administrator], &[Role::Auditor]] {
                    assert!(!may(roles, act), "{name}");
                }
            }
        }
    }
}
