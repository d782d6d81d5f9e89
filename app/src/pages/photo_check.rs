//! ⑥ The face photo, looked over.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use rules::PhotoReceipt;
use rules::form::Field;
use rules::journey::Page;

use super::correct::correct_field;
use super::guarded::guarded;
use super::told::{is_refused, told};
use crate::api::ConfirmPhoto;
use crate::components::{Buttons, Layout, LinkButton, PhotoFrame, PostForm, SubmitButton};
use crate::portal::Visit;
use crate::text::pages::{common, photo as words};

/// Where the kept photo is shown, to its own session only.
pub(super) const CURRENT: &str = "/photo/current";

/// `/photo/check`: the photo as it is kept, and the tick that it is right.
#[component]
pub(crate) fn PhotoCheckPage() -> impl IntoView {
    guarded(Page::PhotoCheck, |visit| check(&visit))
}

fn check(visit: &Visit) -> impl IntoView + use<> {
    let Visit { journey, flash, .. } = visit;
    let told = told(flash);
    let picture = journey.photo().map(picture);
    let correct = correct_field(Field::PhotoDeclaration, flash);
    view! {
        <Layout
            title=words::CHECK_TITLE
            step=Some(Page::PhotoCheck.step())
            has_errors=is_refused(flash)
            session_ends=Some(visit.session_ends)
        >
            {told}
            <p>{words::CHECK}</p>
            {picture}
            <p>{words::CHECK_LATER}</p>
            <PostForm action=ConfirmPhoto::url()>
                {correct}
                <Buttons>
                    <SubmitButton label=common::CONFIRM />
                    <LinkButton href=Page::Photo.path() label=words::AGAIN />
                </Buttons>
            </PostForm>
        </Layout>
    }
}

fn picture(photo: &PhotoReceipt) -> impl IntoView + use<> {
    let (width, height) = (u32::from(photo.width), u32::from(photo.height));
    view! {
        <PhotoFrame src=CURRENT alt=words::alt(width, height) width=width height=height />
    }
}
