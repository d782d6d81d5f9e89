//! What is said about a picture, in the browser and on the server alike. What a
//! model only believes is said to be possible, never certain.

use photo_check::Concern;

/// A concern in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConcernWords {
    /// What was found.
    pub what: &'static str,
    /// What the applicant can do about it.
    pub remedy: &'static str,
}

/// The words for a concern: what it is, and its remedy.
#[expect(clippy::too_many_lines, reason = "a table, a row for each concern")]
pub const fn concern(concern: Concern) -> ConcernWords {
    let (what, remedy) = match concern {
        Concern::NoFace => (
            "顔が見つかりませんでした。",
            "顔が正面から大きく写った写真にしてください。帽子や眼帯などを外せない方は、下で理由を選んでください。",
        ),
        Concern::SeveralFaces => (
            "2人以上写っている可能性があります。",
            "申請する方だけが写った写真にしてください。",
        ),
        Concern::HeadCut => (
            "頭や顔の一部が、写真からはみ出している可能性があります。",
            "少し離れて、頭の上にすき間を空けて撮ってください。",
        ),
        Concern::FaceTooSmall => (
            "顔が小さく写っている可能性があります。",
            "肩から上が写るくらいに近づいて撮ってください。",
        ),
        Concern::FaceTooLarge => (
            "顔が大きすぎる可能性があります。",
            "少し離れて、頭の上にすき間を空けて撮ってください。",
        ),
        Concern::FaceOffCentre => (
            "顔が中央にない可能性があります。",
            "顔が中央に来るように撮ってください。",
        ),
        Concern::FewPixels => (
            "顔の部分が粗く見える可能性があります。",
            "もっと近くで撮るか、切り取ったり縮めたりしていない元の写真を選んでください。",
        ),
        Concern::FaceTurned => (
            "顔が横を向いている可能性があります。",
            "まっすぐ前を見て撮ってください。",
        ),
        Concern::FaceUpOrDown => (
            "顔が上か下を向いている可能性があります。",
            "カメラを目の高さにして、まっすぐ前を見て撮ってください。",
        ),
        Concern::HeadTilted => (
            "頭が傾いている可能性があります。",
            "頭をまっすぐにして撮ってください。",
        ),
        Concern::TooDark => (
            "顔が暗い可能性があります。",
            "窓の方を向くなど、明るい場所で撮ってください。",
        ),
        Concern::TooBright => (
            "顔が明るすぎる可能性があります。",
            "強い光やフラッシュが顔に当たらないように撮ってください。",
        ),
        Concern::LowContrast => (
            "顔の明暗がはっきりしない可能性があります。",
            "レンズをふいて、明るい場所で撮ってください。",
        ),
        Concern::UnevenLight => (
            "顔の片側に影がある可能性があります。",
            "光が正面から当たるように、向きを変えて撮ってください。",
        ),
        Concern::Blurred => (
            "ぼけているか、手ぶれしている可能性があります。",
            "カメラを固定して、顔にピントを合わせて撮ってください。",
        ),
        Concern::BackgroundNotPlain => (
            "背景に物や柄が写っている可能性があります。",
            "白い壁など、無地で一色の背景の前で撮ってください。",
        ),
        Concern::BackgroundShadow => (
            "背景に影がある可能性があります。",
            "壁から少し離れて撮ってください。",
        ),
        Concern::Sunglasses => (
            "サングラスをかけている可能性があります。",
            "サングラスを外して撮ってください。外せない方は、下で理由を選んでください。",
        ),
        Concern::EyesUnclear => (
            "目がはっきり見えない可能性があります。",
            "目を開け、眼鏡の色や前髪、影が目にかからないように撮ってください。",
        ),
        Concern::HeadCovered => (
            "帽子などで額が隠れている可能性があります。",
            "帽子を外し、前髪を上げて撮ってください。外せない方は、下で理由を選んでください。",
        ),
        Concern::MouthCovered => (
            "口元が隠れている可能性があります。",
            "マスクなどを外して撮ってください。",
        ),
        Concern::BlackAndWhite => (
            "白黒の写真の可能性があります。",
            "白黒の写真でも申請できます。",
        ),
        Concern::OldPhoto => (
            "6か月より前に撮った写真の可能性があります。",
            "6か月以内に撮った写真を使ってください。",
        ),
        Concern::Edited => (
            "画像編集ソフトで保存した写真の可能性があります。",
            "顔や背景を加工していない、撮ったままの写真を使ってください。",
        ),
        Concern::Screenshot => (
            "画面を写した画像の可能性があります。",
            "カメラで撮った元の写真を選んでください。",
        ),
    };
    ConcernWords { what, remedy }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_concern_says_what_it_is_and_what_to_do() {
        for one in Concern::ALL {
            let ConcernWords { what, remedy } = concern(one);
            assert!(what.ends_with('。') && remedy.ends_with('。'), "{one:?}");
        }
    }

    #[test]
    fn what_a_model_believes_is_said_to_be_possible() {
        for one in Concern::ALL
            .into_iter()
            .filter(|one| *one != Concern::NoFace)
        {
            assert!(concern(one).what.contains("可能性があります"), "{one:?}");
        }
    }

    #[test]
    fn no_two_concerns_are_said_alike() {
        let said: std::collections::BTreeSet<_> = Concern::ALL.map(|one| concern(one).what).into();
        assert_eq!(said.len(), Concern::ALL.len());
    }
}
