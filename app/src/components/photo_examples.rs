//! The rules for the picture, drawn.

use leptos::prelude::*;
use photo_check::Concern;

use super::finding_example::{Example, ExampleCard};
use super::phrases::phrases;
use crate::words::words;

/// Drawn as good.
const GOOD: [Example; 2] = [Example::Good, Example::GoodWithGlasses];

/// Drawn as bad: what most photos are sent back for.
const BAD: [Concern; 8] = [
    Concern::FaceTooLarge,
    Concern::FaceTurned,
    Concern::BackgroundNotPlain,
    Concern::BackgroundShadow,
    Concern::Sunglasses,
    Concern::EyesUnclear,
    Concern::HeadCovered,
    Concern::Blurred,
];

/// Id of the heading over the photos that cannot be used.
pub(crate) const BAD_PHOTOS: &str = "bad-photos";

/// Photos that can be used.
#[component]
pub(crate) fn GoodPhotos() -> impl IntoView {
    drawn(GOOD.into_iter().zip(words().photo.good_drawn))
}

/// Photos that cannot be used, under a heading.
#[component]
pub(crate) fn BadPhotos() -> impl IntoView {
    let bad = BAD.map(Example::Of);
    view! {
        <h2 id=BAD_PHOTOS>{phrases(words().photo.bad_title)}</h2>
        {drawn(bad.into_iter().zip(words().photo.bad_drawn))}
    }
    .into_any()
}

fn drawn(examples: impl Iterator<Item = (Example, &'static str)>) -> AnyView {
    let cards = examples
        .map(|(example, caption)| {
            view! {
                <li>
                    <ExampleCard example caption />
                </li>
            }
        })
        .collect_view();
    view! {
        <ul class="c-examples" data-size="large" role="list">
            {cards}
        </ul>
    }
    .into_any()
}
