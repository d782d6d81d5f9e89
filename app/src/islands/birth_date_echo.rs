//! The birth date, read back as it is typed.

use leptos::prelude::*;

/// The line under the date's controls (`birth-era`, `birth-year`, `birth-month`,
/// `birth-day`) that reads a whole date back in both calendars, with the age.
///
/// Without scripting the line stays empty; the review shows the same words.
#[cfg(feature = "ssr")]
#[component]
pub fn BirthDateEcho(
    /// Today in Japan.
    today: rules::CivilDate,
) -> impl IntoView {
    view! {
        <p class="c-date__echo" id="birth-date-echo" role="status" data-today=today.to_string()></p>
        <ReadBirthDateBack />
    }
}

/// Listens to the controls.
#[island]
fn ReadBirthDateBack() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    reading::begin();
}

#[cfg(feature = "hydrate")]
mod reading {
    use std::cell::Cell;
    use std::rc::Rc;

    use rules::{BirthDate, BirthDateFields, CivilDate};
    use web_sys::Element;

    use super::echo;
    use crate::browser::page;

    const CONTROLS: [&str; 4] = ["birth-era", "birth-year", "birth-month", "birth-day"];
    const LAST_CONTROL: &str = "birth-day";
    const ECHO: &str = "birth-date-echo";

    /// Begins to listen, and reads what is there already.
    pub(super) fn begin() -> Option<()> {
        let today = page::element::<Element>(ECHO)?.get_attribute("data-today")?;
        let today: CivilDate = today.parse().ok()?;
        let is_left = Rc::new(Cell::new(false));
        for id in CONTROLS {
            let control = page::element::<Element>(id)?;
            for event in ["input", "change"] {
                let is_left = Rc::clone(&is_left);
                page::listen(&control, event, move |_| read_back(today, is_left.get()));
            }
        }
        page::listen(&page::element::<Element>(LAST_CONTROL)?, "blur", move |_| {
            is_left.set(true);
            read_back(today, true);
        });
        read_back(today, false);
        Some(())
    }

    fn read_back(today: CivilDate, is_left: bool) {
        let [era, year, month, day] = CONTROLS.map(page::value);
        let fields = BirthDateFields { era, year, month, day };
        let words = echo(BirthDate::read(&fields, today), today, is_left);
        page::say(ECHO, &words);
    }
}

/// What the line says. `is_left`: the last control has been left once, so that the
/// applicant thinks the date is whole.
#[cfg(any(feature = "hydrate", test))]
fn echo(
    read: Result<rules::BirthDate, rules::BirthDateProblem>,
    today: rules::CivilDate,
    is_left: bool,
) -> String {
    use crate::text::islands;

    match read {
        Ok(date) => islands::birth_date(&date, today),
        Err(problem) if is_left => {
            problem.suggestion().map(|meant| islands::meant(&meant)).unwrap_or_default()
        }
        Err(_) => String::new(),
    }
}
