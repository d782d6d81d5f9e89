//! The paper application forms (交付申請書): reading the office's list of them,
//! and printing them.

mod document;
mod import;
mod layout;
mod limits;
mod list_text;
mod page;
mod pdf_canvas;
mod problem;
pub mod qr;
mod sheet;
mod typeface;

pub use document::pdf;
pub use import::{Import, Row, read as read_import};
pub use limits::{FILE_LIMIT, LINE_LIMIT, PROBLEMS_LIMIT, SHEETS_LIMIT};
pub use problem::{LineProblem, Problem};
pub use sheet::{Sheet, SheetError};
