//! The photo check for everybody, without an application.

use leptos::prelude::*;
use rules::application::Page;

use crate::applicant::islands::{PhotoCamera, PhotoPicker};
use crate::components::{
    BadPhotos, FindingExamples, GoodPhotos, Layout, LinkButton, Notice, NoticeKind, phrases,
};
use crate::words::words;

/// Where the page is.
pub(super) const CHECKER: &str = "/photo-check";

/// `/photo-check`: the check, the camera and the trimming of `/photo`. There is
/// nothing on the page that could send the photo: its form has no address.
#[component]
pub(crate) fn CheckerPage() -> impl IntoView {
    view! {
        <Layout title=words().checker.title islands=true>
            <p>{words().checker.lead}</p>
            <Notice kind=NoticeKind::Info title=words().checker.kept_here_title>
                <p>{words().checker.kept_here}</p>
            </Notice>
            <noscript>
                <p>{words().checker.needs_script}</p>
            </noscript>
            <p id="photo-unable" role="status" hidden>{words().checker.not_awake}</p>
            <PhotoCamera />
            <PhotoPicker />
            <FindingExamples />
            <p>{words().checker.estimate}</p>
            <LinkButton href=Page::Start.path() label=words().checker.apply />
            <h2>{phrases(words().photo.good_title)}</h2>
            <ul>{words().photo.good.map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
            <GoodPhotos />
            <BadPhotos />
        </Layout>
    }
}
