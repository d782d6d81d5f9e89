//! Words of the parts that work in the browser. What stands here is in the module
//! a phone loads, as far as the islands say it; words that only stand in the page
//! are constants of `qr` and cost nothing there.

use rules::{AgeRange, BirthDate, CivilDate};

/// While the hidden proof of work goes on.
pub const PROOF_UNDER_WAY: &str = "機械による送信でないことを確認しています…";
/// When it is done.
pub const PROOF_DONE: &str = "機械による送信でないことを確認できました";

/// A birth date read back: 平成10年3月27日（1998年3月27日）、満28歳.
pub fn birth_date(date: &BirthDate, today: CivilDate) -> String {
    let mut words = date.wareki();
    words.push('（');
    words.push_str(&date.western());
    words.push_str("）、");
    words.push_str(&age(date.age_on(today)));
    words
}

/// The date that was most likely meant by one outside its era.
pub fn birth_date_meant(date: &BirthDate) -> String {
    let mut words = date.wareki();
    words.push_str("のことではありませんか。");
    words
}

fn age(range: AgeRange) -> String {
    let mut words = "満".to_owned();
    if range.exact().is_none() {
        words.push_str(&range.least.to_string());
        words.push_str("歳から満");
    }
    words.push_str(&range.most.to_string());
    words.push('歳');
    words
}

/// Words about the photo that is chosen and sent.
pub mod photo {
    use photo_check::{Framing, spec};
    use rules::photo::Facts;

    /// Alternative text of the chosen picture.
    pub const PICTURE: &str = "選んだ写真";
    /// Names the bar.
    pub const PROGRESS: &str = "写真を送る進みぐあい";
    /// Button that breaks the upload off.
    pub const CANCEL: &str = "送るのをやめる";
    /// Names the bar of the check.
    pub const CHECKING: &str = "写真を確認する進みぐあい";
    /// Button that breaks the check off.
    pub const STOP_CHECK: &str = "確認をやめる";
    /// Button that sends the same photo again.
    pub const AGAIN: &str = "もう一度送る";
    /// Above the list of what is wrong.
    pub const REFUSED: &str = "この写真は使えません。次のことを直してください。";
    /// Above a list of advice.
    pub const GOOD: &str = "この写真で申請できます。";
    /// Sends a photo with which something may be wrong.
    pub const USE_ANYWAY: &str = "気になる点があるが、この写真を使う";
    /// Names the picture as it can be moved and scaled.
    pub const CARD: &str = "カードにのる範囲の調整";
    /// Nothing was found.
    pub const CHECKED: &str = "写真を確認しました。気になる点は見つかりませんでした。";
    /// Something was found; the list says what.
    pub const CHECKED_ADVISED: &str =
        "写真を確認しました。このまま使うと、審査で撮り直しをお願いすることがあります。";
    /// A reason was taken into account.
    pub const RELAXED: &str = "選んだ理由に合わせて、確認する項目を減らしました。";
    /// The picture lay on its side or stood on its head.
    pub const TURNED: &str = "写真の向きを直しました。";
    /// After [`TURNED`], where it can be turned by hand.
    pub const TURN_BACK: &str = "違うときは、下のボタンで回してください。";
    /// A person turned the picture.
    pub const TURNED_RIGHT: &str = "写真を右に回しました。";
    /// A person turned the picture.
    pub const TURNED_LEFT: &str = "写真を左に回しました。";
    /// Another format was made a JPEG.
    pub const CONVERTED: &str = "JPEG形式に変換しました。";
    /// While it is being trimmed.
    pub const TRIMMING: &str = "カードにのる範囲を切り抜いています…";
    /// The stages of the check, in their order.
    const STAGES: [&str; 5] = [
        "写真を確認しています：ファイルの形式…",
        "写真を確認しています：写真を開いています…",
        "写真を確認しています：顔の位置…",
        "写真を確認しています：背景…",
        "写真を確認しています：明るさと鮮明さ…",
    ];

