//! Lists as offices send them.

use std::fmt::Write;

use proptest::prelude::*;

use super::*;

const FIRST: &str = "12345678901234567890123";
const SECOND: &str = "00000000000000000000042";

fn today() -> CivilDate {
    CivilDate::new(2026, 11, 22).unwrap()
}

fn import(text: &str) -> Import {
    read(text.as_bytes(), today())
}

/// Line, ID and birth date of each row, of a list without problems.
fn rows(bytes: &[u8]) -> Vec<(usize, String, String)> {
    let Import { rows, problems } = read(bytes, today());
    assert_eq!(problems, []);
    rows.into_iter()
        .map(|row| (row.line, row.id.as_str().to_owned(), row.birth_date.iso()))
        .collect()
}

fn row(line: usize, id: &str, birth_date: &str) -> (usize, String, String) {
    (line, id.to_owned(), birth_date.to_owned())
}

fn only_problem(text: &str) -> (usize, Problem) {
    let Import { problems, .. } = import(text);
    let [LineProblem { line, problem }] = problems.as_slice() else {
        panic!("one problem expected: {problems:?}");
    };
    (*line, *problem)
}

#[test]
fn a_list_without_a_header_is_read_from_its_first_line() {
    let read = rows(format!("{FIRST},1998-03-27\n{SECOND},2001-01-01\n").as_bytes());
    assert_eq!(
        read,
        [row(1, FIRST, "1998-03-27"), row(2, SECOND, "2001-01-01")]
    );
}

#[test]
fn a_header_in_either_language_is_passed_over() {
    for header in [
        "申請書ID,生年月日",
        "申請書ＩＤ,生年月日",
        "application_id,birth_date",
        "Application_ID, Birth_Date",
        "\"申請書ID\",\"生年月日\"",
        "\n,\n申請書ID,生年月日",
    ] {
        let read = rows(format!("{header}\n{FIRST},1998-03-27\n").as_bytes());
        assert_eq!(read.len(), 1, "{header}");
    }
}

#[test]
fn a_header_further_down_is_no_header() {
    let (line, problem) = only_problem(&format!("{FIRST},1998-03-27\n申請書ID,生年月日\n"));
    assert_eq!(line, 2);
    assert!(matches!(problem, Problem::ApplicationId(_)));
}

#[test]
fn birth_dates_are_read_in_all_forms_the_register_has() {
    for (written, iso) in [
        ("1998-03-27", "1998-03-27"),
        ("1998/3/27", "1998-03-27"),
        ("平成10年3月27日", "1998-03-27"),
        ("H10.03.27", "1998-03-27"),
        ("1921-00-00", "1921-00-00"),
        ("1935-A1-00", "1935-A1-00"),
        ("1935-03-A1", "1935-03-A1"),
        ("大正10年月日不詳", "1921-00-00"),
    ] {
        let read = rows(format!("{FIRST},{written}").as_bytes());
        assert_eq!(read, [row(1, FIRST, iso)], "{written}");
    }
}

#[test]
fn utf_8_with_a_byte_order_mark_and_shift_jis_give_the_same() {
    let text = format!("申請書ID,生年月日\r\n{FIRST},昭和64年1月7日\r\n");
    let expected = [row(2, FIRST, "1989-01-07")];
    assert_eq!(rows(text.as_bytes()), expected);
    assert_eq!(rows(format!("\u{FEFF}{text}").as_bytes()), expected);
    let (shift_jis, _, lost) = encoding_rs::SHIFT_JIS.encode(&text);
    assert!(!lost);
    assert!(str::from_utf8(&shift_jis).is_err());
    assert_eq!(rows(&shift_jis), expected);
}

#[test]
fn lines_may_end_as_on_windows_unix_or_an_old_mac() {
    for end in ["\n", "\r\n", "\r"] {
        let text = format!("{FIRST},1998-03-27{end}{end}{SECOND},2001-01-01");
        let expected = [row(1, FIRST, "1998-03-27"), row(3, SECOND, "2001-01-01")];
        assert_eq!(rows(text.as_bytes()), expected, "{end:?}");
    }
}

