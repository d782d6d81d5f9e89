//! The office that runs the portal.

use super::kinds::Line;
use super::section::section;

section! {
    /// The office that runs the portal, as pages and mails name it. Production refuses
    /// the sample values.
    Office {
        /// Its name.
        name: Line = Line::embedded(include_str!("../../letters/ja/office/name.txt"));
        /// Its telephone number.
        phone: Line = Line::embedded(include_str!("../../letters/ja/office/phone.txt"));
        /// When the telephone is answered.
        hours: Line = Line::embedded(include_str!("../../letters/ja/office/hours.txt"));
    }
}
