//! JSON lines in, JSON lines out: each is answered before the next is waited for.

use std::io::{self, BufRead, BufReader, BufWriter, ErrorKind, Read, Write};

use serde::Serialize;
use serde_json::Value;

use super::MOST_BYTES;
use super::asked::{Asked, Malformed};
use super::verdict::Verdict;

use crate::lossless::wide;

/// The answer to a line.
#[derive(Serialize)]
struct Answer {
    id: Value,
    #[serde(flatten)]
    verdict: Verdict,
}

/// The answer to a line that is not of the form.
#[derive(Serialize)]
struct Refusal {
    #[serde(skip_serializing_if = "Value::is_null")]
    id: Value,
    line: u64,
    err: &'static str,
    reason: &'static str,
}

/// Answers every line that is not blank; tells whether all were of the form. Ends
/// quietly when nobody reads the answers any more (`| head`).
pub(super) fn answer(
    input: impl Read,
    output: impl Write,
    judge: impl Fn(&str) -> Verdict,
) -> io::Result<bool> {
    match each(BufReader::new(input), BufWriter::new(output), judge) {
        Err(fault) if fault.kind() == ErrorKind::BrokenPipe => Ok(true),
        told => told,
    }
}

fn each(
    mut input: BufReader<impl Read>,
    mut output: impl Write,
    judge: impl Fn(&str) -> Verdict,
) -> io::Result<bool> {
    let mut all_fine = true;
    let mut line = Vec::new();
    for number in 1_u64.. {
        line.clear();
        let whole = match next(&mut input, &mut line)? {
            Next::End => break,
            Next::Whole => true,
            Next::TooLong => false,
        };
        let text = without_mark(&line, number).trim_ascii();
        if whole && text.is_empty() {
            continue;
        }
        all_fine &= write_answer(&mut output, text, whole, number, &judge)?;
        // Whoever asks line by line gets the answer before the next question.
        if input.buffer().is_empty() {
            output.flush()?;
        }
    }
    output.flush()?;
    Ok(all_fine)
}

/// Writes the answer; tells whether the line was of the form.
fn write_answer(
    output: &mut impl Write,
    text: &[u8],
    whole: bool,
    number: u64,
    judge: impl Fn(&str) -> Verdict,
) -> io::Result<bool> {
    let read = if whole {
        Asked::read(text)
    } else {
        Err(Malformed::default())
    };
    let fine = read.is_ok();
    match read {
        Ok(asked) => {
            let verdict = judge(&asked.input.0);
            let id = asked.id;
            serde_json::to_writer(&mut *output, &Answer { id, verdict })?;
        }
        Err(Malformed { id }) => serde_json::to_writer(
            &mut *output,
            &Refusal {
                id,
                line: number,
                err: "syntax",
                reason: "malformed",
            },
        )?,
    }
    output.write_all(b"\n")?;
    Ok(fine)
}

enum Next {
    End,
    Whole,
    TooLong,
}

/// Reads a line, and no more of it than [`MOST_BYTES`].
fn next(input: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<Next> {
    let read = input.by_ref().take(MOST_BYTES).read_until(b'\n', line)?;
    if read == 0 {
        return Ok(Next::End);
    }
    if line.ends_with(b"\n") || wide(read) < MOST_BYTES {
        return Ok(Next::Whole);
    }
    input.skip_until(b'\n')?;
    Ok(Next::TooLong)
}

/// The line without the mark some editors put before the first one.
fn without_mark(line: &[u8], number: u64) -> &[u8] {
    let mark = "\u{feff}".as_bytes();
    line.strip_prefix(mark)
        .filter(|_| number == 1)
        .unwrap_or(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a list of lines is answered with, the text itself being the verdict.
    fn answered(input: &[u8]) -> (String, bool) {
        let mut output = Vec::new();
        let echo = |text: &str| Verdict::Ok {
            ok: text.to_owned(),
            suggestion: None,
        };
        let fine = answer(input, &mut output, echo).unwrap();
        (String::from_utf8(output).unwrap(), fine)
    }

    #[test]
    fn each_line_is_answered_in_its_order() {
        let input = "\u{feff}{\"id\":1,\"input\":\"a\"}\r\n\n{\"id\":\"b\",\"input\":\"\"}";
        let told = "{\"id\":1,\"ok\":\"a\"}\n{\"id\":\"b\",\"ok\":\"\"}\n";
        assert_eq!(answered(input.as_bytes()), (told.to_owned(), true));
        assert_eq!(answered(b""), (String::new(), true));
    }

    #[test]
    fn a_malformed_line_is_told_and_the_next_is_answered() {
        let input = b"{\"id\":1}\nx\n\xff\n{\"id\":4,\"input\":\"d\"}\n";
        let told = concat!(
            "{\"id\":1,\"line\":1,\"err\":\"syntax\",\"reason\":\"malformed\"}\n",
            "{\"line\":2,\"err\":\"syntax\",\"reason\":\"malformed\"}\n",
            "{\"line\":3,\"err\":\"syntax\",\"reason\":\"malformed\"}\n",
            "{\"id\":4,\"ok\":\"d\"}\n",
        );
        assert_eq!(answered(input), (told.to_owned(), false));
    }

    #[test]
    fn an_endless_line_is_not_kept_and_the_next_is_answered() {
        let most = usize::try_from(MOST_BYTES).unwrap();
        let mut input = vec![b'x'; most + 5];
        input.extend(b"\n{\"id\":2,\"input\":\"b\"}\n");
        let (told, fine) = answered(&input);
        assert!(!fine && told.ends_with("{\"id\":2,\"ok\":\"b\"}\n"));
        assert_eq!(told.lines().count(), 2);
    }

    #[test]
    fn a_reader_that_went_away_is_no_failure() {
        struct Gone;
        impl Write for Gone {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(ErrorKind::BrokenPipe.into())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let taken = |_: &str| Verdict::Ok {
            ok: String::new(),
            suggestion: None,
        };
        assert!(answer(&b"{\"input\":\"x\"}\n"[..], Gone, taken).unwrap());
    }
}
