//! Drawn examples of photos, good and bad.
//!
//! The drawings stand in one file, `style/public/findings.svg`, each under the code
//! of its concern (`style/findings.mjs` writes it). They take the colour of the text
//! around them; the mark is told by its shape and a word as well as by its colour.

use leptos::prelude::*;
use photo_check::Concern;

use crate::files::address;
use crate::words::words;

/// What a drawing is an example of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Example {
    /// A photo as it should be.
    Good,
    /// The same of somebody with glasses.
    GoodWithGlasses,
    /// A photo that raises this concern.
    Of(Concern),
}

impl Example {
    /// How it should be instead of this.
    pub(crate) const fn instead_of(concern: Concern) -> Self {
        match concern {
            Concern::EyesUnclear | Concern::Sunglasses => Self::GoodWithGlasses,
            _ => Self::Good,
        }
    }

    /// Whether such a photo can be used.
    const fn is_good(self) -> bool {
        match self {
            Self::Good | Self::GoodWithGlasses => true,
            Self::Of(concern) => concern.is_taken_as_it_is(),
        }
    }

    /// The drawing's name in the file.
    const fn symbol(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::GoodWithGlasses => "eyes_clear",
            Self::Of(concern) => concern.code(),
        }
    }

    fn shows(self) -> &'static str {
        match self {
            Self::Good => words().examples.good_shows,
            Self::GoodWithGlasses => words().examples.glasses_show,
            Self::Of(concern) => words().examples.shows(concern),
        }
    }
}

/// One drawing with its mark and what stands below it.
#[component]
pub(crate) fn ExampleCard(
    /// What is drawn.
    example: Example,
    /// Below the drawing; 「良い例」 or 「悪い例」 if nothing is given.
    #[prop(optional, into)]
    caption: Option<String>,
) -> impl IntoView {
    let (mark, word, sign) = if example.is_good() {
        ("good", words().examples.good, "m7 12.5 3.5 3.5L17 9")
    } else {
        ("bad", words().examples.bad, "m8 8 8 8m0-8-8 8")
    };
    let caption = caption.unwrap_or_else(|| word.to_owned());
    view! {
        <figure class="c-example" data-mark=mark>
            <div class="c-example__picture">
                <svg
                    class="c-example__drawing"
                    viewBox="0 0 70 90"
                    role="img"
                    aria-label=words().frame.named(word, example.shows())
                >
                    <use href=format!("{}#{}", address("findings.svg"), example.symbol())></use>
                </svg>
                <svg class="c-example__mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                    <circle cx="12" cy="12" r="11"></circle>
                    <path d=sign></path>
                </svg>
            </div>
            <figcaption>{caption}</figcaption>
        </figure>
    }
    .into_any()
}

/// What raises a concern, beside how it should be.
#[component]
pub(crate) fn FindingExample(
    /// The concern.
    concern: Concern,
) -> impl IntoView {
    view! {
        <div class="c-examples" data-name=concern.code()>
            <ExampleCard example=Example::instead_of(concern) />
            <ExampleCard example=Example::Of(concern) />
        </div>
    }
    .into_any()
}

/// The examples of all concerns, shown nowhere: the photo check in the browser takes
/// copies of those it needs ([`crate::applicant::islands`]), so that neither the drawings nor
/// their words are in the module a phone loads.
#[component]
pub(crate) fn FindingExamples() -> impl IntoView {
    let all = Concern::ALL
        .map(|concern| view! { <FindingExample concern /> })
        .collect_view();
    view! { <template id="finding-examples">{all}</template> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    const DRAWINGS: &str = include_str!("../../../style/public/findings.svg");

    #[test]
    fn every_example_is_drawn_and_every_drawing_is_an_example() {
        let examples: Vec<_> = Concern::ALL
            .into_iter()
            .map(Example::Of)
            .chain([Example::Good, Example::GoodWithGlasses])
            .collect();
        for example in &examples {
            let symbol = format!("<symbol id=\"{}\"", example.symbol());
            assert_eq!(DRAWINGS.matches(&symbol).count(), 1, "{example:?}");
        }
        assert_eq!(DRAWINGS.matches("<symbol ").count(), examples.len());
    }

    #[test]
    fn a_concern_stands_beside_how_it_should_be() {
        let shown = view! { <FindingExample concern=Concern::EyesUnclear /> }.to_html();
        assert!(shown.contains("/findings.svg#eyes_clear"), "{shown}");
        assert!(shown.contains("悪い例：眼鏡のレンズが光り"), "{shown}");
    }

    #[test]
    fn black_and_white_is_no_bad_example() {
        let shown = view! { <FindingExample concern=Concern::BlackAndWhite /> }.to_html();
        assert!(!shown.contains("data-mark=\"bad\""), "{shown}");
    }
}