#[test]
fn ids_are_read_grouped_quoted_and_as_spreadsheets_protect_them() {
    for id in [
        "1234 5678 9012 3456 7890 123",
        "1234-5678-9012-3456-7890-123",
        "\"12345678901234567890123\"",
        "\"=\"\"12345678901234567890123\"\"\"",
        "=\"12345678901234567890123\"",
        "１２３４５６７８９０１２３４５６７８９０１２３",
    ] {
        let read = rows(format!("{id},1998-03-27,,").as_bytes());
        assert_eq!(read, [row(1, FIRST, "1998-03-27")], "{id}");
    }
}

#[test]
fn an_id_whose_last_digits_a_program_lost_is_refused() {
    for lost in [
        "12345678901234500000000",
        "98765432109876500000000",
        // What a binary number makes of 98765432109876543210981 and its neighbours.
        "98765432109876536934400",
        "12345678901234567741440",
        "99999999999999991611392",
    ] {
        let problem = only_problem(&format!("{lost},1998-03-27"));
        assert_eq!(problem, (1, Problem::LostDigits), "{lost}");
    }
    for whole in [
        SECOND,
        "12345678901234500000001",
        "10000000000000000000001",
        "00000000000000000000000",
        "98765432109876543210981",
        "00009007199254740992000",
    ] {
        let Import { rows, problems } = import(&format!("{whole},1998-03-27"));
        assert_eq!((rows.len(), problems), (1, Vec::new()), "{whole}");
    }
}

#[test]
fn what_programs_put_around_a_list_is_no_part_of_it() {
    let line = format!("{FIRST},1998-03-27\r\n");
    let marked = ["\u{feff}\u{feff}", &line].concat();
    let ended = [&line, "\u{1a}"].concat();
    let both = ["\u{feff}", &line, "\u{1a}\u{1a}"].concat();
    for list in [marked, ended, both] {
        assert_eq!(
            rows(list.as_bytes()),
            [row(1, FIRST, "1998-03-27")],
            "{list:?}"
        );
    }
    let within = only_problem(&format!(
        "{FIRST},1998-03-27\n\u{1a}\n{SECOND},2001-01-01\n"
    ));
    assert_eq!(within, (2, Problem::Columns(1)));
}

#[test]
fn a_quoted_cell_may_have_a_line_end_in_it() {
    let list = format!("\"{FIRST}\n\",\"1998-03-27\"\r\n\"{SECOND}\",\"\r\n2001-01-01\"\n");
    let read = rows(list.as_bytes());
    assert_eq!(
        read,
        [row(1, FIRST, "1998-03-27"), row(3, SECOND, "2001-01-01")]
    );
}

#[test]
fn an_open_quotation_mark_takes_nothing_but_its_own_line() {
    let more = format!("{SECOND},2001-01-01\n").repeat(60);
    let Import { rows, problems } = import(&format!("\"{FIRST},1998-03-27\n{more}"));
    assert_eq!((rows.len(), rows[0].line), (1, 2));
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].line, 1);
}

#[test]
fn an_id_that_a_spreadsheet_rounded_is_named_as_such() {
    let rounded = only_problem("1.23457E+22,1998-03-27");
    assert_eq!(rounded, (1, Problem::RoundedId));
}

#[test]
fn the_same_form_twice_counts_once_even_if_written_differently() {
    let text = format!("{FIRST},1998-03-27\n1234 {},平成10年3月27日\n", &FIRST[4..]);
    assert_eq!(rows(text.as_bytes()), [row(1, FIRST, "1998-03-27")]);
}

#[test]
fn two_birth_dates_for_one_id_are_a_problem_and_neither_is_taken() {
    let text = format!("{FIRST},1998-03-27\n{SECOND},2001-01-01\n{FIRST},1998-03-28\n");
    let import = import(&text);
    let problem = Problem::OtherBirthDate { first: 1 };
    assert_eq!(import.problems, [LineProblem { line: 3, problem }]);
    let ids: Vec<_> = import.rows.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(ids, [SECOND]);
}

