//! The photo check for everybody, without an application.

use leptos::prelude::*;
use rules::application::Page;

use crate::applicant::islands::{PhotoCamera, PhotoPicker};
use crate::components::{
    BadPhotos, FindingExamples, GoodPhotos, Layout, LinkButton, Notice, NoticeKind, phrases,
};
use crate::words::pages::{checker as words, photo};

/// `/photo-check`: the check, the camera and the trimming of `/photo`. There is
/// nothing on the page that could send the photo: its form has no address.
#[component]
pub(crate) fn CheckerPage() -> impl IntoView {
    view! {
        <Layout title=words::TITLE islands=true>
            <p>{words::LEAD}</p>
            <Notice kind=NoticeKind::Info title=words::KEPT_HERE_TITLE>
                <p>{words::KEPT_HERE}</p>
            </Notice>
            <noscript>
                <p>{words::NEEDS_SCRIPT}</p>
            </noscript>
            <p id="photo-unable" role="status" hidden>{words::NOT_AWAKE}</p>
            <PhotoCamera />
            <PhotoPicker />
            <FindingExamples />
            <p>{words::ESTIMATE}</p>
            <LinkButton href=Page::Start.path() label=words::APPLY />
            <h2>{phrases(photo::GOOD_TITLE)}</h2>
            <ul>{photo::GOOD.map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
            <GoodPhotos />
            <BadPhotos />
        </Layout>
    }
}
