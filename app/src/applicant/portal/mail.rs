//! ③ and ④: the mail address, and the link once more.

use async_trait::async_trait;
use rules::application::Page;
use rules::form::FormProblems;
use rules::{CaptchaAnswer, Contact};

use crate::refusal::Refusal;

/// ③ The picture authentication in front of the mail address.
#[async_trait]
pub trait CaptchaStep: Send + Sync {
    /// A new picture authentication with its hidden proof of work; none where one was answered
    /// rightly in this registration.
    async fn challenge(&self) -> Result<Option<Challenge>, Refusal>;
    /// The answer to a picture authentication, or why it cannot be read. It is not looked at
    /// where one was answered rightly before; that is good for a few addresses.
    async fn answer(&self, given: Result<HumanProof, FormProblems>) -> Result<(), Refusal>;
}

/// ③ The mail address, and ④ its mail.
#[async_trait]
pub trait MailStep: Send + Sync {
    /// Name and mail address, once a picture authentication was answered rightly.
    async fn give_contact(&self, contact: Contact) -> Result<Page, Refusal>;
    /// 「登録」: registers the address; the link goes out.
    async fn confirm_address(&self) -> Result<Page, Refusal>;
    /// The link once more.
    async fn resend_link(&self) -> Result<Page, Refusal>;
}

/// A picture authentication: `/captcha/{id}.png`, `/captcha/{id}.wav`.
#[derive(Clone, Debug)]
pub struct Challenge {
    /// Its name; says nothing about the answer.
    pub id: String,
    /// The hidden proof of work, as [`rules::proof::Challenge`] prints itself.
    pub proof: String,
}

/// What a person's browser sends to show that it is one.
#[derive(Clone, Debug)]
pub struct HumanProof {
    /// [`Challenge::id`].
    pub challenge: String,
    /// The characters read or heard.
    pub answer: CaptchaAnswer,
    /// The proof of work, where scripting was on.
    pub nonce: Option<u64>,
    /// The honeypot's content; a person leaves it empty.
    pub honeypot: String,
}
