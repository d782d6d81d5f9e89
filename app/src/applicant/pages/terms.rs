//! ② The terms, and who applies.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use rules::Applicant;
use rules::application::{Journey, Page};
use rules::form::Field;

use super::guarded::guarded_with;
use super::privacy::PRIVACY;
use super::told::{is_refused, told, typed};
use crate::applicant::api::AgreeTerms;
use crate::applicant::portal::{Flash, Terms, TermsSection, Visit};
use crate::components::{
    ButtonKind, CheckField, CheckGroup, Choice, Disclosure, Layout, LinkButton, Notice, NoticeKind,
    PostForm, RadioGroup, SubmitButton, phrases,
};
use crate::words::frame;
use crate::words::pages::{common, terms as words};

/// `/terms`: the terms, both statements, and who applies.
#[component]
pub(crate) fn TermsPage() -> impl IntoView {
    guarded_with(Page::Terms, |portal, visit| async move {
        Ok(terms(&portal.terms(), &visit))
    })
}

fn terms(terms: &Arc<Terms>, visit: &Visit) -> impl IntoView + use<> {
    let Visit { journey, flash, .. } = visit;
    let is_registered = journey.is_registered();
    let has_begun = !matches!(journey, Journey::Arrived);
    let told = has_begun.then(|| told(flash));
    let statements = if has_begun {
        statements(journey, flash).into_any()
    } else {
        begin().into_any()
    };
    let sections = terms.sections.iter().map(section).collect_view();
    let version = words::version(terms.version.as_str());
    view! {
        <Layout
            title=words::TITLE
            step=Some(Page::Terms.step())
            back=Some(page_before(journey).path())
            has_errors=is_refused(flash)
            session_ends=has_begun.then_some(visit.session_ends)
        >
            {told}
            {is_registered.then(change_note)}
            <h2>{phrases(words::SUMMARY_TITLE)}</h2>
            <ul>{words::SUMMARY.map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
            {sections}
            <p>{version}</p>
            {statements}
            <Disclosure summary=words::DISAGREE_TITLE>
                <p>{words::DISAGREE}</p>
            </Disclosure>
        </Layout>
    }
}

/// A draft came from the ID; an application that changes who applies goes back
/// to where it stands.
fn page_before(journey: &Journey) -> Page {
    if journey.is_registered() {
        journey.page()
    } else {
        Page::Start
    }
}

/// Whoever only reads is shown where to begin.
fn begin() -> impl IntoView {
    view! {
        <p>{words::BEGIN_HINT}</p>
        <LinkButton href=Page::Start.path() label=words::BEGIN kind=ButtonKind::Main />
    }
}

fn change_note() -> impl IntoView {
    view! {
        <Notice kind=NoticeKind::Info title=words::CHANGE_TITLE>
            <p>{words::CHANGE}</p>
        </Notice>
    }
}

fn section(section: &TermsSection) -> impl IntoView + use<> {
    let paragraphs = section.paragraphs.clone();
    view! {
        <h2>{phrases(&section.heading)}</h2>
        {paragraphs.into_iter().map(|paragraph| view! { <p>{paragraph}</p> }).collect_view()}
    }
}

fn statements(journey: &Journey, flash: &Flash) -> impl IntoView + use<> {
    let problems = flash.problems.clone();
    let is_ticked = |name| flash.is_chosen(name, "yes");
    let (adult, consent) = (is_ticked("adult"), is_ticked("consent"));
    let applicant = applicant(journey.applicant(), flash);
    view! {
        <PostForm action=AgreeTerms::url()>
            <CheckGroup legend=words::STATEMENTS>
                <p>{words::READ} <a href=PRIVACY>{frame::PRIVACY}</a></p>
                <CheckField
                    field=Field::Adult
                    name="adult"
                    value="yes"
                    label=words::OF_AGE
                    checked=adult
                    problems=problems.clone()
                />
                <CheckField
                    field=Field::Consent
                    name="consent"
                    value="yes"
                    label=words::CONSENT
                    checked=consent
                    problems=problems
                />
            </CheckGroup>
            {applicant}
            <SubmitButton label=common::CONFIRM />
        </PostForm>
    }
}

fn applicant(known: Option<Applicant>, flash: &Flash) -> impl IntoView + use<> {
    let who = known.map_or("", as_value);
    view! {
        <RadioGroup
            field=Field::Applicant
            name="applicant"
            legend=words::WHO
            options=vec![
                Choice::new("myself", words::MYSELF).explained(words::MYSELF_HINT),
                Choice::new("parent", words::CHILD).explained(words::CHILD_HINT),
                Choice::new("infant", words::INFANT).explained(words::INFANT_HINT),
                Choice::new("representative", words::WARD).explained(words::WARD_HINT),
            ]
            chosen=typed(flash, "applicant", || who.to_owned())
            problems=flash.problems.clone()
        />
    }
}

/// The value of the answer that stands for this applicant.
fn as_value(applicant: Applicant) -> &'static str {
    match applicant {
        Applicant::Myself => "myself",
        Applicant::Parent { under_one: false } => "parent",
        Applicant::Parent { under_one: true } => "infant",
        Applicant::Representative => "representative",
    }
}
