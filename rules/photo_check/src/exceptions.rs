use serde::{Deserialize, Serialize};

/// A reason for which the office accepts a photo that breaks a rule.
///
/// Source: the official pages for applicants (English and abroad), "photos that
/// can be used when the reason is told".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Exception {
    /// A head covering worn for religious or medical reasons: turban, hijab,
    /// cap or wig after a treatment.
    HeadCovering,
    /// An eye patch, dark glasses or a bandage worn for medical reasons.
    EyeCovering,
    /// Eyes that cannot be opened or do not look ahead.
    EyesCannotOpen,
    /// An infant photographed lying on a plain sheet, from above.
    LyingInfant,
    /// A wheelchair, tubes or other equipment in the picture.
    Equipment,
    /// Somebody who cannot sit up or hold the head straight.
    Posture,
}

impl Exception {
    /// All of them, in the order of the variants.
    pub const ALL: [Self; 6] = [
        Self::HeadCovering,
        Self::EyeCovering,
        Self::EyesCannotOpen,
        Self::LyingInfant,
        Self::Equipment,
        Self::Posture,
    ];

    /// The name under which it travels and is kept; it never changes.
    pub const fn code(self) -> &'static str {
        match self {
            Self::HeadCovering => "head_covering",
            Self::EyeCovering => "eye_covering",
            Self::EyesCannotOpen => "eyes_cannot_open",
            Self::LyingInfant => "lying_infant",
            Self::Equipment => "equipment",
            Self::Posture => "posture",
        }
    }

    const fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// The exceptions an applicant named; usually none.
///
/// Travels as a list of names. A name given twice counts once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "Vec<Exception>", into = "Vec<Exception>")]
pub struct Exceptions(u8);

impl Exceptions {
    /// No exception: every check counts.
    pub const NONE: Self = Self(0);

    /// These and one more.
    #[must_use]
    pub const fn with(self, exception: Exception) -> Self {
        Self(self.0 | exception.bit())
    }

    /// Whether this one was named.
    pub const fn has(self, exception: Exception) -> bool {
        self.0 & exception.bit() != 0
    }

    /// Whether none was named.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Those with these names; a name that is none is left out.
    pub fn named(names: &[String]) -> Self {
        let is_named = |one: &Exception| names.iter().any(|known| known == one.code());
        Exception::ALL.into_iter().filter(is_named).collect()
    }

    /// The ones named, in the order of the variants.
    pub fn iter(self) -> impl Iterator<Item = Exception> {
        let all = Exception::ALL.into_iter();
        all.filter(move |exception| self.has(*exception))
    }
}

impl FromIterator<Exception> for Exceptions {
    fn from_iter<I: IntoIterator<Item = Exception>>(named: I) -> Self {
        named.into_iter().fold(Self::NONE, Self::with)
    }
}

impl From<Vec<Exception>> for Exceptions {
    fn from(named: Vec<Exception>) -> Self {
        named.into_iter().collect()
    }
}

impl From<Exceptions> for Vec<Exception> {
    fn from(exceptions: Exceptions) -> Self {
        exceptions.iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_of_exceptions_travels_as_a_list_of_names() {
        let set: Exceptions = [
            Exception::Posture,
            Exception::HeadCovering,
            Exception::Posture,
        ]
        .into_iter()
        .collect();
        let json = serde_json::to_string(&set).unwrap();
        assert_eq!(json, r#"["head_covering","posture"]"#);
        assert_eq!(serde_json::from_str::<Exceptions>(&json).unwrap(), set);
    }

    #[test]
    fn an_exception_goes_by_its_name_on_the_wire() {
        for one in Exception::ALL {
            assert_eq!(serde_json::to_value(one).unwrap(), one.code());
        }
        let names = ["posture", "beauty"].map(str::to_owned);
        assert_eq!(
            Exceptions::named(&names),
            Exceptions::NONE.with(Exception::Posture)
        );
    }

    #[test]
    fn every_exception_has_a_place_of_its_own_in_the_set() {
        for one in Exception::ALL {
            let set = Exceptions::NONE.with(one);
            assert_eq!(set.iter().collect::<Vec<_>>(), [one]);
        }
    }
}
