//! ⑦ Birth date, certificates, braille.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use rules::application::{Journey, Page};
use rules::form::{Field, FormProblems, Problem};
use rules::{Applicant, Certificates, CivilDate, Details};

use super::correct::correct_field;
use super::guarded::guarded_with;
use super::told::{is_refused, told, typed};
use crate::applicant::api::GiveDetails;
use crate::applicant::islands::BirthDateEcho;
use crate::applicant::portal::{Flash, Visit};
use crate::components::{
    ButtonKind, CheckField, CheckGroup, Choice, DateFields, Disclosure, Layout, Notice, NoticeKind,
    PostForm, RadioGroup, SubmitButton, TextField, typed_birth_date,
};
use crate::words::words;

/// `/details`: the answers that are registered beside the photo.
#[component]
pub(crate) fn DetailsPage() -> impl IntoView {
    guarded_with(Page::Details, |portal, visit| async move {
        Ok(details(&visit, portal.now().japan_day()))
    })
}

fn details(visit: &Visit, today: CivilDate) -> impl IntoView + use<> {
    let Visit { journey, flash, .. } = visit;
    let told = told(flash);
    let needs_photo = needs_photo(journey);
    let fields = fields(journey, flash, today);
    view! {
        <Layout
            title=words().details.title
            step=Some(Page::Details.step())
            back=page_before(journey).map(Page::path)
            has_errors=is_refused(flash)
            session_ends=Some(visit.session_ends)
            islands=true
        >
            {told}
            {(!needs_photo).then(no_photo)}
            <PostForm action=GiveDetails::url()>
                {fields}
                <SubmitButton label=words().common.confirm />
            </PostForm>
        </Layout>
    }
}

/// Back to the review these answers are changed from, or to the photo.
fn page_before(journey: &Journey) -> Option<Page> {
    match journey.page() {
        Page::Review => Some(Page::Review),
        _ => needs_photo(journey).then_some(Page::Photo),
    }
}

fn needs_photo(journey: &Journey) -> bool {
    journey.applicant().is_none_or(Applicant::needs_photo)
}

fn no_photo() -> impl IntoView {
    view! { <Notice kind=NoticeKind::Info title=words().common.no_photo_under_one /> }
}

fn fields(journey: &Journey, flash: &Flash, today: CivilDate) -> impl IntoView + use<> {
    let given = journey.details();
    view! {
        {birth_date(given, flash, today)}
        {certificates(journey.applicant(), given, flash)}
        {braille(given, flash)}
        {correct_field(Field::DetailsDeclaration, flash)}
    }
}

fn birth_date(given: Option<&Details>, flash: &Flash, today: CivilDate) -> impl IntoView + use<> {
    let values = match given {
        Some(given) if flash.values.is_empty() => given.birth_date.fields(),
        _ => typed_birth_date(flash),
    };
    let correction = correction(&flash.problems);
    view! {
        <p>{words().details.birth_why}</p>
        <DateFields
            legend=words().common.birth_date
            hint=words().details.birth_hint
            values=values
            problems=flash.problems.clone()
        >
            {correction}
            <BirthDateEcho today=today />
        </DateFields>
    }
}

/// One press takes the date offered for one outside its era.
fn correction(problems: &FormProblems) -> Option<impl IntoView + use<>> {
    let Some(Problem::BirthDate(problem)) = problems.of(Field::BirthDate) else {
        return None;
    };
    let label = words()
        .details
        .go_on_as(&words().calendar.birth_date(&problem.suggestion()?));
    Some(view! { <SubmitButton label=label kind=ButtonKind::Second name="birth_date_correct" /> })
}

/// The certificates that are asked for if nothing else is said: both, but no
/// 署名用 for children under 15 and wards.
fn issued(applicant: Option<Applicant>, given: Option<&Details>) -> Certificates {
    given.map_or_else(
        || Certificates {
            signature: matches!(applicant, None | Some(Applicant::Myself)),
            authentication: true,
        },
        |details| details.certificates,
    )
}

fn certificates(
    applicant: Option<Applicant>,
    given: Option<&Details>,
    flash: &Flash,
) -> impl IntoView + use<> {
    let issued = issued(applicant, given);
    let is_declined = !(issued.signature && issued.authentication);
    let chosen = typed(flash, "certificates", || {
        if is_declined { "decline" } else { "issue" }.to_owned()
    });
    let is_minor_or_ward = !matches!(applicant, None | Some(Applicant::Myself));
    let open = chosen != "issue" || flash.concerns(Field::Certificates);
    let question = view! {
        <RadioGroup
            field=Field::Certificates
            name="certificates"
            legend=words().details.certificates
            hint=words().details.certificates_hint
            options=vec![
                Choice::new("issue", words().details.issue).explained(words().details.issue_hint),
                Choice::new("decline", words().details.decline).explained(words().details.decline_hint),
            ]
            chosen=chosen
            problems=flash.problems.clone()
        />
        {is_minor_or_ward.then(no_signature)}
        {declined(issued, flash)}
    };
    view! { <Disclosure summary=words().details.certificates_title open>{question}</Disclosure> }
}

fn no_signature() -> impl IntoView {
    view! {
        <Notice kind=NoticeKind::Info title=words().details.no_signature_title>
            <p>{words().details.no_signature}</p>
        </Notice>
    }
}

/// What is wrong with the wish is said at the question above, so not here again.
fn declined(issued: Certificates, flash: &Flash) -> impl IntoView + use<> {
    let is_ticked = |name: &str, is_issued: bool| {
        if flash.values.is_empty() {
            !is_issued
        } else {
            flash.is_chosen(name, "yes")
        }
    };
    let signature = is_ticked("decline_signature", issued.signature);
    let authentication = is_ticked("decline_authentication", issued.authentication);
    view! {
        <CheckGroup legend=words().details.declined>
            <p>{words().details.declined_hint}</p>
            <CheckField
                field=Field::Certificates
                id="decline_signature"
                name="decline_signature"
                value="yes"
                label=words().details.decline_signature
                checked=signature
                problems=FormProblems::new()
            />
            <CheckField
                field=Field::Certificates
                id="decline_authentication"
                name="decline_authentication"
                value="yes"
                label=words().details.decline_authentication
                checked=authentication
                problems=FormProblems::new()
            />
        </CheckGroup>
    }
}

fn braille(given: Option<&Details>, flash: &Flash) -> impl IntoView + use<> {
    let reading = given.and_then(|given| given.braille.as_ref());
    let wish = if reading.is_some() { "yes" } else { "no" };
    let wish = typed(flash, "braille_wish", || wish.to_owned());
    let open = wish == "yes" || flash.concerns(Field::Braille);
    let question = view! {
        <RadioGroup
            field=Field::Braille
            id="braille_wish"
            name="braille_wish"
            legend=words().details.braille
            options=vec![
                Choice::new("no", words().details.braille_no),
                Choice::new("yes", words().details.braille_yes),
            ]
            chosen=wish
            problems=FormProblems::new()
        />
        <TextField
            field=Field::Braille
            name="braille"
            label=words().details.reading
            hint=words().details.reading_hint
            value=typed(flash, "braille", || {
                reading.map(|name| name.as_str().to_owned()).unwrap_or_default()
            })
            problems=flash.problems.clone()
            autocomplete="off"
            required=false
        />
    };
    view! { <Disclosure summary=words().details.braille_title open>{question}</Disclosure> }
}
