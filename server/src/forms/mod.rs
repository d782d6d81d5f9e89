//! The paper application forms (交付申請書): reading the office's list of them,
//! and printing them.

mod import;
mod layout;
mod list_text;
mod page;
mod pen;
mod problem;
pub mod qr;
mod sheet;
mod typeface;

pub use import::{Import, PROBLEMS_LIMIT, Row, read as read_import};
pub use list_text::{FILE_LIMIT, LINE_LIMIT};
pub use problem::{LineProblem, Problem};
pub use sheet::{SHEETS_LIMIT, Sheet, SheetError, pdf};
