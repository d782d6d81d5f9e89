//! What a catalogue is made of: sentences, and sentences with gaps.

use std::fmt::Display;

use crate::fill::fill;

/// A sentence without gaps.
pub type Text = &'static str;

/// A sentence with gaps, each written `{name}`: 「今は{count}文字です。」.
///
/// Which gaps it has is declared once, in the structure that holds it; a language whose
/// sentence has others does not compile. It can only be shown once it is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Template(pub Text);

impl Template {
    /// The sentence with its gaps filled in. What was filled in is not looked at again.
    pub(super) fn fill(self, gaps: &[(&str, &dyn Display)]) -> String {
        let values: Vec<_> = gaps
            .iter()
            .map(|(name, value)| (*name, format!("{value}")))
            .collect();
        let gaps: Vec<_> = values
            .iter()
            .map(|(name, value)| (*name, &**value))
            .collect();
        fill(self.0, &gaps)
    }

    /// The sentence with its gaps, for a page whose script fills them in.
    pub const fn for_script(self) -> Text {
        self.0
    }

    /// Panics, at compile time where it is asked, unless the sentence has exactly these gaps.
    pub(super) const fn check(self, names: &[&str]) {
        let text = self.0.as_bytes();
        let mut at = 0;
        while at < text.len() {
            if text[at] == b'{' {
                let end = end_of_gap(text, at);
                assert!(
                    is_one_of(text, at + 1, end, names),
                    "a sentence has a gap that nothing fills"
                );
                at = end;
            }
            at += 1;
        }
        let mut name = 0;
        while name < names.len() {
            assert!(
                has_gap(text, names[name].as_bytes()),
                "a sentence lacks a gap"
            );
            name += 1;
        }
    }
}

const fn end_of_gap(text: &[u8], begin: usize) -> usize {
    let mut end = begin;
    while text[end] != b'}' {
        end += 1;
        assert!(end < text.len(), "a gap does not end");
    }
    end
}

const fn is_one_of(text: &[u8], from: usize, to: usize, names: &[&str]) -> bool {
    let mut at = 0;
    while at < names.len() {
        if is_same(text, from, to, names[at].as_bytes()) {
            return true;
        }
        at += 1;
    }
    false
}

const fn has_gap(text: &[u8], name: &[u8]) -> bool {
    let mut at = 0;
    while at < text.len() {
        if text[at] == b'{' && is_same(text, at + 1, end_of_gap(text, at), name) {
            return true;
        }
        at += 1;
    }
    false
}

/// Whether this part of a text is this name.
pub(super) const fn is_same(text: &[u8], from: usize, to: usize, name: &[u8]) -> bool {
    if to - from != name.len() {
        return false;
    }
    let mut at = 0;
    while at < name.len() {
        if text[from + at] != name[at] {
            return false;
        }
        at += 1;
    }
    true
}

/// Makes one sentence of another; it is told where it stands: `photo.good.2`.
pub(super) type Change<'a> = dyn FnMut(&str, Text) -> Text + 'a;

/// A part of a catalogue, down to a single sentence.
pub(super) trait Part: Copy {
    /// The same part with every sentence changed. `at` is where it stands.
    #[must_use]
    fn changed(self, at: &str, change: &mut Change<'_>) -> Self;
}

impl Part for Text {
    fn changed(self, at: &str, change: &mut Change<'_>) -> Self {
        change(at, self)
    }
}

impl Part for Template {
    fn changed(self, at: &str, change: &mut Change<'_>) -> Self {
        Self(change(at, self.0))
    }
}

impl<T: Part, const COUNT: usize> Part for [T; COUNT] {
    fn changed(self, at: &str, change: &mut Change<'_>) -> Self {
        let mut number = 0;
        self.map(|one| {
            number += 1;
            one.changed(&format!("{at}.{number}"), change)
        })
    }
}

/// Declares a part of the catalogue: the sentences it has, and the gaps of those that have
/// any. Each sentence is a field; one with gaps is a method of the same name too, which
/// takes what is to be filled in.
///
/// ```text
/// catalogue! {
///     /// ⑥ The face photo.
///     pub struct Photo {
///         /// Heading.
///         title: Text,
///         /// The picture's alternative text.
///         alt: Template(width: u32, height: u32),
///     }
/// }
/// ```
macro_rules! catalogue {
    (
        $(#[$about:meta])*
        pub struct $part:ident {
            $(
                $(#[$doc:meta])*
                $name:ident: $kind:tt $(( $($gap:ident: $type:ty),+ ))?,
            )+
        }
    ) => {
        $crate::words::sentence::catalogue! {
            without gaps
            $(#[$about])*
            pub struct $part { $( $(#[$doc])* $name: $kind, )+ }
        }

        impl $part {
            $( $(
                #[doc = concat!("[`Self::", stringify!($name), "`] with its gaps filled in.")]
                pub fn $name(&self, $($gap: $type),+) -> String {
                    self.$name.fill(&[$((stringify!($gap), &$gap as &dyn std::fmt::Display)),+])
                }
            )? )+

            /// Whether each sentence has the gaps that are declared here.
            pub(in crate::words) const fn check(&self) {
                $( $( self.$name.check(&[$(stringify!($gap)),+]); )? )+
            }
        }
    };
    // A part of parts, and what has no sentence with gaps.
    (
        without gaps
        $(#[$about:meta])*
        pub struct $part:ident {
            $( $(#[$doc:meta])* $name:ident: $kind:tt, )+
        }
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug)]
        pub struct $part {
            $( $(#[$doc])* pub $name: $kind, )+
        }

        impl $crate::words::sentence::Part for $part {
            fn changed(
                self,
                at: &str,
                change: &mut $crate::words::sentence::Change<'_>,
            ) -> Self {
                Self {
                    $(
                        $name: $crate::words::sentence::Part::changed(
                            self.$name,
                            &format!("{at}.{}", stringify!($name)),
                            change,
                        ),
                    )+
                }
            }
        }
    };
}
pub(super) use catalogue;

#[cfg(test)]
mod tests {
    use super::*;

    const GREETING: Template = Template("{name}さん、{count}件です。{name}");

    #[test]
    fn gaps_take_whatever_can_be_shown() {
        let filled = GREETING.fill(&[("name", &"番号"), ("count", &3)]);
        assert_eq!(filled, "番号さん、3件です。番号");
    }

    #[test]
    fn a_sentence_with_the_declared_gaps_passes() {
        GREETING.check(&["name", "count"]);
    }

    #[test]
    #[should_panic(expected = "a gap that nothing fills")]
    fn a_gap_that_is_not_declared_stops_the_build() {
        GREETING.check(&["name"]);
    }

    #[test]
    #[should_panic(expected = "lacks a gap")]
    fn a_declared_gap_that_is_missing_stops_the_build() {
        GREETING.check(&["name", "count", "other"]);
    }
}
