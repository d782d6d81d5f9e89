//! Every server function, called as the router calls it, with a portal that
//! records what reaches it.

mod details;

use std::sync::Arc;

use leptos::prelude::*;
use rules::application::Page;
use rules::form::{Field, Problem};

use super::{device, link, mail, photo, session, start, status, submit, terms};
use crate::applicant::pages::fake_portal::{FakePortal, FakeReply};
use crate::applicant::pages::samples;
use crate::applicant::portal::{Caller, Flash, Portal, Reply};
use crate::refusal::Refusal;
use crate::words::pages::common;

/// What came of a call.
struct Outcome {
    result: Result<(), Refusal>,
    acts: Vec<String>,
    remembered: Vec<(&'static str, Flash)>,
    went_to: Option<String>,
    code: Option<u16>,
}

fn called<F>(caller: Caller, refusal: Option<Refusal>, call: impl FnOnce() -> F) -> Outcome
where
    F: Future<Output = Result<(), Refusal>>,
{
    let portal = Arc::new(FakePortal {
        refusal,
        ..FakePortal::default()
    });
    let reply = Arc::new(FakeReply::default());
    let owner = Owner::new();
    let result = owner.with(|| {
        provide_context::<Arc<dyn Portal>>(portal.clone());
        provide_context::<Arc<dyn Reply>>(reply.clone());
        provide_context(caller);
        futures::executor::block_on(call())
    });
    let acts = portal.acts.lock().expect("nobody panicked").clone();
    let remembered = portal.remembered.lock().expect("nobody panicked").clone();
    let went_to = reply.went_to.lock().expect("nobody panicked").clone();
    let code = *reply.code.lock().expect("nobody panicked");
    Outcome {
        result,
        acts,
        remembered,
        went_to,
        code,
    }
}

fn by_form<F>(call: impl FnOnce() -> F) -> Outcome
where
    F: Future<Output = Result<(), Refusal>>,
{
    called(Caller::Form, None, call)
}

/// The act reached the portal as expected and the browser goes on.
fn goes_on(outcome: &Outcome, act: &str, to: &str) {
    assert_eq!(outcome.result, Ok(()));
    assert_eq!(outcome.acts, [act]);
    assert_eq!(outcome.went_to.as_deref(), Some(to));
    assert_eq!(
        outcome.code, None,
        "a status would keep the browser from following"
    );
}

/// Nothing reached the portal; the fields with problems, in order.
fn refused_fields(outcome: &Outcome, page: &str) -> Vec<Field> {
    assert_eq!(outcome.result, Ok(()));
    assert!(outcome.acts.is_empty(), "{:?}", outcome.acts);
    assert_eq!(outcome.went_to.as_deref(), Some(page));
    let [(kept_for, flash)] = outcome.remembered.as_slice() else {
        panic!("one flash, not {:?}", outcome.remembered)
    };
    assert_eq!(*kept_for, page);
    flash.problems.iter().map(|problem| problem.field).collect()
}

fn text(text: &str) -> String {
    text.to_owned()
}

#[test]
fn the_application_id_is_read_as_people_type_it() {
    let typed = text("９８７６ 5432-1098 7654 3210 987");
    let outcome = by_form(|| start::give_form(typed, text("typed")));
    goes_on(
        &outcome,
        &format!("give_form {} Typed", samples::ID),
        "/terms",
    );
    let outcome = by_form(|| start::give_form(text(samples::ID), text("qr")));
    goes_on(&outcome, &format!("give_form {} Qr", samples::ID), "/terms");
}

#[test]
fn a_refused_id_is_kept_for_its_page_and_stands_in_no_address() {
    let outcome = by_form(|| start::give_form(text("12x"), String::new()));
    assert_eq!(refused_fields(&outcome, "/"), [Field::ApplicationId]);
    assert_eq!(outcome.remembered[0].1.value("application_id"), "12x");
}

#[test]
fn both_statements_and_the_applicant_are_needed() {
    let agree = |adult: &str, consent: &str, who: &str| {
        by_form(|| terms::agree_terms(text(adult), text(consent), text(who)))
    };
    for (who, act) in [
        ("myself", "agree Myself"),
        ("parent", "agree Parent { under_one: false }"),
        ("infant", "agree Parent { under_one: true }"),
        ("representative", "agree Representative"),
    ] {
        goes_on(&agree("yes", "yes", who), act, "/mail");
    }
    let nothing = agree("", "", "");
    let missing = [Field::Adult, Field::Consent, Field::Applicant];
    assert_eq!(refused_fields(&nothing, "/terms"), missing);
    assert_eq!(
        refused_fields(&agree("yes", "", "myself"), "/terms"),
        [Field::Consent]
    );
}

fn give_contact(mail: &str, again: &str, captcha: &str) -> Outcome {
    let (challenge, nonce) = (text("challenge"), text("42"));
    by_form(|| {
        let name = text("番号太郎");
        mail::give_contact(
            name,
            text(mail),
            text(again),
            challenge,
            text(captcha),
            nonce,
            text("bot"),
        )
    })
}

#[test]
fn the_proof_reaches_the_portal_and_then_name_and_address() {
    let outcome = give_contact("Taro@Example.JP", "Taro@example.jp", "2KKAF3");
    assert_eq!(
        outcome.acts,
        [
            "answer challenge 2kkaf3 Some(42) [bot]",
            "give_contact 番号太郎 Taro@example.jp"
        ]
    );
    assert_eq!(outcome.went_to.as_deref(), Some("/mail/check"));
}

#[test]
fn a_right_answer_reaches_the_portal_whatever_is_wrong_beside_it() {
    let outcome = give_contact("taro@example.jp", "jiro@example.jp", "2KKAF3");
    assert_eq!(outcome.acts, ["answer challenge 2kkaf3 Some(42) [bot]"]);
    let [(_, flash)] = outcome.remembered.as_slice() else {
        panic!("{:?}", outcome.remembered)
    };
    let fields: Vec<_> = flash.problems.iter().map(|one| one.field).collect();
    assert_eq!(fields, [Field::MailAgain]);
}

#[test]
fn all_problems_of_the_mail_page_come_at_once_and_no_secret_is_kept() {
    let outcome = give_contact("taro@example.jp", "jiro@example.jp", "2kk");
    assert_eq!(
        refused_fields(&outcome, "/mail"),
        [Field::MailAgain, Field::Captcha]
    );
    let kept = &outcome.remembered[0].1;
    assert_eq!(kept.value("mail_again"), "jiro@example.jp");
    let names: Vec<&str> = kept.values.iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["contact_name", "mail", "mail_again"]);
}

