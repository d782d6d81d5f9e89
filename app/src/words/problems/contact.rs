//! Name and mail address.

use rules::{BrailleName, BrailleNameProblem, ContactNameProblem, MailAddress, MailAddressProblem};

use super::Problems;

impl Problems {
    /// メール連絡用氏名.
    pub(super) fn contact_name(&self, problem: ContactNameProblem) -> String {
        match problem {
            ContactNameProblem::Empty => self.contact_name_empty.to_owned(),
            ContactNameProblem::TooLong { count, most } => self.contact_name_too_long(most, count),
            ContactNameProblem::Character(letter) => self.foreign(letter, problem.nearest()),
            ContactNameProblem::Control(_) => self.contact_name_unseen.to_owned(),
            ContactNameProblem::Variant(letter) => self.contact_name_variant(letter),
            ContactNameProblem::NoLetter => self.contact_name_no_letter.to_owned(),
            ContactNameProblem::IndividualNumber => self.individual_number.to_owned(),
            ContactNameProblem::SiteAddress { before, after } => {
                self.contact_name_site_address(before, after)
            }
            ContactNameProblem::SiteWord => self.contact_name_site_word.to_owned(),
        }
    }

    /// What to write for a letter that is in none of the tables.
    fn foreign(&self, letter: char, nearest: Option<char>) -> String {
        match nearest {
            Some(near) => self.contact_name_use_near(letter, near),
            None if letter.is_alphabetic() => self.contact_name_use_kana(letter),
            None => self.contact_name_remove(letter),
        }
    }

    /// メールアドレス.
    pub(super) fn mail(&self, problem: MailAddressProblem) -> String {
        let said = match problem {
            MailAddressProblem::Empty => self.mail_empty,
            MailAddressProblem::TooLong { count } => {
                return self.mail_too_long(MailAddress::MOST, count);
            }
            MailAddressProblem::Character(letter) if letter.is_whitespace() => self.mail_space,
            MailAddressProblem::Character(letter) => return self.mail_character(letter),
            MailAddressProblem::Control(_) => self.mail_unseen,
            MailAddressProblem::AtMissing => self.mail_at_missing,
            MailAddressProblem::AtTwice => self.mail_at_twice,
            MailAddressProblem::LocalMissing => self.mail_local_missing,
            MailAddressProblem::LocalTooLong => {
                return self.mail_local_too_long(MailAddress::MOST_LOCAL);
            }
            MailAddressProblem::Dots => self.mail_dots,
            MailAddressProblem::Domain => self.mail_domain,
            MailAddressProblem::IpAddress => self.mail_ip_address,
            MailAddressProblem::InternationalDomain => self.mail_international_domain,
            MailAddressProblem::IndividualNumber => self.individual_number,
        };
        said.to_owned()
    }

    /// 点字にする氏名のよみ.
    pub(super) fn braille(&self, problem: BrailleNameProblem) -> String {
        match problem {
            BrailleNameProblem::Empty => self.braille_empty.to_owned(),
            BrailleNameProblem::TooLong { count } => {
                self.braille_too_long(BrailleName::MOST, count)
            }
            BrailleNameProblem::Character(letter) => self.braille_character(letter),
            BrailleNameProblem::Control(_) => self.braille_unseen.to_owned(),
            BrailleNameProblem::Mark(mark) => self.braille_mark(mark),
        }
    }
}
