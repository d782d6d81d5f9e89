//! How much is read and printed at once.

/// Bytes a list may have: some 400,000 forms.
pub const FILE_LIMIT: usize = 16 * 1024 * 1024;

/// Bytes a line may have, as UTF-8; an ordinary one has 35 to 60.
pub const LINE_LIMIT: usize = 1_024;

/// After this many problems the rest of the file is not read.
pub const PROBLEMS_LIMIT: usize = 1_000;

/// Pages in one file at most: the whole file is built in memory, some 7 kB a page.
pub const SHEETS_LIMIT: usize = 5_000;

/// Lines the office may take on a sheet.
pub(super) const OFFICE_LINES: usize = 4;
