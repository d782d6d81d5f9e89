//! What is said about a picture, in the browser and on the server alike. What a
//! model only believes is said to be possible, never certain.

use crate::words::concerns::Concerns;
use crate::words::said::Said;

/// What is said about a picture, in the browser and on the server alike. What a model only believes is said to be possible, never certain.
pub(super) const CONCERNS: Concerns = Concerns {
    no_face: Said {
        what: "顔が見つかりませんでした。",
        remedy: "顔が正面から大きく写った写真にしてください。帽子や眼帯などを外せない方は、下で理由を選んでください。",
    },
    several_faces: Said {
        what: "2人以上写っている可能性があります。",
        remedy: "申請する方だけが写った写真にしてください。",
    },
    head_cut: Said {
        what: "頭や顔の一部が、写真からはみ出している可能性があります。",
        remedy: "少し離れて、頭の上にすき間を空けて撮ってください。",
    },
    face_too_small: Said {
        what: "顔が小さく写っている可能性があります。",
        remedy: "肩から上が写るくらいに近づいて撮ってください。",
    },
    face_too_large: Said {
        what: "顔が大きすぎる可能性があります。",
        remedy: "少し離れて、頭の上にすき間を空けて撮ってください。",
    },
    face_off_centre: Said {
        what: "顔が中央にない可能性があります。",
        remedy: "顔が中央に来るように撮ってください。",
    },
    few_pixels: Said {
        what: "顔の部分が粗く見える可能性があります。",
        remedy: "もっと近くで撮るか、切り取ったり縮めたりしていない元の写真を選んでください。",
    },
    face_turned: Said {
        what: "顔が横を向いている可能性があります。",
        remedy: "まっすぐ前を見て撮ってください。",
    },
    face_up_or_down: Said {
        what: "顔が上か下を向いている可能性があります。",
        remedy: "カメラを目の高さにして、まっすぐ前を見て撮ってください。",
    },
    head_tilted: Said {
        what: "頭が傾いている可能性があります。",
        remedy: "頭をまっすぐにして撮ってください。",
    },
    too_dark: Said {
        what: "顔が暗い可能性があります。",
        remedy: "窓の方を向くなど、明るい場所で撮ってください。",
    },
    too_bright: Said {
        what: "顔が明るすぎる可能性があります。",
        remedy: "強い光やフラッシュが顔に当たらないように撮ってください。",
    },
    low_contrast: Said {
        what: "顔の明暗がはっきりしない可能性があります。",
        remedy: "レンズをふいて、明るい場所で撮ってください。",
    },
    uneven_light: Said {
        what: "顔の片側に影がある可能性があります。",
        remedy: "光が正面から当たるように、向きを変えて撮ってください。",
    },
    blurred: Said {
        what: "ぼけているか、手ぶれしている可能性があります。",
        remedy: "カメラを固定して、顔にピントを合わせて撮ってください。",
    },
    background_not_plain: Said {
        what: "背景に物や柄が写っている可能性があります。",
        remedy: "白い壁など、無地で一色の背景の前で撮ってください。",
    },
    background_shadow: Said {
        what: "背景に影がある可能性があります。",
        remedy: "壁から少し離れて撮ってください。",
    },
    sunglasses: Said {
        what: "サングラスをかけている可能性があります。",
        remedy: "サングラスを外して撮ってください。外せない方は、下で理由を選んでください。",
    },
    eyes_unclear: Said {
        what: "目がはっきり見えない可能性があります。",
        remedy: "目を開け、眼鏡の色や前髪、影が目にかからないように撮ってください。",
    },
    head_covered: Said {
        what: "帽子などで額が隠れている可能性があります。",
        remedy: "帽子を外し、前髪を上げて撮ってください。外せない方は、下で理由を選んでください。",
    },
    mouth_covered: Said {
        what: "口元が隠れている可能性があります。",
        remedy: "マスクなどを外して撮ってください。",
    },
    black_and_white: Said {
        what: "白黒の写真の可能性があります。",
        remedy: "白黒の写真でも申請できます。",
    },
    old_photo: Said {
        what: "6か月より前に撮った写真の可能性があります。",
        remedy: "6か月以内に撮った写真を使ってください。",
    },
    edited: Said {
        what: "画像編集ソフトで保存した写真の可能性があります。",
        remedy: "顔や背景を加工していない、撮ったままの写真を使ってください。",
    },
    screenshot: Said {
        what: "画面を写した画像の可能性があります。",
        remedy: "カメラで撮った元の写真を選んでください。",
    },
};
