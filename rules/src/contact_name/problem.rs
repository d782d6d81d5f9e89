//! Why a text is no contact name.

use serde::{Deserialize, Serialize};

/// Characters of a name that is all half width (ASCII or half-width katakana).
pub(super) const MOST_HALF_WIDTH: usize = 100;

/// Why a text is no contact name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ContactNameProblem {
    /// Nothing was typed.
    Empty,
    /// There are too many characters.
    TooLong {
        /// How many there are.
        count: usize,
        /// How many there may be.
        most: usize,
    },
    /// It holds a character that is in neither table.
    Character(char),
    /// It holds a control character or one that cannot be seen.
    Control(char),
    /// A variant form of this character is asked for, which the tables cannot tell
    /// from the plain one.
    Variant(char),
    /// It holds neither letter nor digit, only spaces and signs.
    NoLetter,
    /// It holds an individual number (個人番号), which must not be given here.
    IndividualNumber,
    /// A full stop between these two letters makes it the address of a site, which mail
    /// programs turn into a link; a space behind the full stop mends it.
    SiteAddress {
        /// The letter before the full stop.
        before: char,
        /// The letter behind it.
        after: char,
    },
    /// It holds the word `www`, with which addresses of sites begin.
    SiteWord,
}
