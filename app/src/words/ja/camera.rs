//! Words of the camera. They stand in the page; the island says them.

use photo_check::Hint;

/// The button that opens the camera.
pub const OPEN: &str = "カメラで撮る";
/// Names the window of the camera.
pub const TITLE: &str = "顔写真を撮る";
/// Names the camera's picture.
pub const VIDEO: &str = "カメラの映像";
/// The shutter.
pub const SHUTTER: &str = "撮影する";
/// The shutter while the self-timer counts.
pub const STOP_COUNT: &str = "撮影を待つ";
/// Label of the self-timer.
pub const TIMER: &str = "タイマー";
/// The self-timer's choices: seconds, and how they are called.
pub const TIMES: [(&str, &str); 3] = [("0", "なし"), ("3", "3秒"), ("10", "10秒")];
/// To the camera at the back.
pub const TO_BACK: &str = "外側のカメラ";
/// To the camera at the front.
pub const TO_FRONT: &str = "内側のカメラ";
/// Takes a file instead.
pub const CHOOSE: &str = "写真を選ぶ";
/// Turns the camera off.
pub const STOP: &str = "カメラを止める";
/// Asks for the camera once more.
pub const RETRY: &str = "もう一度カメラを使う";

/// While the code of the camera is loaded.
pub const LOADING: &str = "カメラの準備をしています…";
/// The code of the camera did not come.
pub const UNLOADED: &str = "カメラの準備ができませんでした。電波の良い場所でもう一度押すか、\
     撮ってある写真を下で選んでください。";
/// While the browser asks for the camera.
pub const STARTING: &str = "カメラの使用を許可してください";
/// The camera is on; the guide is loaded.
pub const PREPARING: &str = "枠に顔を合わせてください";
/// The device cannot run the guide.
pub const UNGUIDED: &str = "枠に合わせて、撮影してください";
/// The camera was not allowed.
pub const DENIED: &str = "カメラを使えません。ブラウザーの設定でカメラを許可してから画面を読み込み直すか、\
     「写真を選ぶ」を使ってください。";
/// There is no camera.
pub const MISSING: &str = "カメラが見つかりません。「写真を選ぶ」を使ってください。";
/// The camera is in use.
pub const BUSY: &str = "ほかのアプリがカメラを使っています。閉じてから、もう一度お試しください。";
/// Nobody was before the camera for a while.
pub const IDLE: &str = "しばらく使われなかったため、カメラを止めました。";
/// The picture could not be taken.
pub const FAILED: &str = "撮影できませんでした。もう一度お試しください。";
/// The picture is chosen.
pub const TAKEN: &str = "写真を撮りました。確認の結果は、この下に出ます。";
/// Before the seconds of the self-timer.
pub const COUNT_BEFORE: &str = "あと";
/// Behind them.
pub const COUNT_AFTER: &str = "秒で撮影します";

/// Every hint.
pub const HINTS: [Hint; 12] = [
    Hint::ShowFace,
    Hint::BeAlone,
    Hint::ComeCloser,
    Hint::GoBack,
    Hint::MoveToMiddle,
    Hint::LookAhead,
    Hint::HoldHeadUpright,
    Hint::MoreLight,
    Hint::SofterLight,
    Hint::HoldStill,
    Hint::PlainBackground,
    Hint::Ready,
];

/// What to tell somebody before the camera: at most 15 characters.
pub const fn hint(hint: Hint) -> &'static str {
    match hint {
        Hint::ShowFace => "顔を枠の中に入れてください",
        Hint::BeAlone => "1人だけで写ってください",
        Hint::ComeCloser => "もう少し近づいてください",
        Hint::GoBack => "少し離れてください",
        Hint::MoveToMiddle => "顔を枠の中央に合わせてください",
        Hint::LookAhead => "まっすぐ前を見てください",
        Hint::HoldHeadUpright => "頭をまっすぐにしてください",
        Hint::MoreLight => "明るい場所へ移ってください",
        Hint::SofterLight => "強い光や影を避けてください",
        Hint::HoldStill => "カメラを動かさないでください",
        Hint::PlainBackground => "後ろの物や影を外してください",
        Hint::Ready => "このまま撮影できます",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_told_before_the_camera_is_short() {
        for one in HINTS {
            assert!(hint(one).chars().count() <= 15, "{}", hint(one));
        }
    }
}
