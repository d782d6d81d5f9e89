//! The rules for the picture, drawn.

use leptos::prelude::*;
use photo_check::Concern;

use super::finding_example::{Example, ExampleCard};
use super::phrases::phrases;
use crate::words::pages::photo as words;

/// Drawn as good.
const GOOD: [Example; words::GOOD_DRAWN.len()] = [Example::Good, Example::GoodWithGlasses];

/// Drawn as bad: what most photos are sent back for.
const BAD: [Concern; words::BAD_DRAWN.len()] = [
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
    drawn(GOOD.into_iter().zip(words::GOOD_DRAWN))
}

/// Photos that cannot be used, under a heading.
#[component]
pub(crate) fn BadPhotos() -> impl IntoView {
    let bad = BAD.map(Example::Of);
    view! {
        <h2 id=BAD_PHOTOS>{phrases(words::BAD_TITLE)}</h2>
        {drawn(bad.into_iter().zip(words::BAD_DRAWN))}
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
