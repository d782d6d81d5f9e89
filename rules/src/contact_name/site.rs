//! What a mail program would turn into a link.

use super::ContactNameProblem;
use crate::letters::narrow;

/// Letters of the shortest last part of a site's address (`.jp`).
const SHORTEST_LABEL: usize = 2;

/// Refuses a name that holds the address of a site: a full stop between letters or digits
/// with a part of two of them or more directly behind it, or the word `www`. The colon and
/// the strokes of `https://` stand in no name anyway. Initials (`J.R. Smith`) and what ends
/// with a full stop (`Jr.`) are no addresses.
pub(super) fn check(name: &str) -> Result<(), ContactNameProblem> {
    let letters: Vec<char> = name.chars().collect();
    if words(&letters).any(|word| word.len() == 3 && word.iter().all(|it| narrowed(*it) == 'w')) {
        return Err(ContactNameProblem::SiteWord);
    }
    for (place, sign) in letters.iter().enumerate() {
        let (before, behind) = letters.split_at(place);
        let label = behind.get(1..).unwrap_or_default();
        let length = label.iter().take_while(|it| is_of_word(**it)).count();
        if let (true, Some(before), Some(after)) =
            (is_full_stop(*sign), before.last(), label.first())
            && is_of_word(*before)
            && length >= SHORTEST_LABEL
        {
            return Err(ContactNameProblem::SiteAddress {
                before: *before,
                after: *after,
            });
        }
    }
    Ok(())
}

fn words(letters: &[char]) -> impl Iterator<Item = &[char]> {
    letters.split(|letter| !is_of_word(*letter))
}

fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric()
}

/// Mail programs and name servers take the ideographic full stops for a dot as well
/// (UTS 46); they are in no name as yet.
fn is_full_stop(letter: char) -> bool {
    matches!(letter, '.' | '．' | '。' | '｡' | '․' | '﹒')
}

fn narrowed(letter: char) -> char {
    narrow(letter).to_ascii_lowercase()
}
