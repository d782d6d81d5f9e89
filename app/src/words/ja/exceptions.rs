//! The reasons for which the office accepts a photo that breaks a rule.

use crate::words::exceptions::Reason;
use crate::words::exceptions::Reasons;

/// The reasons for which the office accepts a photo that breaks a rule.
pub(super) const EXCEPTIONS: Reasons = Reasons {
    head_covering: Reason {
        label: "宗教上または医療上の理由で、頭を覆っている",
        hint: "ターバン、ヒジャブ、治療のための帽子など。顔の輪郭が見えるように撮ってください。",
    },
    eye_covering: Reason {
        label: "医療上の理由で、目を覆っている",
        hint: "眼帯、色の付いた眼鏡、包帯など。",
    },
    eyes_cannot_open: Reason {
        label: "目を開けることや、前を見ることが難しい",
        hint: "できる範囲で、正面から撮ってください。",
    },
    lying_infant: Reason {
        label: "赤ちゃんを寝かせて撮っている",
        hint: "無地の布の上に寝かせ、真上から撮ってください。",
    },
    equipment: Reason {
        label: "車いすや医療機器が写る",
        hint: "車いすの背もたれ、チューブ、ヘッドレストなど。",
    },
    posture: Reason {
        label: "座ることや、頭をまっすぐにすることが難しい",
        hint: "できる範囲で、顔全体が写るように撮ってください。",
    },
};
