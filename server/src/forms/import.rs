//! Reading the office's list of application forms: application ID and birth date,
//! one form a line.

use std::collections::HashSet;
use std::collections::hash_map::{Entry, HashMap};
use std::io::Read;

use rules::{ApplicationId, BirthDate, CivilDate};

use super::limits::{LINE_LIMIT, PROBLEMS_LIMIT};
use super::list_text;
use super::problem::{LineProblem, Problem};

/// Names a first line may give its two columns, in lower case.
const HEADERS: [[&str; 2]; 3] = [
    ["申請書id", "生年月日"],
    ["申請書ｉｄ", "生年月日"],
    ["application_id", "birth_date"],
];

/// What was read. With any problem the list should be mended, not half taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// Every application ID once, in the order of the file. An ID whose lines
    /// contradict each other is not among them.
    pub rows: Vec<Row>,
    /// In the order of the file.
    pub problems: Vec<LineProblem>,
}

/// One application form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Line it was first read from, counted from 1.
    pub line: usize,
    /// The ID printed on the form.
    pub id: ApplicationId,
    /// The person's birth date as the office knows it.
    pub birth_date: BirthDate,
}

/// Reads a list of forms.
///
/// Two columns divided by a comma: application ID, birth date in any form
/// [`BirthDate::parse`] takes, also partly unknown (`1921-00-00`). A first line
/// with the names of the columns (`申請書ID,生年月日` or
/// `application_id,birth_date`) and empty lines are passed over. The text may be
/// UTF-8, with or without a byte order mark, or `Shift_JIS`, as spreadsheets save
/// it. At most [`FILE_LIMIT`](super::FILE_LIMIT) bytes, and [`LINE_LIMIT`] bytes a line.
///
/// A form listed twice with the same birth date counts once.
pub fn read(input: impl Read, today: CivilDate) -> Import {
    match list_text::read(input) {
        Ok(text) => Reading::new(today).whole(&text),
        Err(problem) => Import {
            rows: Vec::new(),
            problems: vec![problem],
        },
    }
}

struct Reading {
    today: CivilDate,
    rows: Vec<Row>,
    /// Index in `rows` of each application ID.
    places: HashMap<ApplicationId, usize>,
    contradicted: HashSet<ApplicationId>,
    problems: Vec<LineProblem>,
}

impl Reading {
    fn new(today: CivilDate) -> Self {
        Self {
            today,
            rows: Vec::new(),
            places: HashMap::new(),
            contradicted: HashSet::new(),
            problems: Vec::new(),
        }
    }

    fn whole(mut self, text: &str) -> Import {
        let mut first = true;
        for (line, text) in list_text::lines(text) {
            let read = self.line(line, text, first);
            first = first && matches!(read, Ok(false));
            if let Err(problem) = read {
                self.problems.push(LineProblem { line, problem });
            }
            if self.problems.len() >= PROBLEMS_LIMIT {
                self.problems.push(LineProblem {
                    line,
                    problem: Problem::TooMany,
                });
                break;
            }
        }
        let Self {
            mut rows,
            contradicted,
            problems,
            ..
        } = self;
        rows.retain(|row| !contradicted.contains(&row.id));
        Import { rows, problems }
    }

    /// Reads one line; tells whether anything stood on it.
    fn line(&mut self, line: usize, text: &str, first: bool) -> Result<bool, Problem> {
        if text.trim().is_empty() {
            return Ok(false);
        }
        if text.len() > LINE_LIMIT {
            return Err(Problem::LineTooLong(text.len()));
        }
        let fields = fields(text)?;
        if fields.is_empty() {
            return Ok(false);
        }
        let [id, birth_date] = fields.as_slice() else {
            return Err(Problem::Columns(fields.len()));
        };
        if !(first && is_header(id, birth_date)) {
            let row = self.row(line, id, birth_date)?;
            self.take(row)?;
        }
        Ok(true)
    }

