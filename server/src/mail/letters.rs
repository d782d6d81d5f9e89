//! The letters the portal writes.

use app::words::Words;
use rules::application::{Journey, MailKind, Registration};
use rules::{Language, MailAddress, Moment};

use super::letter::{Letter, MailId};
use super::letter_spec::{Blanks, LetterSecret, LetterSpec};
use super::render::{TemplateFault, Values, fill};
use crate::config::{BaseUrl, Line, Office, Settings};

/// Writes letters in the name of the office.
#[derive(Clone, Debug)]
pub struct Letters {
    office: Office,
    base_url: BaseUrl,
    received_subject: Line,
}

/// A letter that is still wanted, but for what is secret in it.
#[derive(Debug)]
pub struct Draft<'a> {
    letters: &'a Letters,
    kind: MailKind,
    spec: LetterSpec,
    words: &'static Words,
    registration: &'a Registration,
    blanks: Blanks,
}

impl Letters {
    /// Letters as the operator wants them.
    pub fn new(settings: &Settings) -> Self {
        Self {
            office: settings.office.clone(),
            base_url: settings.http.base_url.clone(),
            received_subject: settings.mail.received_subject.clone(),
        }
    }

    /// Begins a letter about an application, in the language of its applicant; none when there
    /// is nothing to send any more.
    pub fn draft<'a>(&'a self, kind: MailKind, journey: &'a Journey) -> Option<Draft<'a>> {
        let spec = LetterSpec::of(kind);
        let registration = journey.registration()?;
        let words = Words::of(registration.contact.language);
        Some(Draft {
            letters: self,
            kind,
            spec,
            words,
            registration,
            blanks: (spec.blanks)(&self.base_url, words, journey)?,
        })
    }

    /// The letter with which the operator tries whether mail arrives; about nobody.
    ///
    /// # Errors
    /// [`TemplateFault`] when letter and values do not match.
    pub fn trial(&self, id: MailId, to: MailAddress, now: Moment) -> Result<Letter, TemplateFault> {
        let words = &Words::of(Language::default()).letters;
        let parts = [words.trial.subject, words.trial.body, words.signature];
        let [subject, body, signature] = fill(parts, &Values::new(self.office_blanks())?)?;
        Ok(Letter {
            id,
            to,
            name: Some(self.office.name.clone()),
            subject: Line::parse(subject.trim_end()).map_err(|_| TemplateFault::Subject)?,
            body: body + &signature,
            written_at: now,
        })
    }

    /// What the signature says.
    fn office_blanks(&self) -> Blanks {
        vec![
            ("office_name", self.office.name.to_string()),
            ("office_phone", self.office.phone.to_string()),
            ("office_hours", self.office.hours.to_string()),
            ("base_url", self.base_url.to_string()),
        ]
    }
}

impl Draft<'_> {
    /// What is known of its kind.
    pub fn spec(&self) -> &LetterSpec {
        &self.spec
    }

    /// The letter whole; of the application ID it shows the last four digits only.
    ///
    /// # Errors
    /// [`TemplateFault`] when letter and values do not match, as when its secret is another
    /// than the table asks for.
    pub fn write(
        self,
        id: MailId,
        secret: Option<&LetterSecret>,
        now: Moment,
    ) -> Result<Letter, TemplateFault> {
        let Registration { contact, form, .. } = self.registration;
        let mut values = self.blanks;
        values.extend(self.letters.office_blanks());
        values.push(("last_four", form.id.last_four().to_owned()));
        if let Some(secret) = secret {
            values.extend(secret.blanks(&self.letters.base_url, self.words));
        }
        let name = contact.name.as_str();
        if self.spec.greets_by_name {
            values.push(("contact_name", name.to_owned()));
        }
        let letters = &self.words.letters;
        let text = letters.of(self.kind);
        let parts = [text.subject, text.body, letters.signature];
        let [subject, body, signature] = fill(parts, &Values::new(values)?)?;
        let line = |text: &str, fault| Line::parse(text).map_err(|_| fault);
        let named = || line(name, TemplateFault::NotOneLine("contact_name"));
        Ok(Letter {
            id,
            to: contact.mail.clone(),
            name: self.spec.greets_by_name.then(named).transpose()?,
            subject: if self.spec.has_subject_of_operator {
                self.letters.received_subject.clone()
            } else {
                line(subject.trim_end(), TemplateFault::Subject)?
            },
            body: body + &signature,
            written_at: now,
        })
    }
}
