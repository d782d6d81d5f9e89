//! What is printed on a form, and why it may not be.

use rules::{ApplicationId, Language};

use super::limits::{OFFICE_LINES, SHEETS_LIMIT};

/// What is printed on the form of one person. The office holds no name for an
/// application ID, so none is printed.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// Printed in groups at the top right.
    pub id: ApplicationId,
    /// Address in the QR code, ending in `/` and the application ID. What stands
    /// before that is printed for people at a computer, who type the ID.
    pub address: String,
    /// Name, telephone number and so on of the office, one on each line.
    pub office: String,
    /// In which its words are.
    pub language: Language,
}

/// Why forms cannot be printed. Meant for the operator.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// No sheet was given; a PDF needs a page.
    #[error("there is no form to print")]
    NoSheets,
    /// More sheets than one file may have.
    #[error("{0} forms are too many for one file; print at most {SHEETS_LIMIT} at a time")]
    TooManySheets(usize),
    /// The QR code would lead to the application of another person.
    #[error("the address of a form does not end in its application ID")]
    AddressOfAnotherForm,
    /// The QR code would become too fine to read, or the printed address too long.
    #[error("the address is too long to print ({0} bytes); use a shorter base URL")]
    AddressTooLong(usize),
    /// The office does not fit in its place.
    #[error("the office takes {0} lines on the form; there is room for {limit}", limit = OFFICE_LINES)]
    OfficeTooLong(usize),
    /// The embedded font cannot print this character.
    #[error("the form's font has no character “{shown}” (U+{code:04X}); use another one in the office or the base URL",
        shown = .0.escape_debug(), code = u32::from(*.0))]
    MissingCharacter(char),
    /// The program was built with a damaged font.
    #[error("the embedded font cannot be read")]
    Font,
    /// The PDF library gave up.
    #[error("the PDF cannot be written: {0}")]
    Pdf(String),
}
