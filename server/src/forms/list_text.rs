//! From the bytes of a list to its lines.

use std::borrow::Cow;
use std::io::Read;

use encoding_rs::SHIFT_JIS;

use super::limits::{FILE_LIMIT, LINE_LIMIT};
use super::problem::{LineProblem, Problem};

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// What DOS and the host computers of offices end a file with.
const SUBSTITUTE: u8 = 0x1A;

/// Reads all of the list as text.
pub(super) fn read(input: impl Read) -> Result<String, LineProblem> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(FILE_LIMIT)
        .unwrap_or(u64::MAX)
        .saturating_add(1);
    let read = input.take(limit).read_to_end(&mut bytes);
    if let Err(error) = read {
        return Err(LineProblem {
            line: line_at(&bytes),
            problem: Problem::Unreadable(error.kind()),
        });
    }
    if bytes.len() > FILE_LIMIT {
        return Err(LineProblem {
            line: line_at(&bytes),
            problem: Problem::FileTooLarge,
        });
    }
    decoded(&bytes).map(Cow::into_owned)
}

/// Every line with its number, counted from 1. Lines end as on any system, also
/// by a carriage return alone. A quoted cell with a line end in it goes on to the line where
/// its quotation ends, if that comes within [`LINE_LIMIT`]: an open quotation mark takes no
/// more with it than its own line.
pub(super) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut rest = Some(text);
    let mut line = 1;
    std::iter::from_fn(move || {
        let text = rest?;
        let (whole, ends, behind) = quoted_line(text).unwrap_or_else(|| {
            let (one, behind) = first_line(text);
            (one, 1, behind)
        });
        let began = line;
        line += ends;
        rest = behind;
        Some((began, whole))
    })
}

/// The first line, and what is behind its end.
fn first_line(text: &str) -> (&str, Option<&str>) {
    let Some(end) = text.find(['\n', '\r']) else {
        return (text, None);
    };
    let (line, behind) = text.split_at(end);
    let behind = behind
        .strip_prefix("\r\n")
        .or_else(|| behind.get(1..))
        .unwrap_or_default();
    (line, Some(behind))
}

/// The first line and those its quotation goes on to, how many these are, and what is behind
/// them. None where the first line is whole by itself, or no end comes soon enough.
fn quoted_line(text: &str) -> Option<(&str, usize, Option<&str>)> {
    let (first, mut behind) = first_line(text);
    let is_open = |line: &str| line.matches('"').count() % 2 == 1;
    let mut open = is_open(first);
    if !open {
        return None;
    }
    let mut ends = 1;
    while open {
        let (next, after) = first_line(behind?);
        open ^= is_open(next);
        ends += 1;
        behind = after;
        if text.len() - behind.map_or(0, str::len) > LINE_LIMIT {
            return None;
        }
    }
    let length = text.len() - behind.map_or(0, str::len);
    let whole = text.get(..length)?;
    let whole = if behind.is_some() {
        whole.trim_end_matches(['\r', '\n'])
    } else {
        whole
    };
    Some((whole, ends, behind))
}

/// The text without the marks around it that programs add: byte order marks, also several,
/// and the end of file of old ones.
fn unmarked(bytes: &[u8]) -> (&[u8], bool) {
    let mut body = bytes;
    while let Some(rest) = body.strip_prefix(BYTE_ORDER_MARK) {
        body = rest;
    }
    let is_marked = body.len() < bytes.len();
    while let Some((&SUBSTITUTE, rest)) = body.split_last() {
        body = rest;
    }
    (body, is_marked)
}

fn decoded(bytes: &[u8]) -> Result<Cow<'_, str>, LineProblem> {
    let (body, is_marked) = unmarked(bytes);
    let error = match str::from_utf8(body) {
        Ok(text) => return Ok(Cow::Borrowed(text)),
        Err(error) => error,
    };
    let shift_jis = || SHIFT_JIS.decode_without_bom_handling_and_without_replacement(body);
    if !is_marked && let Some(text) = shift_jis() {
        return Ok(text);
    }
    let good = body.get(..error.valid_up_to()).unwrap_or_default();
    Err(LineProblem {
        line: line_at(good),
        problem: Problem::Encoding,
    })
}

/// The line after these bytes.
fn line_at(bytes: &[u8]) -> usize {
    bytes.split(|byte| *byte == b'\n').count()
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::*;
    use crate::lossless::wide;

    #[test]
    fn a_file_of_exactly_the_limit_is_read_and_one_byte_more_is_not() {
        assert_eq!(
            read(io::repeat(b'\n').take(wide(FILE_LIMIT))).map(|text| text.len()),
            Ok(FILE_LIMIT)
        );
        let problem = read(io::repeat(b'1').take(wide(FILE_LIMIT) + 1)).unwrap_err();
        assert_eq!(
            problem,
            LineProblem {
                line: 1,
                problem: Problem::FileTooLarge
            }
        );
    }

    #[test]
    fn an_endless_file_is_given_up() {
        assert_eq!(
            read(io::repeat(b'1')).unwrap_err().problem,
            Problem::FileTooLarge
        );
    }

    #[test]
    fn a_text_in_another_encoding_is_refused_at_its_line() {
        let utf_16: Vec<u8> = "申請書".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let utf_16 = [&[0xFF, 0xFE], utf_16.as_slice()].concat();
        let broken = b"123,1998-03-27\n123,\xFF\xFF\n".to_vec();
        let marked = b"\xEF\xBB\xBFa\nb\n\x8C\x8E".to_vec();
        for (bytes, line) in [(utf_16, 1), (broken, 2), (marked, 3)] {
            let problem = read(bytes.as_slice()).unwrap_err();
            assert_eq!(
                problem,
                LineProblem {
                    line,
                    problem: Problem::Encoding
                }
            );
        }
    }

    #[test]
    fn a_file_that_breaks_off_is_named_at_its_line() {
        struct Breaks;
        impl io::Read for Breaks {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(io::ErrorKind::ConnectionReset.into())
            }
        }
        let problem = read(b"a\nb\n".as_slice().chain(Breaks)).unwrap_err();
        let expected = Problem::Unreadable(io::ErrorKind::ConnectionReset);
        assert_eq!(
            problem,
            LineProblem {
                line: 3,
                problem: expected
            }
        );
    }

    #[test]
    fn lines_are_counted_from_one_whatever_ends_them() {
        let all: Vec<_> = lines("a\nb\r\n\rc").collect();
        assert_eq!(all, [(1, "a"), (2, "b"), (3, ""), (4, "c")]);
    }
}