#[test]
fn another_picture_keeps_what_was_typed_and_finds_nothing_wrong() {
    let outcome = by_form(|| mail::change_picture(text("番"), text("taro@"), String::new()));
    assert_eq!(outcome.went_to.as_deref(), Some("/mail#picture"));
    let kept = &outcome.remembered[0].1;
    assert_eq!(kept.value("mail"), "taro@");
    assert_eq!(kept.notice.as_deref(), Some(common::PICTURE_CHANGED));
}

#[test]
fn the_nearest_name_takes_the_place_of_the_typed_one() {
    let by_name = |name| by_form(|| mail::take_nearest_name(text(name), text("t@"), text("t")));
    let outcome = by_name("髙橋");
    assert!(refused_fields(&outcome, "/mail").is_empty());
    let kept = &outcome.remembered[0].1;
    assert_eq!(kept.value("contact_name"), "高橋");
    assert_eq!(kept.value("mail_again"), "t");
    assert_eq!(kept.notice.as_deref(), Some(common::NAME_CHANGED));
    let none = by_name("髙橋★");
    assert_eq!(none.remembered[0].1.value("contact_name"), "髙橋★");
}

#[test]
fn acts_without_a_form_go_on_and_say_what_was_done() {
    goes_on(
        &by_form(mail::confirm_address),
        "confirm_address",
        "/mail/sent",
    );
    goes_on(&by_form(session::leave), "leave", "/");
    let resent = by_form(mail::resend_link);
    goes_on(&resent, "resend_link", "/mail/sent");
    assert_eq!(
        resent.remembered[0].1.notice.as_deref(),
        Some(common::MAIL_SENT_AGAIN)
    );
    let resent = by_form(device::resend_code);
    goes_on(&resent, "resend_code", "/device");
    assert_eq!(
        resent.remembered[0].1.notice.as_deref(),
        Some(common::CODE_SENT_AGAIN)
    );
}

