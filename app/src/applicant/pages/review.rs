//! ⑧ Everything, looked over.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use photo_check::Exceptions;
use rules::application::{Journey, Page, Registration};
use rules::form::Field;
use rules::{Applicant, Certificates, CivilDate, Details};

use super::correct::correct_field;
use super::guarded::guarded_with;
use super::photo_check::shown_at;
use super::told::{is_refused, told};
use crate::applicant::api::Submit;
use crate::applicant::portal::Visit;
use crate::components::{
    Layout, Notice, NoticeKind, PhotoFrame, PostForm, SubmitButton, SummaryList, SummaryRow,
};
use crate::words::words;

/// `/review`: all answers, each with a way to change it.
#[component]
pub(crate) fn ReviewPage() -> impl IntoView {
    guarded_with(Page::Review, |portal, visit| async move {
        Ok(review(&visit, portal.now().japan_day()))
    })
}

fn review(visit: &Visit, today: CivilDate) -> impl IntoView + use<> {
    let Visit {
        journey,
        flash,
        version,
        ..
    } = visit;
    let (told, seen) = (told(flash), version.to_string());
    let rows = rows(journey, today);
    let age = needs_a_person(journey, today).then(age_to_confirm);
    let correct = correct_field(Field::SubmitDeclaration, flash);
    view! {
        <Layout
            title=words().review.title
            step=Some(Page::Review.step())
            back=Some(Page::Details.path())
            has_errors=is_refused(flash)
            session_ends=Some(visit.session_ends)
        >
            {told}
            <Notice kind=NoticeKind::Warn title=words().review.unfinished_title>
                <p>{words().review.unfinished}</p>
            </Notice>
            {age}
            <SummaryList rows=rows />
            <p>{words().review.fixed}</p>
            <PostForm action=Submit::url()>
                <input type="hidden" name="seen" value=seen />
                {correct}
                <SubmitButton label=words().common.register />
            </PostForm>
        </Layout>
    }
}

/// Whether the birth date leaves an age open that decides something.
fn needs_a_person(journey: &Journey, today: CivilDate) -> bool {
    let applicant = journey
        .registration()
        .map(|given| given.agreement.applicant);
    let age = journey
        .details()
        .map(|given| given.birth_date.age_on(today));
    applicant
        .zip(age)
        .is_some_and(|(applicant, age)| applicant.age_needs_a_person(age))
}

fn age_to_confirm() -> impl IntoView {
    view! {
        <Notice kind=NoticeKind::Info title=words().review.age_title>
            <p>{words().review.age}</p>
        </Notice>
    }
}

fn rows(journey: &Journey, today: CivilDate) -> Vec<SummaryRow> {
    let registered = journey.registration().into_iter().flat_map(registered);
    let photo = [photo(journey)].into_iter().chain(reasons(journey));
    let given = journey
        .details()
        .into_iter()
        .flat_map(|details| given(details, today));
    registered.chain(photo).chain(given).collect()
}

fn registered(registration: &Registration) -> [SummaryRow; 4] {
    let Registration {
        form,
        agreement,
        contact,
    } = registration;
    [
        SummaryRow::fixed(words().common.application_id, form.id.grouped()),
        SummaryRow::fixed(words().review.applicant, applicant(agreement.applicant))
            .changed_at(Page::Terms.path()),
        SummaryRow::fixed(
            words().common.contact_name,
            contact.name.as_str().to_owned(),
        ),
        SummaryRow::fixed(
            words().common.mail_address,
            contact.mail.as_str().to_owned(),
        ),
    ]
}

/// Whose card it is.
pub(super) fn applicant(applicant: Applicant) -> &'static str {
    match applicant {
        Applicant::Myself => words().terms.myself,
        Applicant::Parent { under_one: false } => words().terms.child,
        Applicant::Parent { under_one: true } => words().terms.infant,
        Applicant::Representative => words().terms.ward,
    }
}

fn photo(journey: &Journey) -> SummaryRow {
    match journey.photo() {
        Some(photo) => {
            let picture = view! {
                <PhotoFrame
                    src=shown_at(photo)
                    alt=words().review.photo_alt
                    width=u32::from(photo.width)
                    height=u32::from(photo.height)
                />
            };
            SummaryRow::fixed(words().common.face_photo, picture).changed_at(Page::Photo.path())
        }
        None => SummaryRow::fixed(words().common.face_photo, words().review.no_photo),
    }
}

/// Why the photo may break a rule, if a reason was given.
fn reasons(journey: &Journey) -> Option<SummaryRow> {
    let named = journey.photo().map(|photo| photo.exceptions.as_slice())?;
    let lines = Exceptions::named(named)
        .iter()
        .map(|one| view! { <p>{words().exceptions.of(one).label}</p> })
        .collect_view();
    (!named.is_empty()).then(|| {
        SummaryRow::fixed(words().review.photo_reason, lines).changed_at(Page::Photo.path())
    })
}

fn given(details: &Details, today: CivilDate) -> [SummaryRow; 3] {
    let path = Page::Details.path();
    let birth_date = words()
        .calendar
        .birth_date_with_age(&details.birth_date, today);
    [
        SummaryRow::fixed(words().common.birth_date, birth_date).changed_at(path),
        SummaryRow::fixed(
            words().review.certificates,
            certificates(details.certificates),
        )
        .changed_at(path),
        SummaryRow::fixed(words().review.braille, braille(details)).changed_at(path),
    ]
}

/// The reading that is put on the card in braille, or that there is none.
fn braille(details: &Details) -> String {
    match &details.braille {
        Some(name) => name.as_str().to_owned(),
        None => words().details.braille_no.to_owned(),
    }
}

/// Which certificates are issued.
pub(super) fn certificates(wish: Certificates) -> &'static str {
    match (wish.signature, wish.authentication) {
        (true, true) => words().details.both_issued,
        (true, false) => words().details.only_signature,
        (false, true) => words().details.only_authentication,
        (false, false) => words().details.none_issued,
    }
}
