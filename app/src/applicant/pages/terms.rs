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
use crate::words::words;

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
    let version = words().terms.version(terms.version.as_str());
    view! {
        <Layout
            title=words().terms.title
            step=Some(Page::Terms.step())
            back=Some(page_before(journey).path())
            has_errors=is_refused(flash)
            session_ends=has_begun.then_some(visit.session_ends)
        >
            {told}
            {is_registered.then(change_note)}
            <h2>{phrases(words().terms.summary_title)}</h2>
            <ul>{words().terms.summary.map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
            {sections}
            <p>{version}</p>
            {statements}
            <Disclosure summary=words().terms.disagree_title>
                <p>{words().terms.disagree}</p>
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
        <p>{words().terms.begin_hint}</p>
        <LinkButton href=Page::Start.path() label=words().terms.begin kind=ButtonKind::Main />
    }
}

fn change_note() -> impl IntoView {
    view! {
        <Notice kind=NoticeKind::Info title=words().terms.change_title>
            <p>{words().terms.change}</p>
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
            <CheckGroup legend=words().terms.statements>
                <p>{words().terms.read} <a href=PRIVACY>{words().frame.privacy}</a></p>
                <CheckField
                    field=Field::Adult
                    name="adult"
                    value="yes"
                    label=words().terms.of_age
                    checked=adult
                    problems=problems.clone()
                />
                <CheckField
                    field=Field::Consent
                    name="consent"
                    value="yes"
                    label=words().terms.consent
                    checked=consent
                    problems=problems
                />
            </CheckGroup>
            {applicant}
            <SubmitButton label=words().common.confirm />
        </PostForm>
    }
}

fn applicant(known: Option<Applicant>, flash: &Flash) -> impl IntoView + use<> {
    let who = known.map_or("", as_value);
    view! {
        <RadioGroup
            field=Field::Applicant
            name="applicant"
            legend=words().terms.who
            options=vec![
                Choice::new("myself", words().terms.myself).explained(words().terms.myself_hint),
                Choice::new("parent", words().terms.child).explained(words().terms.child_hint),
                Choice::new("infant", words().terms.infant).explained(words().terms.infant_hint),
                Choice::new("representative", words().terms.ward).explained(words().terms.ward_hint),
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
