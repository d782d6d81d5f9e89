//! The birth date, read back as it is typed.

use leptos::prelude::*;

#[cfg(any(feature = "hydrate", test))]
use crate::dates::DateWords;

/// The line under the date's controls (`birth-era`, `birth-year`, `birth-month`,
/// `birth-day`) that reads a whole date back in both calendars, with the age.
///
/// A date outside its era is answered with the one that was most likely meant and a
/// button that puts it into the controls. Without scripting the line stays empty:
/// the review shows the same words, and the refusal has a button of its own.
#[cfg(feature = "ssr")]
#[component]
pub fn BirthDateEcho(
    /// Today in Japan.
    today: rules::CivilDate,
) -> impl IntoView {
    let words = crate::words::words();
    let dates = words.calendar.dates().attribute();
    view! {
        <p class="c-date__echo" id="birth-date-echo" role="status" data-today=today.to_string() data-words=dates></p>
        <button class="c-button" data-kind="second" type="button" id="birth-date-apply" hidden>
            {words.frame.birth_date_apply}
        </button>
        <ReadBirthDateBack />
    }
}

/// Listens to the controls.
#[island]
fn ReadBirthDateBack() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    crate::browser::started!(read_birth_date_back());
}

#[cfg(feature = "hydrate")]
crate::browser::apart! {
    read_birth_date_back() {
        // Without the date's controls there is nothing to read.
        let _ = reading::begin();
    }
}

#[cfg(feature = "hydrate")]
mod reading {
    use std::cell::Cell;
    use std::rc::Rc;

    use rules::{BirthDate, BirthDateFields, BirthDateProblem, CivilDate};

    use super::echo;
    use crate::browser::page;
    use crate::dates::DateWords;

    const CONTROLS: [&str; 4] = ["birth-era", "birth-year", "birth-month", "birth-day"];
    const BOXES: [&str; 2] = ["birth-month-unknown", "birth-day-unknown"];
    const LAST_CONTROL: &str = "birth-day";
    const ECHO: &str = "birth-date-echo";
    const APPLY: &str = "birth-date-apply";

    /// Begins to listen, and reads what is there already.
    pub(super) fn begin() -> Option<()> {
        let today = page::element(ECHO)?.get_attribute("data-today")?;
        let today: CivilDate = today.parse().ok()?;
        let is_left = Rc::new(Cell::new(false));
        for id in CONTROLS.into_iter().chain(BOXES) {
            let control = page::element(id)?;
            for event in ["input", "change"] {
                let is_left = Rc::clone(&is_left);
                page::listen(&control, event, move |_| read_back(today, is_left.get()));
            }
        }
        page::listen(page::element(LAST_CONTROL)?.as_ref(), "blur", move |_| {
            is_left.set(true);
            read_back(today, true);
        });
        page::listen(page::element(APPLY)?.as_ref(), "click", move |_| {
            apply(today);
        });
        read_back(today, false);
        Some(())
    }

    fn typed(today: CivilDate) -> Result<BirthDate, BirthDateProblem> {
        let [era, year, month, day] = CONTROLS.map(page::value);
        let [month_unknown, day_unknown] = BOXES.map(page::is_ticked);
        let fields = BirthDateFields {
            era,
            year,
            month,
            day,
            month_unknown,
            day_unknown,
        };
        BirthDate::read(&fields, today)
    }

    fn read_back(today: CivilDate, is_left: bool) {
        let read = typed(today);
        let is_offered = is_left && read.is_err_and(|problem| problem.suggestion().is_some());
        let words = page::element(ECHO).and_then(|echo| echo.get_attribute("data-words"));
        let words = words.unwrap_or_default();
        page::say(ECHO, &echo(&DateWords::read(words), read, today, is_left));
        page::show(APPLY, is_offered);
    }

    /// Puts the date that was most likely meant into the controls. The button goes, so
    /// the focus does too.
    fn apply(today: CivilDate) {
        let Err(Some(meant)) = typed(today).map_err(BirthDateProblem::suggestion) else {
            return;
        };
        let fields = meant.fields();
        let values = [fields.era, fields.year, fields.month, fields.day];
        for (id, value) in CONTROLS.into_iter().zip(values) {
            page::set_value(id, &value);
        }
        page::focus(LAST_CONTROL);
        read_back(today, true);
    }
}

/// What the line says. `is_left`: the last control has been left once, so that the
/// applicant thinks the date is whole. A date outside its era is answered with the
/// one that was most likely meant; other problems are named when the form is sent.
#[cfg(any(feature = "hydrate", test))]
fn echo(
    words: &DateWords,
    read: Result<rules::BirthDate, rules::BirthDateProblem>,
    today: rules::CivilDate,
    is_left: bool,
) -> String {
    match read {
        Ok(date) => words.with_age(date, today),
        Err(problem) if is_left => problem
            .suggestion()
            .map(|meant| words.meant(meant))
            .unwrap_or_default(),
        Err(_) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rules::{BirthDate, BirthDateFields, CivilDate};

    fn said(era: &str, year: &str, month: &str, day: &str, is_left: bool) -> String {
        let today = CivilDate::new(2026, 11, 22).unwrap();
        let [era, year, month, day] = [era, year, month, day].map(ToOwned::to_owned);
        let fields = BirthDateFields {
            era,
            year,
            month,
            day,
            ..BirthDateFields::default()
        };
        let words = crate::words::words().calendar.dates().attribute();
        echo(
            &DateWords::read(words),
            BirthDate::read(&fields, today),
            today,
            is_left,
        )
    }

    #[test]
    fn a_whole_date_is_read_back_at_once() {
        let words = "平成10年3月27日（1998年3月27日）、満28歳";
        assert_eq!(said("H", "10", "3", "27", false), words);
        assert_eq!(said("", "平成10年3月27日", "", "", false), words);
        assert_eq!(said("AD", "１９９８", "3", "27", true), words);
    }

    #[test]
    fn an_unfinished_date_is_never_complained_about() {
        for is_left in [false, true] {
            assert_eq!(said("", "", "", "", is_left), "");
            assert_eq!(said("H", "10", "", "", is_left), "");
            assert_eq!(said("H", "10", "13", "1", is_left), "");
        }
    }

    #[test]
    fn a_date_outside_its_era_is_mended_when_the_last_box_is_left() {
        assert_eq!(said("S", "64", "1", "8", false), "");
        assert_eq!(
            said("S", "64", "1", "8", true),
            "平成元年1月8日のことではありませんか。"
        );
    }
}
