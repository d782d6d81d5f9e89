//! ⑥ The face photo.

use leptos::prelude::*;
use rules::CivilDate;
use rules::journey::{Journey, Page};

use super::guarded::guarded_with;
use super::told::{is_refused, told};
use crate::components::{BadPhotos, FindingExamples, GoodPhotos, Layout, Notice, NoticeKind};
use crate::islands::{PhotoCamera, PhotoPicker};
use crate::portal::Visit;
use crate::text::pages::photo as words;

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
    let whose = journey.form().map(|form| whose(form.id.last_four()));
    let is_kept = journey.photo().is_some();
    let problems = flash.problems.clone();
    view! {
        <Layout
            title=words::TITLE
            step=Some(Page::Photo.step())
            back=page_before(journey).map(Page::path)
            has_errors=is_refused(flash)
            session_ends=Some(visit.session_ends)
            islands=true
        >
            {told}
            {whose}
            {is_kept.then(kept)}
            {list(words::GOOD_TITLE, &words::GOOD)}
            <GoodPhotos />
            <p>{words::MORE_BELOW}</p>
            <PhotoCamera />
            <PhotoPicker problems=problems today=today />
            <FindingExamples />
            <BadPhotos />
            {list(words::FILE_TITLE, &words::FILE)}
            {words::NOTES.map(|note| view! { <p>{note}</p> }).collect_view()}
        </Layout>
    }
}

/// Back to the page from which the photo is being changed; a first photo has
/// none before it.
fn page_before(journey: &Journey) -> Option<Page> {
    (journey.page() != Page::Photo).then(|| journey.page())
}

fn whose(last_four: &str) -> impl IntoView + use<> {
    view! {
        <p>{words::whose(last_four)} {words::WHOSE_COMPARE}</p>
    }
}

fn kept() -> impl IntoView {
    view! {
        <Notice kind=NoticeKind::Info title=words::KEPT_TITLE>
            <p>{words::KEPT}</p>
        </Notice>
    }
}

fn list(title: &'static str, lines: &[&'static str]) -> impl IntoView + use<> {
    let lines = lines
        .iter()
        .map(|line| view! { <li>{*line}</li> })
        .collect_view();
    view! {
        <h2>{title}</h2>
        <ul>{lines}</ul>
    }
}
