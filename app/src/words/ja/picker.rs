//! Words about the photo that is chosen and sent.

use crate::words::picker::Picker;
use crate::words::sentence::Template;

/// Words about the photo that is chosen and sent.
pub(super) const PICKER: Picker = Picker {
    picture: "選んだ写真",
    progress: "写真を送る進みぐあい",
    cancel: "送るのをやめる",
    checking: "写真を確認する進みぐあい",
    stop_check: "確認をやめる",
    again: "もう一度送る",
    refused: "この写真は使えません。次のことを直してください。",
    good: "この写真で申請できます。",
    use_anyway: "気になる点があるが、この写真を使う",
    card: "カードにのる範囲の調整",
    checked: "写真を確認しました。気になる点は見つかりませんでした。",
    checked_advised: "写真を確認しました。このまま使うと、審査で撮り直しをお願いすることがあります。",
    relaxed: "選んだ理由に合わせて、確認する項目を減らしました。",
    turned: "写真の向きを直しました。",
    turn_back: "違うときは、下のボタンで回してください。",
    turned_right: "写真を右に回しました。",
    turned_left: "写真を左に回しました。",
    converted: "JPEG形式に変換しました。",
    trimming: "カードにのる範囲を切り抜いています…",
    unreadable: "写真を読み取れませんでした。写真を端末に保存してから、もう一度選んでください。",
    arrived: "写真を送りました。確認しています…",
    unreachable: "写真を送れませんでした。電波の良い場所で「もう一度送る」を押してください。写真はこの端末に残っています。",
    cancelled: "送るのをやめました。続けるときは「もう一度送る」を押してください。",
    too_many: "短い時間に何度も写真が送られました。同じ回線からほかの方が送った写真も数えることがあります。しばらく待ってから「もう一度送る」を押してください。",
    unavailable: "ただいま写真を受け取れません。しばらく待ってから「もう一度送る」を押してください。",
    stages: [
        "写真を確認しています：ファイルの形式…",
        "写真を確認しています：写真を開いています…",
        "写真を確認しています：顔の位置…",
        "写真を確認しています：背景…",
        "写真を確認しています：明るさと鮮明さ…",
    ],
    framing_right: "カードに合っています。",
    framing_small: "写真を大きくしてください。",
    framing_large: "写真を小さくしてください。",
    framing_high: "写真を下へ動かしてください。",
    framing_low: "写真を上へ動かしてください。",
    framing_aside: "顔が中央に来るように動かしてください。",
    measured: Template("{advice}（45mmの高さのうち、顔は約{head}mm、頭の上は約{margin}mm）"),
    measured_cut: Template("{advice}（45mmの高さのうち、顔は約{head}mm、頭の上が切れています）"),
    stopped_on_the_way: Template(
        "写真を送れませんでした。このサイトに届く前に、途中の通信機器が止めました（番号{status}）。しばらく待つか、別の回線（Wi-Fiやスマートフォンの通信）に変えてから、「もう一度送る」を押してください。続くときは、このページの下にある電話番号に、この番号をお知らせください。",
    ),
    sending: Template("写真を送っています（{percent}%）"),
    picture_size: Template("幅{width}ピクセル、高さ{height}ピクセル、{size}"),
};
