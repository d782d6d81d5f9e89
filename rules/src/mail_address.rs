//! Mail addresses.

mod domains;
mod slips;

use core::fmt;
use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::individual_number::holds_individual_number;
use crate::letters::{is_blank, is_unseen, narrow};
use crate::wire::{says_its_kind, travels_as_text};

/// A mail address that can be written to.
///
/// Guarantees: at most [`Self::MOST`] ASCII characters; one `@`; a local part of
/// the characters of an RFC 5321 dot-string; a domain of at least two labels in
/// lower case, no IP address. Dots stand between other characters, but for the
/// carriers that once gave out addresses with `..` or `.@`.
///
/// `Debug` shows the address [masked](Self::masked).
///
/// ```
/// use rules::MailAddress;
/// let mail = MailAddress::parse(" Ｔａｒｏ＠Example.JP")?;
/// assert_eq!(mail.as_str(), "Taro@example.jp");
/// assert_eq!(mail.masked(), "T***@example.jp");
/// let old = MailAddress::parse("taro..@docomo.ne.jp")?;
/// assert_eq!(old.for_smtp(), "\"taro..\"@docomo.ne.jp");
/// # Ok::<(), rules::MailAddressProblem>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct MailAddress(String);

/// Why a text is no mail address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum MailAddressProblem {
    /// Nothing was typed.
    Empty,
    /// There are more than [`MailAddress::MOST`] characters.
    TooLong {
        /// How many there are.
        count: usize,
    },
    /// It holds a character that no address has, a space too.
    Character(char),
    /// It holds a control character or one that cannot be seen.
    Control(char),
    /// There is no `@`.
    AtMissing,
    /// There is more than one `@`.
    AtTwice,
    /// Nothing stands before the `@`.
    LocalMissing,
    /// More than [`MailAddress::MOST_LOCAL`] characters stand before the `@`.
    LocalTooLong,
    /// A dot before the `@` stands first, last or beside another, and the domain
    /// never gave out such addresses.
    Dots,
    /// What stands after the `@` is no domain: it has no dot, or a part of it is
    /// empty, too long or ill made.
    Domain,
    /// What stands after the `@` is the number of a machine.
    IpAddress,
    /// What stands after the `@` has letters beyond ASCII.
    InternationalDomain,
    /// It holds an individual number (個人番号), which must not be given here.
    IndividualNumber,
}

impl MailAddressProblem {
    /// The class of the problem: `empty`, `length`, `charset`, `control` or `syntax`.
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLong { .. } | Self::LocalTooLong => "length",
            Self::Character(_) | Self::InternationalDomain => "charset",
            Self::Control(_) => "control",
            Self::AtMissing
            | Self::AtTwice
            | Self::LocalMissing
            | Self::Dots
            | Self::Domain
            | Self::IpAddress
            | Self::IndividualNumber => "syntax",
        }
    }
}

impl MailAddress {
    /// Characters of an address.
    pub const MOST: usize = 100;

    /// Characters before the `@` (RFC 5321 §4.5.3.1.1).
    pub const MOST_LOCAL: usize = 64;

    /// Reads an address as people type it: full-width letters become half width,
    /// blanks around it are left out, the domain becomes lower case. A local part in
    /// quotes is refused: no provider in Japan gives one out, and those of carriers
    /// with odd dots are known without.
    ///
    /// # Errors
    /// The first thing that is wrong; see [`MailAddressProblem`].
    pub fn parse(text: &str) -> Result<Self, MailAddressProblem> {
        let typed = text.trim_matches(is_blank);
        if typed.is_empty() {
            return Err(MailAddressProblem::Empty);
        }
        // First of all: whoever breaks the line wants to write another header.
        if let Some(unseen) = typed.chars().find(|letter| is_unseen(*letter)) {
            return Err(MailAddressProblem::Control(unseen));
        }
        let count = typed.chars().count();
        if count > Self::MOST {
            return Err(MailAddressProblem::TooLong { count });
        }
        let address: String = typed.chars().map(half_width).collect();
        let (local, domain) = parts(&address)?;
        check_characters(&address, local)?;
        domains::check(domain)?;
        check_local(local, domain)?;
        if holds_individual_number(local) {
            return Err(MailAddressProblem::IndividualNumber);
        }
        Ok(Self(format!("{local}@{}", domain.to_ascii_lowercase())))
    }

    /// The address as people know it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands before the `@`.
    pub fn local(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(local, _)| local)
    }

    /// What stands after the `@`, in lower case.
    pub fn domain(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(_, domain)| domain)
    }

    /// The address as RFC 5321 wants it in `RCPT TO` and in headers: the local part
    /// in quotes where its dots would break the rules without them.
    pub fn for_smtp(&self) -> Cow<'_, str> {
        if Dots::of(self.local()) == Dots::default() {
            Cow::Borrowed(self.as_str())
        } else {
            Cow::Owned(format!("\"{}\"@{}", self.local(), self.domain()))
        }
    }

    /// As much as a page or a log line may show: `t***@example.jp`.
    pub fn masked(&self) -> String {
        let first = self.local().get(..1).unwrap_or_default();
        format!("{first}***@{}", self.domain())
    }

    /// The domain that was probably meant, where this one looks like a slip of the
    /// finger: `gmial.com` for `gmail.com`. Only to be asked about, never to refuse.
    pub fn suggest_domain(&self) -> Option<String> {
        slips::suggestion(self.domain())
    }

    /// The whole address with the domain that was probably meant.
    pub fn suggestion(&self) -> Option<Self> {
        Self::parse(&format!("{}@{}", self.local(), self.suggest_domain()?)).ok()
    }
}

