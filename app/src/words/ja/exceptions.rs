//! The reasons for which the office accepts a photo that breaks a rule.

use photo_check::{Exception, Exceptions};

/// A reason in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExceptionWords {
    /// What is ticked, and what the review says.
    pub label: &'static str,
    /// For example.
    pub hint: &'static str,
}

/// The words for a reason.
pub const fn exception(exception: Exception) -> ExceptionWords {
    let (label, hint) = match exception {
        Exception::HeadCovering => (
            "宗教上または医療上の理由で、頭を覆っている",
            "ターバン、ヒジャブ、治療のための帽子など。顔の輪郭が見えるように撮ってください。",
        ),
        Exception::EyeCovering => (
            "医療上の理由で、目を覆っている",
            "眼帯、色の付いた眼鏡、包帯など。",
        ),
        Exception::EyesCannotOpen => (
            "目を開けることや、前を見ることが難しい",
            "できる範囲で、正面から撮ってください。",
        ),
        Exception::LyingInfant => (
            "赤ちゃんを寝かせて撮っている",
            "無地の布の上に寝かせ、真上から撮ってください。",
        ),
        Exception::Equipment => (
            "車いすや医療機器が写る",
            "車いすの背もたれ、チューブ、ヘッドレストなど。",
        ),
        Exception::Posture => (
            "座ることや、頭をまっすぐにすることが難しい",
            "できる範囲で、顔全体が写るように撮ってください。",
        ),
    };
    ExceptionWords { label, hint }
}

/// The name of a reason as it travels and is kept.
pub const fn exception_name(exception: Exception) -> &'static str {
    match exception {
        Exception::HeadCovering => "head_covering",
        Exception::EyeCovering => "eye_covering",
        Exception::EyesCannotOpen => "eyes_cannot_open",
        Exception::LyingInfant => "lying_infant",
        Exception::Equipment => "equipment",
        Exception::Posture => "posture",
    }
}

/// The reasons with these names on the wire.
pub fn exceptions(names: &[String]) -> Exceptions {
    let is_named = |one: &Exception| names.iter().any(|known| known == exception_name(*one));
    let all = Exception::ALL.into_iter();
    all.filter(is_named)
        .fold(Exceptions::NONE, Exceptions::with)
}

/// The labels of the reasons with these names on the wire.
pub fn named_exceptions(names: &[String]) -> impl Iterator<Item = &'static str> {
    exceptions(names).iter().map(|one| exception(one).label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_goes_by_its_name_on_the_wire() {
        for one in Exception::ALL {
            let name = serde_json::to_value(one).unwrap();
            assert_eq!(name, exception_name(one));
        }
        let names = ["posture", "beauty"].map(str::to_owned);
        let labels: Vec<_> = named_exceptions(&names).collect();
        assert_eq!(labels, [exception(Exception::Posture).label]);
    }

    #[test]
    fn every_reason_is_ticked_by_its_own_words() {
        let labels: std::collections::BTreeSet<_> =
            Exception::ALL.map(|one| exception(one).label).into();
        assert_eq!(labels.len(), Exception::ALL.len());
        assert!(
            Exception::ALL
                .iter()
                .all(|one| exception(*one).hint.ends_with('。'))
        );
    }
}