    /// What is being looked at.
    pub fn stage(number: u8) -> &'static str {
        STAGES.get(usize::from(number)).copied().unwrap_or_default()
    }

    /// How the head stands on the card.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Framed {
        /// As it should.
        Right,
        /// Too small.
        Small,
        /// Too large.
        Large,
        /// Too high.
        High,
        /// Too low.
        Low,
        /// Beside the middle.
        Aside,
    }

    impl Framed {
        /// What is to be mended first.
        pub fn of(framing: Framing) -> Self {
            let off = framing.head_mm - spec::HEAD_MM;
            let margin = framing.margin_mm - spec::MARGIN_MM;
            if off < -spec::HEAD_TOLERANCE_MM {
                Self::Small
            } else if off > spec::HEAD_TOLERANCE_MM {
                Self::Large
            } else if margin < -spec::MARGIN_TOLERANCE_MM {
                Self::High
            } else if margin > spec::MARGIN_TOLERANCE_MM {
                Self::Low
            } else if framing.is_right() {
                Self::Right
            } else {
                Self::Aside
            }
        }

        fn words(self) -> &'static str {
            match self {
                Self::Right => "カードに合っています。",
                Self::Small => "写真を大きくしてください。",
                Self::Large => "写真を小さくしてください。",
                Self::High => "写真を下へ動かしてください。",
                Self::Low => "写真を上へ動かしてください。",
                Self::Aside => "顔が中央に来るように動かしてください。",
            }
        }
    }

    /// How the head stands on the card, in millimetres of a paper photo.
    ///
    /// No space above a head that is cut off.
    pub fn framing(head: i32, margin: i32, framed: Framed) -> String {
        let mut words = framed.words().to_owned();
        words.push_str("（45mmの高さのうち、顔は約");
        words.push_str(&head.to_string());
        if margin < 0 {
            words.push_str("mm、頭の上が切れています）");
        } else {
            words.push_str("mm、頭の上は約");
            words.push_str(&margin.to_string());
            words.push_str("mm）");
        }
        words
    }
    /// The browser could not read the file.
    pub const UNREADABLE: &str =
        "写真を読み取れませんでした。写真を端末に保存してから、もう一度選んでください。";
    /// All is sent; the server is looking at it.
    pub const ARRIVED: &str = "写真を送りました。確認しています…";
    /// No network.
    pub const UNREACHABLE: &str = "写真を送れませんでした。\
        電波の良い場所で「もう一度送る」を押してください。写真はこの端末に残っています。";
    /// Broken off by the applicant.
    pub const CANCELLED: &str =
        "送るのをやめました。続けるときは「もう一度送る」を押してください。";
    /// Too many uploads.
    pub const TOO_MANY: &str = "短い時間に何度も写真が送られました。同じ回線からほかの方が送った写真も数えることがあります。\
         しばらく待ってから「もう一度送る」を押してください。";
    /// A fault of the server.
    pub const UNAVAILABLE: &str =
        "ただいま写真を受け取れません。しばらく待ってから「もう一度送る」を押してください。";

    /// A proxy answered in place of the portal, with this status.
    pub fn stopped_on_the_way(status: u16) -> String {
        let mut words =
            "写真を送れませんでした。このサイトに届く前に、途中の通信機器が止めました（番号"
                .to_owned();
        words.push_str(&status.to_string());
        words.push_str(
            "）。しばらく待つか、別の回線（Wi-Fiやスマートフォンの通信）に変えてから、\
             「もう一度送る」を押してください。続くときは、このページの下にある電話番号に、\
             この番号をお知らせください。",
        );
        words
    }

    /// While it is being sent.
    pub fn sending(percent: u8) -> String {
        let mut words = "写真を送っています（".to_owned();
        words.push_str(&percent.to_string());
        words.push_str("%）");
        words
    }

    /// Size of the picture and of its file: 幅600ピクセル、高さ800ピクセル、312KB.
    pub fn facts(facts: &Facts) -> String {
        let mut words = String::new();
        if facts.width > 0 && facts.height > 0 {
            words.push('幅');
            words.push_str(&facts.width.to_string());
            words.push_str("ピクセル、高さ");
            words.push_str(&facts.height.to_string());
            words.push_str("ピクセル、");
        }
        words.push_str(&size(facts.bytes));
        words
    }

    /// In KB of 1,000 bytes, or from 1 MB of 1,048,576 bytes on in tenths of that:
    /// as the limits are counted.
    fn size(bytes: u64) -> String {
        const MEGABYTE: u64 = 1_048_576;
        let (mut words, unit) = if bytes < MEGABYTE {
            ((bytes / 1_000).to_string(), "KB")
        } else {
            let tenths = bytes.saturating_mul(10) / MEGABYTE;
            let mut words = (tenths / 10).to_string();
            words.push('.');
            words.push_str(&(tenths % 10).to_string());
            (words, "MB")
        };
        words.push_str(unit);
        words
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn the_facts_are_pixels_and_size() {
            let facts = |width, height, bytes| {
                super::facts(&Facts {
                    width,
                    height,
                    bytes,
                    ..Facts::default()
                })
            };
            assert_eq!(
                facts(600, 800, 312_400),
                "幅600ピクセル、高さ800ピクセル、312KB"
            );
            assert_eq!(facts(0, 0, 7_340_032), "7.0MB");
            assert_eq!(facts(0, 0, 1_048_576), "1.0MB");
            assert_eq!(facts(0, 0, 999), "0KB");
        }

        #[test]
        fn progress_is_told_in_percent() {
            assert_eq!(sending(45), "写真を送っています（45%）");
        }
    }
}

