//! The fields, in page order.

use serde::{Deserialize, Serialize};

/// A field of a form, in the order in which the steps show them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Field {
    /// 申請書ID.
    ApplicationId,
    /// The tick that the applicant is 15 or a legal representative.
    Adult,
    /// The tick that the terms are agreed to.
    Consent,
    /// Who applies.
    Applicant,
    /// メール連絡用氏名.
    ContactName,
    /// メールアドレス.
    Mail,
    /// メールアドレス, again.
    MailAgain,
    /// 画像認証.
    Captcha,
    /// 認証番号.
    DeviceCode,
    /// 顔写真.
    Photo,
    /// The tick under the photo.
    PhotoDeclaration,
    /// 受付番号, which the status page asks for before the birth date.
    ReceiptNumber,
    /// 生年月日.
    BirthDate,
    /// 電子証明書.
    Certificates,
    /// 氏名の点字表記.
    Braille,
    /// The tick under the details.
    DetailsDeclaration,
    /// The tick before sending in.
    SubmitDeclaration,
}

impl Field {
    /// All fields, in page order.
    pub const ALL: [Self; 17] = [
        Self::ApplicationId,
        Self::Adult,
        Self::Consent,
        Self::Applicant,
        Self::ContactName,
        Self::Mail,
        Self::MailAgain,
        Self::Captcha,
        Self::DeviceCode,
        Self::Photo,
        Self::PhotoDeclaration,
        Self::ReceiptNumber,
        Self::BirthDate,
        Self::Certificates,
        Self::Braille,
        Self::DetailsDeclaration,
        Self::SubmitDeclaration,
    ];

    /// The `name` of the control, and the `id` of the one that takes the focus. The
    /// birth date has four controls, whose names go on from this one: see
    /// [`FormProblem::control`].
    pub const fn id(self) -> &'static str {
        match self {
            Self::ApplicationId => "application_id",
            Self::Adult => "adult",
            Self::Consent => "consent",
            Self::Applicant => "applicant",
            Self::ContactName => "contact_name",
            Self::Mail => "mail",
            Self::MailAgain => "mail_again",
            Self::Captcha => "captcha",
            Self::DeviceCode => "device_code",
            Self::Photo => "photo",
            Self::PhotoDeclaration => "photo_declaration",
            Self::BirthDate => "birth_date_era",
            Self::Certificates => "certificates",
            Self::Braille => "braille",
            Self::DetailsDeclaration => "details_declaration",
            Self::SubmitDeclaration => "submit_declaration",
            Self::ReceiptNumber => "receipt_number",
        }
    }
}
