//! From the bytes of a list to its lines.

use std::borrow::Cow;
use std::io::Read;

use encoding_rs::SHIFT_JIS;

use super::problem::{LineProblem, Problem};

/// Bytes a list may have: some 400,000 forms.
pub const FILE_LIMIT: usize = 16 * 1024 * 1024;

/// Bytes a line may have, as UTF-8; an ordinary one has 35 to 60.
pub const LINE_LIMIT: usize = 1_024;

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

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
/// by a carriage return alone.
pub(super) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split('\n')
        .flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'))
        .zip(1..)
        .map(|(text, line)| (line, text))
}

fn decoded(bytes: &[u8]) -> Result<Cow<'_, str>, LineProblem> {
    let marked = bytes.strip_prefix(BYTE_ORDER_MARK);
    let body = marked.unwrap_or(bytes);
    let error = match str::from_utf8(body) {
        Ok(text) => return Ok(Cow::Borrowed(text)),
        Err(error) => error,
    };
    let shift_jis = || SHIFT_JIS.decode_without_bom_handling_and_without_replacement(body);
    if marked.is_none()
        && let Some(text) = shift_jis()
    {
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

    #[test]
    fn a_file_of_exactly_the_limit_is_read_and_one_byte_more_is_not() {
        assert_eq!(
            read(io::repeat(b'\n').take(FILE_LIMIT as u64)).map(|text| text.len()),
            Ok(FILE_LIMIT)
        );
        let problem = read(io::repeat(b'1').take(FILE_LIMIT as u64 + 1)).unwrap_err();
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
