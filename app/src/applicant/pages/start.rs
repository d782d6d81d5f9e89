//! ① The application form: its ID typed, or come by QR code.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos_meta::Meta;
use leptos_router::hooks::use_params_map;
use rules::ApplicationId;
use rules::application::{GivenBy, Page};
use rules::form::Field;

use super::checker::CHECKER;
use super::guarded::guarded;
use super::told::{is_refused, told, typed};
use crate::applicant::api::{GiveForm, STATUS};
use crate::applicant::islands::QrReader;
use crate::applicant::portal::{Flash, Visit};
use crate::components::{
    Disclosure, FixedValue, Layout, LinkButton, Notice, NoticeKind, PostForm, SubmitButton,
    TextField, TextLook, phrases,
};
use crate::typed::APPLICATION_ID;
use crate::words::words;

/// `/`: what is needed, and the application ID.
#[component]
pub(crate) fn StartPage() -> impl IntoView {
    guarded(Page::Start, |visit| start(&visit))
}

fn start(visit: &Visit) -> impl IntoView + use<> {
    let is_refused = is_refused(&visit.flash);
    let body = match locked_id(visit) {
        Some(id) => locked(&id, &visit.flash).into_any(),
        None => typed_form(visit).into_any(),
    };
    let told = told(&visit.flash);
    let is_registered = visit.journey.is_registered();
    view! {
        <Meta name="description" content=words().start.description />
        <Layout title=words().start.title step=Some(Page::Start.step()) has_errors=is_refused islands=true>
            {told}
            {is_registered.then(under_way)}
            {needed()}
            {body}
            {help()}
            <p>
                <a href=STATUS>{words().start.status}</a>
            </p>
            <p>
                <a href=CHECKER>{words().checker.link}</a>
            </p>
        </Layout>
    }
}

/// The ID this browser brought by QR code and has not registered yet. After a
/// refusal it may be typed instead.
fn locked_id(visit: &Visit) -> Option<ApplicationId> {
    let form = visit.journey.form().filter(|form| form.by == GivenBy::Qr)?;
    let is_open = visit.journey.is_registered() || is_refused(&visit.flash);
    (!is_open).then(|| form.id.clone())
}

fn locked(id: &ApplicationId, flash: &Flash) -> impl IntoView + use<> {
    let other = id_form(String::new(), flash);
    view! {
        {qr_form(id)}
        <Disclosure summary=words().start.other_form_title>{other}</Disclosure>
    }
}

fn typed_form(visit: &Visit) -> impl IntoView + use<> {
    let known = || {
        let draft = visit
            .journey
            .form()
            .filter(|_| !visit.journey.is_registered());
        draft.map(|form| form.id.grouped()).unwrap_or_default()
    };
    let value = ApplicationId::group(&typed(&visit.flash, "application_id", known));
    view! {
        {id_form(value, &visit.flash)}
        <QrReader />
    }
}

fn id_form(value: String, flash: &Flash) -> impl IntoView + use<> {
    let problems = flash.problems.clone();
    view! {
        <PostForm action=GiveForm::url()>
            <TextField
                field=Field::ApplicationId
                name="application_id"
                label=words().common.application_id
                hint=words().start.id_hint
                value=value
                problems=problems
                autocomplete="off"
                inputmode="numeric"
                maxlength=APPLICATION_ID
                look=TextLook::Letters
            />
            <input type="hidden" name="by" value="typed" />
            <SubmitButton label=words().start.begin />
        </PostForm>
    }
}

fn qr_form(id: &ApplicationId) -> impl IntoView + use<> {
    let (shown, sent) = (id.grouped(), id.as_str().to_owned());
    view! {
        <PostForm action=GiveForm::url()>
            <FixedValue
                label=words().common.application_id
                value=shown
                hint=words().start.qr_compare
            />
            <p>{words().start.qr_why}</p>
            <input type="hidden" name="application_id" value=sent />
            <input type="hidden" name="by" value="qr" />
            <SubmitButton label=words().start.begin />
        </PostForm>
    }
}

fn under_way() -> impl IntoView {
    // whatever the stage and whatever this browser may see, the guard leads
    // from this page to the right one, so the link says nothing about either
    let onward = Page::MailSent.path();
    view! {
        <Notice kind=NoticeKind::Info title=words().start.under_way_title>
            <p>
                {words().start.under_way} <a href=onward>{words().start.under_way_link}</a>
            </p>
        </Notice>
    }
}

fn needed() -> impl IntoView {
    view! {
        <h2>{phrases(words().start.needed_title)}</h2>
        <ul>{words().start.needed.map(|needed| view! { <li>{needed}</li> }).collect_view()}</ul>
        <p>{words().start.duration}</p>
    }
}

fn help() -> impl IntoView {
    view! {
        <Disclosure summary=words().start.lost_title>
            <p>{words().start.lost_where}</p>
            <p>{words().start.lost_new}</p>
        </Disclosure>
    }
}

/// `/apply/{id}`: the address in the QR code. Shows the ID to compare it with
/// the form; nothing is kept before the button is pressed.
#[component]
pub(crate) fn ApplyPage() -> impl IntoView {
    let given = use_params_map()
        .with_untracked(|params| params.get("id"))
        .unwrap_or_default();
    match ApplicationId::parse(&given) {
        Ok(id) => compare(&id).into_any(),
        Err(_) => unreadable().into_any(),
    }
}

fn compare(id: &ApplicationId) -> impl IntoView + use<> {
    let form = qr_form(id);
    view! {
        <Layout title=words().start.qr_title step=Some(Page::Start.step())>
            {form}
            <Disclosure summary=words().start.qr_differs_title>
                <p>{words().start.qr_differs}</p>
                <p>
                    <a href=Page::Start.path()>{words().start.type_it}</a>
                </p>
            </Disclosure>
            {needed()}
        </Layout>
    }
}

fn unreadable() -> impl IntoView {
    view! {
        <Layout title=words().start.qr_unreadable_title step=Some(Page::Start.step())>
            <p>{words().start.qr_unreadable}</p>
            <LinkButton href=Page::Start.path() label=words().start.type_it />
        </Layout>
    }
}