/// A full-width letter or sign as the half-width one; the ideographic full stop
/// too, which keyboards write where a dot was meant.
fn half_width(letter: char) -> char {
    match letter {
        '。' | '｡' => '.',
        'ー' | '−' | '‐' | '\u{2011}' => '-',
        _ => narrow(letter),
    }
}

/// What stands before and after the only `@`.
fn parts(address: &str) -> Result<(&str, &str), MailAddressProblem> {
    let Some((local, domain)) = address.split_once('@') else {
        let problem = address.chars().find_map(foreign);
        return Err(problem.unwrap_or(MailAddressProblem::AtMissing));
    };
    if domain.contains('@') {
        return Err(MailAddressProblem::AtTwice);
    }
    Ok((local, domain))
}

/// What is wrong with a character that may stand nowhere in an address.
fn foreign(letter: char) -> Option<MailAddressProblem> {
    (!letter.is_ascii_graphic()).then_some(MailAddressProblem::Character(letter))
}

/// Refuses characters that no address has. Letters beyond ASCII after the `@` make
/// another problem: that domain exists, but it cannot be used here.
fn check_characters(address: &str, local: &str) -> Result<(), MailAddressProblem> {
    for (place, letter) in address.char_indices() {
        match foreign(letter) {
            Some(MailAddressProblem::Character(letter))
                if place > local.len() && may_be_letter(letter) =>
            {
                return Err(MailAddressProblem::InternationalDomain);
            }
            Some(problem) => return Err(problem),
            None if place < local.len() && !is_local(letter) => {
                return Err(MailAddressProblem::Character(letter));
            }
            None => {}
        }
    }
    Ok(())
}

/// Whether a character beyond ASCII may be part of an international domain: signs,
/// punctuation and emoji are not. Blocks are enough here, and need no tables.
fn may_be_letter(letter: char) -> bool {
    !matches!(
        letter,
        '\0'..='\u{bf}'
            | '\u{2000}'..='\u{2bff}'
            | '\u{3000}'..='\u{3004}'
            | '\u{3008}'..='\u{3020}'
            | '\u{3030}'..='\u{3040}'
            | '\u{3200}'..='\u{33ff}'
            | '\u{fe00}'..='\u{fe6f}'
            | '\u{ff00}'..='\u{ff65}'
            | '\u{ffe0}'..='\u{ffff}'
            | '\u{1f000}'..='\u{1ffff}'
            | '\u{e0000}'..='\u{10ffff}'
    )
}

/// The characters of an RFC 5321 dot-string.
fn is_local(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || ".!#$%&'*+-/=?^_`{|}~".contains(letter)
}

fn check_local(local: &str, domain: &str) -> Result<(), MailAddressProblem> {
    if local.is_empty() {
        return Err(MailAddressProblem::LocalMissing);
    }
    if local.len() > MailAddress::MOST_LOCAL {
        return Err(MailAddressProblem::LocalTooLong);
    }
    if Dots::of(local).all_within(domains::dots_given_out(domain))
        && local.bytes().any(|byte| byte != b'.')
    {
        Ok(())
    } else {
        Err(MailAddressProblem::Dots)
    }
}

/// Where a local part has dots that RFC 5321 does not allow without quotes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Dots {
    first: bool,
    double: bool,
    last: bool,
}

impl Dots {
    fn of(local: &str) -> Self {
        Self {
            first: local.starts_with('.'),
            double: local.as_bytes().windows(2).any(|pair| pair == b".."),
            last: local.ends_with('.'),
        }
    }

    fn all_within(self, allowed: Self) -> bool {
        self.first <= allowed.first && self.double <= allowed.double && self.last <= allowed.last
    }
}

/// The two boxes of the form that must hold the same address.
#[derive(Debug)]
pub struct MailPair;

/// Why the two boxes do not give an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum MailPairProblem {
    /// The first box holds no address.
    First(MailAddressProblem),
    /// The second box is empty.
    AgainEmpty,
    /// The second box holds something else.
    Different,
}

impl MailPairProblem {
    /// The class of the problem: that of the first box, `empty` or `different`.
    pub const fn kind(self) -> &'static str {
        match self {
            Self::First(problem) => problem.kind(),
            Self::AgainEmpty => "empty",
            Self::Different => "different",
        }
    }
}

impl MailPair {
    /// Reads both boxes. Compared is the address, not how it was typed.
    ///
    /// # Errors
    /// What is wrong with the first box; then an empty or different second one.
    pub fn read(first: &str, again: &str) -> Result<MailAddress, MailPairProblem> {
        let mail = MailAddress::parse(first).map_err(MailPairProblem::First)?;
        match MailAddress::parse(again) {
            Ok(second) if second == mail => Ok(mail),
            Err(MailAddressProblem::Empty) => Err(MailPairProblem::AgainEmpty),
            Ok(_) | Err(_) => Err(MailPairProblem::Different),
        }
    }
}

impl fmt::Debug for MailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "MailAddress({})", self.masked())
    }
}

says_its_kind!(MailAddressProblem);
says_its_kind!(MailPairProblem);
travels_as_text!(MailAddress, MailAddressProblem);