#[test]
fn every_wrong_line_is_named_and_the_right_ones_are_read() {
    let text = format!(
        "申請書ID,生年月日\n123,1998-03-27\n{FIRST},1998-02-30\n{FIRST}\n\n{SECOND},1998-03-27,x\n{SECOND},2001-01-01\n"
    );
    let Import { rows, problems } = import(&text);
    let found: Vec<_> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [
            "line 2: the application ID has 3 digits; it must have 23",
            "line 3: the birth date is no day of the calendar",
            "line 4: two columns are needed (application ID, birth date), not 1",
            "line 6: two columns are needed (application ID, birth date), not 3",
        ]
    );
    assert_eq!(rows.len(), 1);
}

#[test]
fn an_open_quotation_mark_spoils_its_own_line_only() {
    let text = format!("\"{FIRST},1998-03-27\n{SECOND},2001-01-01\n");
    let Import { rows, problems } = import(&text);
    assert_eq!(
        problems,
        [LineProblem {
            line: 1,
            problem: Problem::Columns(1)
        }]
    );
    assert_eq!(rows.len(), 1);
}

#[test]
fn no_problem_tells_a_birth_date_or_an_id() {
    for birth_date in [
        "1998-02-30",
        "平成31年5月1日",
        "2027-01-01",
        "1801-05-05",
        "98/3/27",
    ] {
        let Import { problems, .. } = import(&format!("{FIRST},{birth_date}"));
        let told = format!("{problems:?} {}", problems[0]);
        for part in [
            "1998", "2019", "2027", "1801", "98", "31", "30", "令和", "567890",
        ] {
            // The example in the words for a date that cannot be read.
            let told = told.replace("1998-03-27", "");
            assert!(!told.contains(part), "{told} tells {part}");
        }
    }
}

#[test]
fn a_line_is_read_up_to_the_limit_and_not_beyond() {
    let ordinary = format!("{FIRST},1998-03-27");
    let filled = |bytes: usize| format!("{ordinary}{}", " ".repeat(bytes - ordinary.len()));
    assert_eq!(import(&filled(LINE_LIMIT)).problems, []);
    let beyond = only_problem(&filled(LINE_LIMIT + 1));
    assert_eq!(beyond, (1, Problem::LineTooLong(LINE_LIMIT + 1)));
}

#[test]
fn after_the_limit_of_problems_the_rest_is_not_read() {
    let text = format!("{}{FIRST},1998-03-27\n", "x,y\n".repeat(PROBLEMS_LIMIT));
    let Import { rows, problems } = import(&text);
    assert_eq!(problems.len(), PROBLEMS_LIMIT + 1);
    assert_eq!(problems.last().unwrap().problem, Problem::TooMany);
    assert_eq!(rows, []);
}

#[test]
fn an_empty_list_has_neither_rows_nor_problems() {
    for text in ["", "\n\n", "申請書ID,生年月日\n", "\u{FEFF}"] {
        assert_eq!(
            import(text),
            Import {
                rows: vec![],
                problems: vec![]
            },
            "{text:?}"
        );
    }
}

proptest! {
    #[test]
    fn any_bytes_are_read_without_a_fault(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let lines = bytes.split(|byte| matches!(byte, b'\n' | b'\r')).count();
        let Import { rows, problems } = read(bytes.as_slice(), today());
        prop_assert!(problems.iter().all(|problem| (1..=lines).contains(&problem.line)));
        prop_assert!(rows.len() <= lines);
    }

    #[test]
    fn what_is_written_as_a_list_is_read_back(
        list in proptest::collection::btree_map("[0-9]{23}", (1930_i16..2026, 1_u8..=12, 1_u8..=28), 0..9)
    ) {
        let mut text = String::from("application_id,birth_date\n");
        let mut expected = Vec::new();
        for (id, (year, month, day)) in list {
            let birth_date = format!("{year:04}-{month:02}-{day:02}");
            writeln!(text, "{id},{birth_date}").unwrap();
            expected.push(row(expected.len() + 2, &id, &birth_date));
        }
        let quoted = format!("\"{}\"", text.trim().replace(',', "\",\"").replace('\n', "\"\n\""));
        prop_assert_eq!(&rows(quoted.as_bytes()), &expected);
        prop_assert_eq!(rows(text.as_bytes()), expected);
    }
}
