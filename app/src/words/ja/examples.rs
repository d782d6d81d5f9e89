//! What the drawn examples show: their alternative texts.

use crate::words::examples::Examples;

/// What the drawn examples show: their alternative texts.
pub(super) const EXAMPLES: Examples = Examples {
    good: "良い例",
    bad: "悪い例",
    good_shows: "正面を向いた顔が中央に大きく写り、背景に何もない。",
    glasses_show: "眼鏡をかけていて、レンズの奥の目がはっきり見える。",
    no_face: "顔が写っていない。",
    several_faces: "2人が並んで写っている。",
    head_cut: "頭の上が切れている。",
    face_too_small: "顔が下のほうに小さく写っている。",
    face_too_large: "顔が大きすぎて、頭とあごがはみ出している。",
    face_off_centre: "顔が右に寄り、端が切れている。",
    few_pixels: "画像が粗く、顔がはっきりしない。",
    face_turned: "横を向いている。",
    face_up_or_down: "下を向いている。",
    head_tilted: "頭が傾いている。",
    too_dark: "全体が暗い。",
    too_bright: "光が強く、顔が白くとんでいる。",
    low_contrast: "明るさの差がなく、顔がはっきりしない。",
    uneven_light: "顔の半分が影になっている。",
    blurred: "輪郭が二重にぶれている。",
    background_not_plain: "後ろに本の並んだ棚が写っている。",
    background_shadow: "後ろの壁に人の影が写っている。",
    sunglasses: "サングラスをかけている。",
    eyes_unclear: "眼鏡のレンズが光り、目が見えない。",
    head_covered: "帽子をかぶっている。",
    mouth_covered: "マスクをしている。",
    black_and_white: "白黒で写っている。",
    old_photo: "古い写真に、時計の印が付いている。",
    edited: "きらきらした飾りを付けて、加工してある。",
    screenshot: "スマートフォンの画面を写している。",
};