#[test]
fn the_page_behind_a_link_is_found_again_and_no_other() {
    let token = "A".repeat(43);
    let opened = by_form(|| link::open_link(token.clone()));
    goes_on(&opened, &format!("open_link {token}"), "/photo");
    let renewed = by_form(|| link::renew_link(token.clone()));
    goes_on(
        &renewed,
        &format!("renew_link {token}"),
        &format!("/open/{token}"),
    );
    assert_eq!(renewed.remembered[0].0, "/open");

    let odd = by_form(|| link::renew_link(text("//elsewhere.example/\r\nx")));
    assert_eq!(odd.went_to.as_deref(), Some("/open/-"));
}

#[test]
fn a_device_code_is_read_and_never_kept() {
    let outcome = by_form(|| device::prove_device(text("１２３ 456")));
    goes_on(&outcome, "prove_device 123456", "/photo");
    let outcome = by_form(|| device::prove_device(text("1234")));
    assert_eq!(refused_fields(&outcome, "/device"), [Field::DeviceCode]);
    assert!(outcome.remembered[0].1.values.is_empty());
}

#[test]
fn nothing_is_confirmed_or_sent_in_without_the_tick() {
    goes_on(
        &by_form(|| photo::confirm_photo(text("yes"))),
        "confirm_photo",
        "/details",
    );
    let outcome = by_form(|| photo::confirm_photo(String::new()));
    assert_eq!(
        refused_fields(&outcome, "/photo/check"),
        [Field::PhotoDeclaration]
    );
    goes_on(
        &by_form(|| submit::submit(text("7"), text("yes"))),
        "submit 7",
        "/done",
    );
    let outcome = by_form(|| submit::submit(text("7"), String::new()));
    assert_eq!(
        refused_fields(&outcome, "/review"),
        [Field::SubmitDeclaration]
    );
}

#[test]
fn a_review_without_a_version_is_none_of_ours() {
    let outcome = by_form(|| submit::submit(text("new"), text("yes")));
    assert!(outcome.acts.is_empty());
    assert_eq!(outcome.remembered[0].1.refused, Some(Refusal::Malformed));
}

#[test]
fn an_application_is_looked_up_by_number_and_birth_date() {
    let number = samples::receipt();
    let look = |number: String, day: &str| {
        let day = text(day);
        by_form(|| {
            status::look_up(
                number,
                text("AD"),
                text("1998"),
                text("3"),
                day,
                text(""),
                text(""),
            )
        })
    };
    let found = look(number.grouped().to_lowercase(), "27");
    goes_on(
        &found,
        &format!("look_up {} 1998-03-27", number.as_str()),
        "/status",
    );
    assert!(found.remembered.is_empty());
    let fields = refused_fields(&look(text("?"), "32"), "/status");
    assert_eq!(fields, [Field::ReceiptNumber, Field::BirthDate]);
}

#[test]
fn a_script_is_told_the_refusal_with_its_status() {
    let outcome = called(Caller::Script, None, || {
        start::give_form(String::new(), String::new())
    });
    let Err(Refusal::Form(problems)) = &outcome.result else {
        panic!("{:?}", outcome.result)
    };
    assert!(matches!(
        problems.of(Field::ApplicationId),
        Some(Problem::ApplicationId(_))
    ));
    assert_eq!((outcome.code, outcome.went_to), (Some(422), None));
    assert!(outcome.remembered.is_empty());
}

#[test]
fn a_form_is_led_to_where_the_refusal_can_be_read() {
    let refused = |refusal: Refusal| {
        let outcome = called(Caller::Form, Some(refusal), mail::confirm_address);
        assert_eq!((outcome.result, outcome.code), (Ok(()), None));
        let told = outcome.remembered.into_iter().next();
        (outcome.went_to.unwrap_or_default(), told)
    };
    assert_eq!(
        refused(Refusal::Elsewhere(Page::Photo)),
        (text("/photo"), None)
    );

    let (went_to, told) = refused(Refusal::SessionOver);
    let (page, flash) = told.expect("the reason");
    assert_eq!((went_to.as_str(), page), ("/", "/"));
    assert_eq!(flash.refused, Some(Refusal::SessionOver));

    for refusal in [
        Refusal::AlreadySubmitted,
        Refusal::TooMany { wait_seconds: 60 },
        Refusal::Changed,
        Refusal::Unavailable {
            reference: text("K7Q2"),
        },
        Refusal::Malformed,
    ] {
        let (went_to, told) = refused(refusal.clone());
        let (page, flash) = told.expect("the reason");
        assert_eq!((went_to.as_str(), page), ("/mail/check", "/mail/check"));
        assert_eq!(flash.refused, Some(refusal));
    }
}