/// Words of the QR reader. They stand in the page; `frontend/qr` says them.
pub mod qr {
    /// The button.
    pub const OPEN: &str = "カメラやファイルで申請書のQRコードを読み取る";
    /// Names the camera's picture.
    pub const VIDEO: &str = "カメラの映像";
    /// Label of the control that takes a picture.
    pub const FILE: &str = "QRコードが写った写真を選ぶ";
    /// The button that closes the reader.
    pub const STOP: &str = "読み取りをやめる";
    /// While the reader is loaded.
    pub const LOADING: &str = "読み取りの準備をしています…";
    /// It could not be loaded.
    pub const FAILED: &str = "読み取りの準備ができませんでした。\
        電波の良い場所で画面を読み込み直すか、申請書IDを入力してください。";
    /// While the browser asks for the camera.
    pub const STARTING: &str = "カメラの使用を許可してください。";
    /// The camera is on.
    pub const AIM: &str = "申請書のQRコードを、カメラの中央に大きく写してください。";
    /// The camera was not allowed.
    pub const DENIED: &str = "カメラを使えません。ブラウザーの設定でカメラを許可するか、\
        QRコードが写った写真を選んでください。";
    /// There is no camera.
    pub const MISSING: &str = "カメラが見つかりません。QRコードが写った写真を選んでください。";
    /// The camera is in use.
    pub const BUSY: &str =
        "ほかのアプリがカメラを使っています。閉じてから、もう一度お試しください。";
    /// While a picture is searched.
    pub const READING: &str = "写真を読み取っています…";
    /// No code in the picture.
    pub const NOTHING: &str = "QRコードを読み取れませんでした。\
        QRコードが大きくはっきり写った写真を選ぶか、申請書IDを入力してください。";
    /// Another code.
    pub const OTHER: &str = "これは申請書のQRコードではありません。\
        交付申請書の右上のQRコードを写してください。";
    /// The file is no picture the browser can open.
    pub const UNOPENED: &str = "写真を開けませんでした。別の写真を選んでください。";
    /// The ID is in its field.
    pub const FOUND: &str =
        "申請書IDを読み取りました。交付申請書の番号と同じか、見比べてください。";
    /// Closed by the applicant.
    pub const STOPPED: &str = "読み取りをやめました。";
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> CivilDate {
        CivilDate::new(2026, 11, 22).unwrap()
    }

    #[test]
    fn a_birth_date_is_read_back_in_both_calendars_with_the_age() {
        let date = BirthDate::from_register("1998-03-27").unwrap();
        assert_eq!(
            birth_date(&date, today()),
            "平成10年3月27日（1998年3月27日）、満28歳"
        );
    }

    #[test]
    fn a_birth_date_that_is_partly_unknown_has_a_range_of_ages() {
        let date = BirthDate::from_register("1950-00-00").unwrap();
        assert_eq!(
            birth_date(&date, today()),
            "昭和25年月日不詳（1950年月日不詳）、満75歳から満76歳"
        );
    }
}
