//! The sentences of the picker, in the page and shown nowhere until the picker says them.

use leptos::prelude::*;
use photo_check::Concern;
use rules::photo::{FileKind, Finding};

use super::said::Said;
use crate::words::{Picker, Text, words};

/// Every finding of a file, whatever it measured. Those of the picture stand among the
/// concerns, under the same names.
const FINDINGS: [Finding; 14] = [
    Finding::Empty,
    Finding::TooFewBytes { bytes: 0 },
    Finding::TooManyBytes { bytes: 0 },
    Finding::TooNarrow { pixels: 0 },
    Finding::TooWide { pixels: 0 },
    Finding::TooLow { pixels: 0 },
    Finding::TooHigh { pixels: 0 },
    Finding::ColourCmyk,
    Finding::UnsupportedCoding,
    Finding::Incomplete,
    Finding::TooManyScans,
    Finding::Damaged,
    Finding::SentBefore,
    Finding::Greyscale,
];

/// Everything the picker may say, each under its name.
#[component]
pub(super) fn PageWords() -> impl IntoView {
    let said = Said::ALL.map(sentence).collect_view();
    let of_file = FINDINGS
        .map(|finding| found(finding.code().to_owned(), &finding))
        .collect_view();
    let of_format = FileKind::ALL
        .map(|kind| {
            let name = format!("not_jpeg-{}", kind.code());
            found(name, &Finding::NotJpeg { kind })
        })
        .collect_view();
    let of_picture = Concern::ALL
        .map(|concern| {
            let said = words().concerns.of(concern);
            line(concern.code().to_owned(), said.what.to_owned(), said.remedy)
        })
        .collect_view();
    view! { <template id="photo-words">{said}{of_file}{of_format}{of_picture}</template> }
        .into_any()
}

fn sentence(said: Said) -> impl IntoView {
    view! { <p data-name=said.name()>{text(said, &words().picker)}</p> }
}

fn found(name: String, finding: &Finding) -> impl IntoView + use<> {
    let said = words().finding_for_script(finding);
    line(name, said.what, said.remedy)
}

fn line(name: String, what: String, remedy: Text) -> impl IntoView {
    view! { <li data-name=name><strong>{what}</strong><span>{remedy}</span></li> }
}

/// Where each sentence stands in the catalogue.
const fn text(said: Said, words: &Picker) -> Text {
    match said {
        Said::Converted => words.converted,
        Said::Unreadable => words.unreadable,
        Said::Card => words.card,
        Said::Refused => words.refused,
        Said::Good => words.good,
        Said::UseAnyway => words.use_anyway,
        Said::Checked => words.checked,
        Said::CheckedAdvised => words.checked_advised,
        Said::Relaxed => words.relaxed,
        Said::Turned => words.turned,
        Said::TurnBack => words.turn_back,
        Said::TurnedRight => words.turned_right,
        Said::TurnedLeft => words.turned_left,
        Said::Trimming => words.trimming,
        Said::Arrived => words.arrived,
        Said::Unreachable => words.unreachable,
        Said::Cancelled => words.cancelled,
        Said::TooMany => words.too_many,
        Said::Unavailable => words.unavailable,
        Said::Sending => words.sending.for_script(),
        Said::StoppedOnTheWay => words.stopped_on_the_way.for_script(),
        Said::PictureSize => words.picture_size.for_script(),
        Said::Measured => words.measured.for_script(),
        Said::MeasuredCut => words.measured_cut.for_script(),
        Said::FramingRight => words.framing_right,
        Said::FramingSmall => words.framing_small,
        Said::FramingLarge => words.framing_large,
        Said::FramingHigh => words.framing_high,
        Said::FramingLow => words.framing_low,
        Said::FramingAside => words.framing_aside,
        Said::StageFile => words.stages[0],
        Said::StageDecode => words.stages[1],
        Said::StageFaces => words.stages[2],
        Said::StageOutline => words.stages[3],
        Said::StageMeasures => words.stages[4],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_the_picker_may_say_stands_in_the_page_once() {
        let page = view! { <PageWords /> }.to_html();
        let names = Said::ALL.map(Said::name);
        let of_file = [Finding::NoFace, Finding::SeveralFaces].map(Finding::code);
        let concerns = Concern::ALL.map(Concern::code);
        let codes = of_file.into_iter().chain(concerns).map(ToOwned::to_owned);
        for name in names.into_iter().chain(codes) {
            let attribute = format!("data-name=\"{name}\">");
            assert_eq!(page.matches(&attribute).count(), 1, "{name}");
        }
    }

    #[test]
    fn a_finding_of_the_picture_is_said_as_the_concern_is() {
        for (finding, concern) in [
            (Finding::NoFace, Concern::NoFace),
            (Finding::SeveralFaces, Concern::SeveralFaces),
        ] {
            assert_eq!(finding.code(), concern.code());
            assert_eq!(
                words().finding(&finding).what,
                words().concerns.of(concern).what
            );
        }
    }
}
