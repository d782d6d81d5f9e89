//! What is said about a text.

use rules::{
    ApplicationId, ApplicationIdProblem, BirthDate, CivilDate, ContactName, ContactNameProblem,
    MailAddress, MailAddressProblem,
};
use serde::Serialize;

/// What is said about a text: the members of the answer.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub(super) enum Verdict {
    /// It is taken.
    Ok {
        /// As it would be kept.
        ok: String,
        /// What was perhaps meant instead.
        #[serde(skip_serializing_if = "Option::is_none")]
        suggestion: Option<String>,
    },
    /// It is a birth date of which a part is unknown.
    Partial {
        /// With the register's codes.
        partial: String,
    },
    /// It is refused.
    Err {
        /// The class of the problem.
        err: &'static str,
        /// What was most likely meant.
        #[serde(skip_serializing_if = "Option::is_none")]
        suggestion: Option<String>,
        /// What the class does not say.
        #[serde(skip_serializing_if = "Option::is_none")]
        reason: Option<&'static str>,
    },
}

impl Verdict {
    /// Whether the text is taken.
    pub(super) const fn is_taken(&self) -> bool {
        !matches!(self, Self::Err { .. })
    }

    fn kept(text: &str) -> Self {
        Self::Ok {
            ok: text.to_owned(),
            suggestion: None,
        }
    }

    fn refused(err: &'static str, is_individual_number: bool) -> Self {
        Self::Err {
            err,
            suggestion: None,
            reason: is_individual_number.then_some("individual_number"),
        }
    }
}

/// Judges a birth date as on a day.
pub(super) fn birth_date(text: &str, today: CivilDate) -> Verdict {
    match BirthDate::parse(text, today) {
        Ok(date) if date.is_whole() => Verdict::kept(&date.iso()),
        Ok(date) => Verdict::Partial {
            partial: date.iso(),
        },
        Err(problem) => Verdict::Err {
            err: problem.kind(),
            suggestion: problem.suggestion().map(|meant| meant.iso()),
            reason: None,
        },
    }
}

/// Judges a contact name.
pub(super) fn name(text: &str) -> Verdict {
    match ContactName::parse(text) {
        Ok(name) => Verdict::kept(name.as_str()),
        Err(problem) => Verdict::refused(
            problem.kind(),
            problem == ContactNameProblem::IndividualNumber,
        ),
    }
}

/// Judges a mail address.
pub(super) fn mail(text: &str) -> Verdict {
    match MailAddress::parse(text) {
        Ok(mail) => Verdict::Ok {
            ok: mail.as_str().to_owned(),
            suggestion: mail.suggestion().map(String::from),
        },
        Err(problem) => Verdict::refused(
            problem.kind(),
            problem == MailAddressProblem::IndividualNumber,
        ),
    }
}

/// Judges an application ID.
pub(super) fn application_id(text: &str) -> Verdict {
    match ApplicationId::parse(text) {
        Ok(id) => Verdict::kept(id.as_str()),
        Err(problem) => Verdict::refused(
            problem.kind(),
            problem == ApplicationIdProblem::IndividualNumber,
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(verdict: &Verdict) -> String {
        serde_json::to_string(verdict).unwrap()
    }

    #[test]
    fn birth_dates_are_told_in_the_promised_words() {
        let today = CivilDate::new(2026, 11, 22).unwrap();
        for (text, words) in [
            ("平成10年1月1日", r#"{"ok":"1998-01-01"}"#),
            ("大正10年月日不詳", r#"{"partial":"1921-00-00"}"#),
            ("", r#"{"err":"empty"}"#),
            ("98.1.1", r#"{"err":"syntax"}"#),
            ("1998-02-29", r#"{"err":"no_such_date"}"#),
            (
                "昭和64年1月8日",
                r#"{"err":"era_range","suggestion":"1989-01-08"}"#,
            ),
            ("令和9年1月1日", r#"{"err":"future"}"#),
            ("1901-11-21", r#"{"err":"too_old"}"#),
        ] {
            assert_eq!(told(&birth_date(text, today)), words, "{text}");
        }
    }

    #[test]
    fn the_other_fields_are_told_in_the_promised_words() {
        for (verdict, words) in [
            (name("山田　太郎 "), r#"{"ok":"山田　太郎"}"#),
            (name("𠮷野"), r#"{"err":"charset"}"#),
            (name("山\u{200b}田"), r#"{"err":"control"}"#),
            (name(&"山".repeat(51)), r#"{"err":"length"}"#),
            (
                name("123456789018"),
                r#"{"err":"syntax","reason":"individual_number"}"#,
            ),
            (mail("Ｔａｒｏ@Example.jp"), r#"{"ok":"Taro@example.jp"}"#),
            (
                mail("taro@gmial.com"),
                r#"{"ok":"taro@gmial.com","suggestion":"taro@gmail.com"}"#,
            ),
            (mail("taro@localhost"), r#"{"err":"syntax"}"#),
            (mail(" "), r#"{"err":"empty"}"#),
            (
                application_id("1234 5678 9012 3456 7890 123"),
                r#"{"ok":"12345678901234567890123"}"#,
            ),
            (application_id("12345"), r#"{"err":"length"}"#),
            (
                application_id("123456789018"),
                r#"{"err":"length","reason":"individual_number"}"#,
            ),
        ] {
            assert_eq!(told(&verdict), words);
        }
    }
}
