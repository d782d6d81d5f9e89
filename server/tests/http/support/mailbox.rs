//! The mails that arrived, and what is in them.

use server::mail::Letter;

use super::TestPortal;

/// The token of the link in a letter.
pub(crate) fn token_in(letter: &Letter) -> Option<String> {
    let (_, rest) = letter.body.split_once("/open/")?;
    Some(rest.lines().next()?.trim().to_owned())
}

impl TestPortal {
    /// The letters that arrived, the newest first.
    pub(crate) fn letters(&self) -> Vec<Letter> {
        self.mailbox
            .newest_first()
            .into_iter()
            .map(|caught| caught.letter)
            .collect()
    }

    /// The tokens of the links that arrived, the newest first.
    pub(crate) fn tokens(&self) -> Vec<String> {
        self.letters().iter().filter_map(token_in).collect()
    }

    /// The token of the newest link, once the mails are sent.
    pub(crate) async fn token(&self) -> String {
        self.post_mails().await;
        self.tokens().first().unwrap().clone()
    }

    /// The device codes that arrived, the newest first.
    pub(crate) fn codes(&self) -> Vec<String> {
        let is_code =
            |line: &&str| line.len() == 6 && line.bytes().all(|byte| byte.is_ascii_digit());
        let letters = self.letters();
        letters
            .iter()
            .filter_map(|letter| letter.body.lines().map(str::trim).find(is_code))
            .map(str::to_owned)
            .collect()
    }

    /// The newest device code, once the mails are sent.
    pub(crate) async fn code(&self) -> String {
        self.post_mails().await;
        self.codes().first().unwrap().clone()
    }

    /// How many completion mails arrived.
    pub(crate) async fn completion_mails(&self) -> usize {
        self.post_mails().await;
        self.letters()
            .iter()
            .filter(|letter| letter.subject.as_str().contains("申請受付完了"))
            .count()
    }
}
