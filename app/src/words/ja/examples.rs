//! What the drawn examples show: their alternative texts.

use photo_check::Concern;

/// Under the drawing of a photo that can be used.
pub const GOOD: &str = "良い例";
/// Under the drawing of a photo that cannot be used.
pub const BAD: &str = "悪い例";

/// What the drawing of a good photo shows.
pub const GOOD_SHOWS: &str = "正面を向いた顔が中央に大きく写り、背景に何もない。";
/// What the drawing of a good photo with glasses shows.
pub const GLASSES_SHOW: &str = "眼鏡をかけていて、レンズの奥の目がはっきり見える。";

/// What the drawing for a concern shows.
pub const fn shows(concern: Concern) -> &'static str {
    match concern {
        Concern::NoFace => "顔が写っていない。",
        Concern::SeveralFaces => "2人が並んで写っている。",
        Concern::HeadCut => "頭の上が切れている。",
        Concern::FaceTooSmall => "顔が下のほうに小さく写っている。",
        Concern::FaceTooLarge => "顔が大きすぎて、頭とあごがはみ出している。",
        Concern::FaceOffCentre => "顔が右に寄り、端が切れている。",
        Concern::FewPixels => "画像が粗く、顔がはっきりしない。",
        Concern::FaceTurned => "横を向いている。",
        Concern::FaceUpOrDown => "下を向いている。",
        Concern::HeadTilted => "頭が傾いている。",
        Concern::TooDark => "全体が暗い。",
        Concern::TooBright => "光が強く、顔が白くとんでいる。",
        Concern::LowContrast => "明るさの差がなく、顔がはっきりしない。",
        Concern::UnevenLight => "顔の半分が影になっている。",
        Concern::Blurred => "輪郭が二重にぶれている。",
        Concern::BackgroundNotPlain => "後ろに本の並んだ棚が写っている。",
        Concern::BackgroundShadow => "後ろの壁に人の影が写っている。",
        Concern::Sunglasses => "サングラスをかけている。",
        Concern::EyesUnclear => "眼鏡のレンズが光り、目が見えない。",
        Concern::HeadCovered => "帽子をかぶっている。",
        Concern::MouthCovered => "マスクをしている。",
        Concern::BlackAndWhite => "白黒で写っている。",
        Concern::OldPhoto => "古い写真に、時計の印が付いている。",
        Concern::Edited => "きらきらした飾りを付けて、加工してある。",
        Concern::Screenshot => "スマートフォンの画面を写している。",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_drawings_are_said_to_show_the_same() {
        let mut said: Vec<_> = Concern::ALL.into_iter().map(shows).collect();
        said.extend([GOOD_SHOWS, GLASSES_SHOW]);
        let count = said.len();
        said.sort_unstable();
        said.dedup();
        assert_eq!(said.len(), count);
        assert!(said.iter().all(|words| words.ends_with('。')));
    }
}
