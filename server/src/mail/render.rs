//! Filling in the blanks of a letter.
//!
//! A blank is `{{name}}`. Strict in both directions: a blank without a value, a
//! value without a blank and a value of more than one line are faults, so that no
//! letter goes out with a hole in it. What was filled in is not looked at again:
//! an applicant named `{{url}}` gets no URL.

use std::collections::BTreeSet;

/// What introduces a blank.
const OPENS: &str = "{{";

/// What ends a blank.
const CLOSES: &str = "}}";

/// Why a letter cannot be written. All of them are mistakes in the program or its
/// letters, which the tests of every letter would show.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TemplateFault {
    /// A blank does not end.
    #[error("a blank does not end")]
    Unclosed,
    /// There is no value for a blank.
    #[error("there is no value for {{{{{0}}}}}")]
    Unknown(String),
    /// There is no blank for a value.
    #[error("there is no blank for the value {0}")]
    Unused(&'static str),
    /// A value has a line end or another control character in it.
    #[error("the value {0} is not one line")]
    NotOneLine(&'static str),
    /// The subject is empty or too long.
    #[error("the subject is not one line")]
    Subject,
}

/// The values for the blanks of a letter.
pub(super) struct Values(Vec<(&'static str, String)>);

impl Values {
    /// Values by name.
    ///
    /// # Errors
    /// [`TemplateFault::NotOneLine`] when one holds a control character.
    pub(super) fn new(values: Vec<(&'static str, String)>) -> Result<Self, TemplateFault> {
        match values
            .iter()
            .find(|(_, value)| value.chars().any(char::is_control))
        {
            Some((name, _)) => Err(TemplateFault::NotOneLine(name)),
            None => Ok(Self(values)),
        }
    }

    fn find(&self, name: &str) -> Option<&(&'static str, String)> {
        self.0.iter().find(|(known, _)| *known == name)
    }
}

/// Fills in the parts of one letter, which together must use every value.
///
/// # Errors
/// [`TemplateFault`] when blanks and values do not match.
pub(super) fn fill<const PARTS: usize>(
    parts: [&str; PARTS],
    values: &Values,
) -> Result<[String; PARTS], TemplateFault> {
    let mut used = BTreeSet::new();
    let mut filled = [const { String::new() }; PARTS];
    for (part, filled) in parts.into_iter().zip(&mut filled) {
        *filled = fill_part(part, values, &mut used)?;
    }
    match values.0.iter().find(|(name, _)| !used.contains(name)) {
        Some((name, _)) => Err(TemplateFault::Unused(name)),
        None => Ok(filled),
    }
}

fn fill_part(
    mut rest: &str,
    values: &Values,
    used: &mut BTreeSet<&'static str>,
) -> Result<String, TemplateFault> {
    let mut filled = String::new();
    while let Some((before, after)) = rest.split_once(OPENS) {
        let (name, after) = after.split_once(CLOSES).ok_or(TemplateFault::Unclosed)?;
        let (name, value) = values
            .find(name)
            .ok_or_else(|| TemplateFault::Unknown(name.to_owned()))?;
        used.insert(name);
        filled.push_str(before);
        filled.push_str(value);
        rest = after;
    }
    filled.push_str(rest);
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(values: &[(&'static str, &str)]) -> Values {
        Values::new(
            values
                .iter()
                .map(|(name, value)| (*name, (*value).to_owned()))
                .collect(),
        )
        .unwrap()
    }

    #[test]
    fn blanks_are_filled_in_every_part() {
        let filled = fill(
            ["a {{x}}", "{{y}}{{x}} b"],
            &values(&[("x", "1"), ("y", "2")]),
        );
        assert_eq!(filled, Ok(["a 1".to_owned(), "21 b".to_owned()]));
    }

    #[test]
    fn a_blank_without_a_value_is_a_fault() {
        for template in ["{{y}}", "{{ x }}", "{{}}", "{{X}}"] {
            let fault = fill([template], &values(&[("x", "1")])).unwrap_err();
            assert!(matches!(fault, TemplateFault::Unknown(_)), "{template}");
        }
    }

    #[test]
    fn a_value_without_a_blank_is_a_fault() {
        let fault = fill(["{{x}}"], &values(&[("x", "1"), ("y", "2")]));
        assert_eq!(fault, Err(TemplateFault::Unused("y")));
    }

    #[test]
    fn a_blank_that_does_not_end_is_a_fault() {
        assert_eq!(
            fill(["{{x"], &values(&[("x", "1")])),
            Err(TemplateFault::Unclosed)
        );
    }

    #[test]
    fn what_was_filled_in_is_not_looked_at_again() {
        let filled = fill(["{{x}} {{y}}"], &values(&[("x", "{{y}}"), ("y", "{{x}}")]));
        assert_eq!(filled, Ok(["{{y}} {{x}}".to_owned()]));
    }

    #[test]
    fn a_value_cannot_begin_another_line() {
        for value in ["a\nb", "a\r\nb", "a\0", "a\u{85}b"] {
            let fault = Values::new(vec![("x", value.to_owned())]).err();
            assert_eq!(fault, Some(TemplateFault::NotOneLine("x")), "{value:?}");
        }
    }
}
