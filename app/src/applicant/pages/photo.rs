//! ⑥ The face photo.

use leptos::prelude::*;
use rules::CivilDate;
use rules::application::{Journey, Page};

use super::guarded::guarded_with;
use super::told::{is_refused, told};
use crate::applicant::islands::{PhotoCamera, PhotoPicker};
use crate::applicant::portal::Visit;
use crate::components::{
    BAD_PHOTOS, BadPhotos, FindingExamples, FixedValue, GoodPhotos, Layout, Notice, NoticeKind,
    phrases,
};
use crate::words::words;

/// `/photo`: the rules for the picture, and the form to send it. What can be read
/// up stands below: the photo is checked, and nobody scrolls past it for each try.
#[component]
pub(crate) fn PhotoPage() -> impl IntoView {
    guarded_with(Page::Photo, |portal, visit| async move {
        Ok(photo(&visit, portal.now().japan_day()))
    })
}

fn photo(visit: &Visit, today: CivilDate) -> impl IntoView + use<> {
    let Visit { journey, flash, .. } = visit;
    let told = told(flash);
    let whose = journey.form().map(|form| whose(form.id.grouped()));
    let is_kept = journey.photo().is_some();
    let problems = flash.problems.clone();
    view! {
        <Layout
            title=words().photo.title
            step=Some(Page::Photo.step())
            back=page_before(journey).map(Page::path)
            has_errors=is_refused(flash)
            session_ends=Some(visit.session_ends)
            islands=true
        >
            {told}
            {whose}
            {is_kept.then(kept)}
            {list(words().photo.good_title, &words().photo.good)}
            <GoodPhotos />
            <p>
                {words().photo.more_below} <a href=format!("#{BAD_PHOTOS}")>{words().photo.more_below_link}</a>
            </p>
            <PhotoCamera />
            <PhotoPicker problems=problems today=today />
            <FindingExamples />
            <BadPhotos />
            {list(words().photo.file_title, &words().photo.file)}
            {words().photo.notes.map(|note| view! { <p>{note}</p> }).collect_view()}
        </Layout>
    }
}

/// Back to the page from which the photo is being changed; a first photo has
/// none before it.
fn page_before(journey: &Journey) -> Option<Page> {
    (journey.page() != Page::Photo).then(|| journey.page())
}

/// The whole ID: whoever came here has proved to be the one who registered it.
fn whose(id: String) -> impl IntoView + use<> {
    view! {
        <p>{words().photo.whose}</p>
        <FixedValue label=words().common.application_id value=id hint=words().photo.whose_compare />
        <p>
            <a href=Page::Start.path()>{words().photo.whose_again}</a>
        </p>
    }
}

fn kept() -> impl IntoView {
    view! {
        <Notice kind=NoticeKind::Info title=words().photo.kept_title>
            <p>{words().photo.kept}</p>
        </Notice>
    }
}

fn list(title: &'static str, lines: &[&'static str]) -> impl IntoView + use<> {
    let lines = lines
        .iter()
        .map(|line| view! { <li>{*line}</li> })
        .collect_view();
    view! {
        <h2>{phrases(title)}</h2>
        <ul>{lines}</ul>
    }
}
