//! The photo check without an application.

/// Where the page is.
pub const PATH: &str = "/photo-check";
/// Heading.
pub const TITLE: &str = "顔写真を確かめる";
/// The link to the page, from others.
pub const LINK: &str = "申請の前に、顔写真を確かめる";
/// What the page is for.
pub const LEAD: &str =
    "手元の写真やその場で撮った写真が、カードに使えそうか確かめられます。申請書IDは要りません。";
/// Heading of the notice.
pub const KEPT_HERE_TITLE: &str = "写真はどこにも送りません";
/// What happens to the photo.
pub const KEPT_HERE: &str =
    "確認は、お使いの端末の中だけで行います。写真は、この画面を閉じると残りません。";
/// Where scripting is off.
pub const NEEDS_SCRIPT: &str = "この画面で確かめるには、ブラウザーのJavaScriptを有効にしてください。\
     JavaScriptを使えないときは、申請の途中で送った写真を、受け取るときに確認します。";
/// Where the page's modules do not come, or the browser has no WebAssembly.
pub const NOT_AWAKE: &str = "このブラウザーでは、写真を確かめる部品を動かせません。ページを読み込み直すか、\
     ほかのブラウザーで開いてください。申請の途中で送った写真は、受け取るときに確認します。";
/// What the result is worth.
pub const ESTIMATE: &str = "結果は目安です。申請のあと、審査で撮り直しをお願いすることがあります。";
/// To the application.
pub const APPLY: &str = "申請を始める";
/// The device cannot check.
pub const UNABLE: &str = "この端末では、写真の写り方を確認できません。\
     申請の途中で送った写真を、受け取るときに確認します。";
/// Broken off by the person.
pub const CANCELLED: &str = "確認をやめました。写真をもう一度選ぶと、確認します。";

/// Above a list of what the applicant should look at.
pub const ADVISED: &str =
    "気になる点があります。撮り直すと、審査で直しをお願いされにくくなります。";
