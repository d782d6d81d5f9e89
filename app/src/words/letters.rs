//! What the mails say. Blanks are `{{name}}`; the server fills them in and refuses a letter in
//! which one stays empty or a value finds none.

use rules::application::MailKind;

use super::sentence::{Change, Part, Text, is_same};

/// What the mails say.
#[derive(Clone, Copy, Debug)]
pub struct Letters {
    /// What stands under every letter.
    pub signature: Text,
    /// The letter with which the operator tries whether mail arrives.
    pub trial: LetterText,
    /// A letter for each kind of mail, in the order of [`MailKind::ALL`].
    pub kinds: [LetterText; MailKind::ALL.len()],
}

/// A letter, from the files of the folder that has its name.
#[derive(Clone, Copy, Debug)]
pub struct LetterText {
    /// Name of its kind.
    pub name: &'static str,
    /// Subject.
    pub subject: Text,
    /// Text.
    pub body: Text,
}

/// The letter in a language's folder `letters/<name>`.
macro_rules! letter {
    ($name:literal) => {
        $crate::words::letters::LetterText {
            name: $name,
            subject: include_str!(concat!("letters/", $name, "/subject.txt")),
            body: include_str!(concat!("letters/", $name, "/body.txt")),
        }
    };
}
pub(super) use letter;

impl Letters {
    /// The letter of this kind.
    pub const fn of(&self, kind: MailKind) -> LetterText {
        self.kinds[kind.place()]
    }

    /// Stops the build where the letters are not in the order of the kinds.
    pub(in crate::words) const fn check(&self) {
        let mut at = 0;
        while at < self.kinds.len() {
            let (name, known) = (self.kinds[at].name, MailKind::ALL[at].name());
            assert!(
                is_same(name.as_bytes(), 0, name.len(), known.as_bytes()),
                "letters stand in the order of the kinds of mail"
            );
            at += 1;
        }
    }
}

impl Part for Letters {
    fn changed(self, at: &str, change: &mut Change<'_>) -> Self {
        Self {
            signature: change(&format!("{at}.signature"), self.signature),
            trial: self.trial.changed(at, change),
            kinds: self.kinds.map(|letter| letter.changed(at, change)),
        }
    }
}

impl Part for LetterText {
    fn changed(self, at: &str, change: &mut Change<'_>) -> Self {
        let name = self.name;
        Self {
            name,
            subject: change(&format!("{at}.{name}.subject"), self.subject),
            body: change(&format!("{at}.{name}.body"), self.body),
        }
    }
}
