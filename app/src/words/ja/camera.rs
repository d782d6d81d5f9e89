//! Words of the camera. They stand in the page; the island says them.

use crate::words::camera::Camera;

/// Words of the camera. They stand in the page; the island says them.
pub(super) const CAMERA: Camera = Camera {
    open: "カメラで撮る",
    title: "顔写真を撮る",
    video: "カメラの映像",
    shutter: "撮影する",
    stop_count: "撮影を待つ",
    timer: "タイマー",
    to_back: "外側のカメラ",
    to_front: "内側のカメラ",
    choose: "写真を選ぶ",
    stop: "カメラを止める",
    retry: "もう一度カメラを使う",
    loading: "カメラの準備をしています…",
    unloaded: "カメラの準備ができませんでした。電波の良い場所でもう一度押すか、\
     撮ってある写真を下で選んでください。",
    starting: "カメラの使用を許可してください",
    preparing: "枠に顔を合わせてください",
    unguided: "枠に合わせて、撮影してください",
    denied: "カメラを使えません。ブラウザーの設定でカメラを許可してから画面を読み込み直すか、\
     「写真を選ぶ」を使ってください。",
    missing: "カメラが見つかりません。「写真を選ぶ」を使ってください。",
    busy: "ほかのアプリがカメラを使っています。閉じてから、もう一度お試しください。",
    idle: "しばらく使われなかったため、カメラを止めました。",
    failed: "撮影できませんでした。もう一度お試しください。",
    taken: "写真を撮りました。確認の結果は、この下に出ます。",
    count_before: "あと",
    count_after: "秒で撮影します",
    times: ["なし", "3秒", "10秒"],
    show_face: "顔を枠の中に入れてください",
    be_alone: "1人だけで写ってください",
    come_closer: "もう少し近づいてください",
    go_back: "少し離れてください",
    move_to_middle: "顔を枠の中央に合わせてください",
    look_ahead: "まっすぐ前を見てください",
    hold_head_upright: "頭をまっすぐにしてください",
    more_light: "明るい場所へ移ってください",
    softer_light: "強い光や影を避けてください",
    hold_still: "カメラを動かさないでください",
    plain_background: "後ろの物や影を外してください",
    ready: "このまま撮影できます",
};
