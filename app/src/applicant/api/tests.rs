//! Every server function, called as the router calls it, with a portal that
//! records what reaches it.

mod details;

use std::sync::Arc;

use leptos::prelude::*;
use rules::application::Page;
use rules::form::{Field, Problem};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::form::Sent;
use super::{device, link, mail, photo, session, start, status, submit, terms};
use crate::applicant::Notice;
use crate::applicant::pages::fake_portal::{FakePortal, FakeReply};
use crate::applicant::pages::samples;
use crate::applicant::portal::{Flash, provide_portal};
use crate::exchange::{Caller, Reply};
use crate::refusal::Refusal;

/// What came of a call.
struct Outcome {
    result: Result<(), Refusal>,
    acts: Vec<String>,
    named: Vec<String>,
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
        provide_portal(portal.clone());
        provide_context::<Arc<dyn Reply>>(reply.clone());
        provide_context(caller);
        futures::executor::block_on(call())
    });
    let acts = portal.acts.lock().expect("nobody panicked").clone();
    let named = portal.named.lock().expect("nobody panicked").clone();
    let remembered = portal.remembered.lock().expect("nobody panicked").clone();
    let went_to = reply.went_to.lock().expect("nobody panicked").clone();
    let code = *reply.code.lock().expect("nobody panicked");
    Outcome {
        result,
        acts,
        named,
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

/// A form with these controls, read as the router reads it.
fn sent<F: DeserializeOwned>(controls: &[(&str, &str)]) -> Sent<F> {
    let controls = controls
        .iter()
        .map(|(name, value)| (*name, (*value).into()));
    let form = Value::Object(
        controls
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
    );
    serde_json::from_value(form).expect("every control is a text")
}

#[test]
fn the_application_id_is_read_as_people_type_it() {
    let give_form = |id: &str, by: &str| {
        by_form(|| start::give_form(sent(&[("application_id", id), ("by", by)])))
    };
    let outcome = give_form("９８７６ 5432-1098 7654 3210 987", "typed");
    goes_on(
        &outcome,
        &format!("give_form {} Typed", samples::ID),
        "/terms",
    );
    let outcome = give_form(samples::ID, "qr");
    goes_on(&outcome, &format!("give_form {} Qr", samples::ID), "/terms");
}

#[test]
fn a_refused_id_is_kept_for_its_page_and_stands_in_no_address() {
    let outcome = by_form(|| start::give_form(sent(&[("application_id", "12x")])));
    assert_eq!(refused_fields(&outcome, "/"), [Field::ApplicationId]);
    assert_eq!(outcome.remembered[0].1.value("application_id"), "12x");
}

#[test]
fn both_statements_and_the_applicant_are_needed() {
    let agree = |adult: &str, consent: &str, who: &str| {
        let controls = [("adult", adult), ("consent", consent), ("applicant", who)];
        by_form(|| terms::agree_terms(sent(&controls)))
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
    by_form(|| {
        mail::give_contact(sent(&[
            ("contact_name", "番号太郎"),
            ("mail", mail),
            ("mail_again", again),
            ("challenge", "challenge"),
            ("captcha", captcha),
            ("nonce", "42"),
            ("website", "bot"),
        ]))
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
    let outcome =
        by_form(|| mail::change_picture(sent(&[("contact_name", "番"), ("mail", "taro@")])));
    assert_eq!(outcome.went_to.as_deref(), Some("/mail#picture"));
    let kept = &outcome.remembered[0].1;
    assert_eq!(kept.value("mail"), "taro@");
    assert_eq!(kept.notice, Some(Notice::PictureChanged));
}

#[test]
fn the_nearest_name_takes_the_place_of_the_typed_one() {
    let by_name = |name| {
        let controls = [("contact_name", name), ("mail", "t@"), ("mail_again", "t")];
        by_form(|| mail::take_nearest_name(sent(&controls)))
    };
    let outcome = by_name("髙橋");
    assert!(refused_fields(&outcome, "/mail").is_empty());
    let kept = &outcome.remembered[0].1;
    assert_eq!(kept.value("contact_name"), "高橋");
    assert_eq!(kept.value("mail_again"), "t");
    assert_eq!(kept.notice, Some(Notice::NameChanged));
    let none = by_name("髙橋★");
    assert_eq!(none.remembered[0].1.value("contact_name"), "髙橋★");
}

#[test]
fn acts_without_a_form_go_on_and_say_what_was_done() {
    goes_on(
        &by_form(|| mail::confirm_address(sent(&[]))),
        "confirm_address",
        "/mail/sent",
    );
    goes_on(&by_form(|| session::leave(sent(&[]))), "leave", "/");
    let resent = by_form(|| mail::resend_link(sent(&[])));
    goes_on(&resent, "resend_link", "/mail/sent");
    assert_eq!(resent.remembered[0].1.notice, Some(Notice::MailSentAgain));
    let resent = by_form(|| device::resend_code(sent(&[])));
    goes_on(&resent, "resend_code", "/device");
    assert_eq!(resent.remembered[0].1.notice, Some(Notice::CodeSentAgain));
}

#[test]
fn the_page_behind_a_link_is_found_again_and_no_other() {
    let token = "A".repeat(43);
    let opened = by_form(|| link::open_link(sent(&[("token", &token)])));
    goes_on(&opened, &format!("open_link {token}"), "/photo");
    let renewed = by_form(|| link::renew_link(sent(&[("token", &token)])));
    goes_on(
        &renewed,
        &format!("renew_link {token}"),
        &format!("/open/{token}"),
    );
    assert_eq!(renewed.remembered[0].0, "/open");

    let odd = by_form(|| link::renew_link(sent(&[("token", "//elsewhere.example/\r\nx")])));
    assert_eq!(odd.went_to.as_deref(), Some("/open/-"));
}

#[test]
fn a_device_code_is_read_and_never_kept() {
    let outcome = by_form(|| device::prove_device(sent(&[("device_code", "１２３ 456")])));
    goes_on(&outcome, "prove_device 123456", "/photo");
    let outcome = by_form(|| device::prove_device(sent(&[("device_code", "1234")])));
    assert_eq!(refused_fields(&outcome, "/device"), [Field::DeviceCode]);
    assert!(outcome.remembered[0].1.values.is_empty());
}

#[test]
fn nothing_is_confirmed_or_sent_in_without_the_tick() {
    goes_on(
        &by_form(|| photo::confirm_photo(sent(&[("photo_declaration", "yes")]))),
        "confirm_photo",
        "/details",
    );
    let outcome = by_form(|| photo::confirm_photo(sent(&[])));
    assert_eq!(
        refused_fields(&outcome, "/photo/check"),
        [Field::PhotoDeclaration]
    );
    goes_on(
        &by_form(|| submit::submit(sent(&[("seen", "7"), ("submit_declaration", "yes")]))),
        "submit 7",
        "/done",
    );
    let outcome = by_form(|| submit::submit(sent(&[("seen", "7")])));
    assert_eq!(
        refused_fields(&outcome, "/review"),
        [Field::SubmitDeclaration]
    );
}

#[test]
fn a_review_without_a_version_is_none_of_ours() {
    let outcome =
        by_form(|| submit::submit(sent(&[("seen", "new"), ("submit_declaration", "yes")])));
    assert!(outcome.acts.is_empty());
    assert_eq!(outcome.remembered[0].1.refused, Some(Refusal::Malformed));
}

#[test]
fn an_application_is_looked_up_by_number_and_birth_date() {
    let number = samples::receipt();
    let look = |number: &str, day: &str| {
        by_form(|| {
            status::look_up(sent(&[
                ("receipt_number", number),
                ("era", "AD"),
                ("year", "1998"),
                ("month", "3"),
                ("day", day),
            ]))
        })
    };
    let found = look(&number.grouped().to_lowercase(), "27");
    goes_on(
        &found,
        &format!("look_up {} 1998-03-27", number.as_str()),
        "/status",
    );
    assert!(found.remembered.is_empty());
    let fields = refused_fields(&look("?", "32"), "/status");
    assert_eq!(fields, [Field::ReceiptNumber, Field::BirthDate]);
}

#[test]
fn a_script_is_told_the_refusal_with_its_status() {
    let outcome = called(Caller::Script, None, || start::give_form(sent(&[])));
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
        let outcome = called(Caller::Form, Some(refusal), || {
            mail::confirm_address(sent(&[]))
        });
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

#[test]
fn every_form_says_which_application_it_belongs_to_before_anything_is_done() {
    let about = "0123456789abcdef";
    let named = |control: &str| {
        let outcome = by_form(|| mail::confirm_address(sent(&[("about", control)])));
        assert_eq!(outcome.acts, ["confirm_address"]);
        outcome.named
    };
    assert_eq!(named(about), [about]);
    for none in ["", "0123", "0123456789abcdeg"] {
        assert!(named(none).is_empty(), "{none}");
    }
    let refused = by_form(|| super::details::give_details(sent(&[("about", about), ("era", "H")])));
    assert_eq!(refused.named, [about]);
    let looks = by_form(|| mail::change_picture(sent(&[("about", about)])));
    assert_eq!(looks.named, [about]);
}