    fn row(&self, line: usize, id: &str, birth_date: &str) -> Result<Row, Problem> {
        if is_rounded(id) {
            return Err(Problem::RoundedId);
        }
        let id = ApplicationId::parse(id).map_err(Problem::ApplicationId)?;
        if has_lost_digits(&id) {
            return Err(Problem::LostDigits);
        }
        let birth_date = BirthDate::parse(birth_date, self.today).map_err(Problem::birth_date)?;
        Ok(Row {
            line,
            id,
            birth_date,
        })
    }

    /// Takes the row, unless its ID was there before.
    fn take(&mut self, row: Row) -> Result<(), Problem> {
        match self.places.entry(row.id.clone()) {
            Entry::Vacant(vacant) => {
                vacant.insert(self.rows.len());
                self.rows.push(row);
                Ok(())
            }
            Entry::Occupied(place) => match self.rows.get(*place.get()) {
                Some(before) if before.birth_date != row.birth_date => {
                    // Nobody can tell here which of the two is right.
                    self.contradicted.insert(row.id);
                    Err(Problem::OtherBirthDate { first: before.line })
                }
                _ => Ok(()),
            },
        }
    }
}

/// The fields of a line without blanks around them and empty ones behind them.
fn fields(line: &str) -> Result<Vec<String>, Problem> {
    let mut fields: Vec<String> = if line.contains('"') {
        quoted(line)?
            .iter()
            .map(unwrapped)
            .map(str::to_owned)
            .collect()
    } else {
        line.split(',').map(str::trim).map(str::to_owned).collect()
    };
    while fields.last().is_some_and(String::is_empty) {
        fields.pop();
    }
    Ok(fields)
}

/// A line with quotation marks. Making a reader for each line takes longer than all
/// the rest, so plain lines do without; one for the whole file would let an open
/// quotation mark swallow all lines behind it.
fn quoted(line: &str) -> Result<csv::StringRecord, Problem> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .buffer_capacity(LINE_LIMIT)
        .from_reader(line.as_bytes());
    let record = reader
        .records()
        .next()
        .transpose()
        .map_err(|_| Problem::Columns(0))?;
    Ok(record.unwrap_or_default())
}

/// The text itself: `="0123"` is how a list keeps a spreadsheet from taking digits
/// for a number.
fn unwrapped(field: &str) -> &str {
    let field = field.trim();
    field
        .strip_prefix("=\"")
        .and_then(|text| text.strip_suffix('"'))
        .unwrap_or(field)
        .trim()
}

fn is_header(id: &str, birth_date: &str) -> bool {
    HEADERS.contains(&[
        id.to_lowercase().as_str(),
        birth_date.to_lowercase().as_str(),
    ])
}

/// A spreadsheet took the digits for a number and rounded it: `1.23457E+22`.
fn is_rounded(id: &str) -> bool {
    id.contains(['e', 'E']) && id.parse::<f64>().is_ok()
}

/// Digits that a number in a spreadsheet keeps; it writes zeros for the others.
const SPREADSHEET_DIGITS: usize = 15;

/// Whether a program took the ID for a number and gave back one near it: with zeros in the
/// place of the last digits, or the nearest binary number (IEEE 754). Of a hundred million
/// IDs that were not, one is refused.
fn has_lost_digits(id: &ApplicationId) -> bool {
    let digits = id.as_str();
    let (kept, lost) = digits.split_at(SPREADSHEET_DIGITS);
    let is_number = kept.bytes().any(|digit| digit != b'0');
    let is_cut = is_number && lost.bytes().all(|digit| digit == b'0');
    is_cut || is_binary(digits)
}

/// Whether this is a number that a double holds exactly, and one too large to be so by nature.
fn is_binary(digits: &str) -> bool {
    let Ok(number) = digits.parse::<u128>() else {
        return false;
    };
    let spare = (u128::BITS - number.leading_zeros()).saturating_sub(f64::MANTISSA_DIGITS);
    // Fewer bits are zero by random too often.
    spare >= LEAST_LOST_BITS && number.trailing_zeros() >= spare
}

/// Bits lost of a number of 22 digits.
const LEAST_LOST_BITS: u32 = 18;

#[cfg(test)]
mod tests;
