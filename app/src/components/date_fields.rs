//! The birth date: era or Western calendar, year, month, day.

use leptos::prelude::*;
use rules::form::{Field, FormProblem, FormProblems, Problem};
use rules::tick::{self, TICKED};
use rules::{BirthDateFields, BirthDateProblem};

use super::disclosure::Disclosure;
use super::field::{FieldParts, anchor, duty_mark};
use crate::flash::Flash;
use crate::typed::PART_OF_DATE;
use crate::words::{Frame, Text, words};

/// Values of the eras, in the order of their names in the catalogue, and of the Western
/// calendar.
const ERAS: [&str; 6] = ["R", "H", "S", "T", "M", "AD"];

/// What was typed into the four controls the last time, and ticked below them.
pub(crate) fn typed_birth_date(flash: &Flash) -> BirthDateFields {
    let value = |part: Part| flash.value(part.name).to_owned();
    BirthDateFields {
        era: value(ERA),
        year: value(YEAR),
        month: value(MONTH),
        day: value(DAY),
        month_unknown: flash.is_chosen(MONTH_UNKNOWN.name, TICKED),
        day_unknown: flash.is_chosen(DAY_UNKNOWN.name, TICKED),
    }
}

/// The controls by name, as they are kept until they are shown again.
pub(crate) fn birth_date_controls(date: &BirthDateFields) -> [(&'static str, String); 6] {
    let tick = |is_ticked| tick::text(is_ticked).to_owned();
    [
        (ERA.name, date.era.clone()),
        (YEAR.name, date.year.clone()),
        (MONTH.name, date.month.clone()),
        (DAY.name, date.day.clone()),
        (MONTH_UNKNOWN.name, tick(date.month_unknown)),
        (DAY_UNKNOWN.name, tick(date.day_unknown)),
    ]
}

/// A birth date in four controls named `era`, `year`, `month` and `day`, with
/// the ids `birth-era`, `birth-year`, `birth-month`, `birth-day`, and two boxes for an
/// unknown part: many phones show a number pad without letters. The children come below them: the island that reads the date back.
#[component]
pub(crate) fn DateFields(
    /// What is asked.
    #[prop(into)]
    legend: String,
    /// How to answer.
    #[prop(into)]
    hint: String,
    /// As typed before.
    values: BirthDateFields,
    /// All problems of the form.
    problems: FormProblems,
    /// What reads the date back as it is typed.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let parts = FieldParts::new(Field::BirthDate, Some(hint), &problems);
    let wrong = WrongParts::of(&problems);
    let unknown = unknown_parts(&values);
    view! {
        <fieldset
            class="c-field c-group"
            data-state=parts.state()
            aria-describedby=parts.described_by()
        >
            <legend class="c-field__label">{legend} {duty_mark(true)}</legend>
            {parts.hint_view()}
            {parts.error_view()}
            <div class="c-date">
                {era_choice(&values.era, &wrong)}
                {part(YEAR, "bday-year", values.year, &wrong)}
                {part(MONTH, "bday-month", values.month, &wrong)}
                {part(DAY, "bday-day", values.day, &wrong)}
            </div>
            {unknown}
            {children.map(|more| more())}
        </fieldset>
    }
    .into_any()
}

/// A control's name, id and label.
struct Part {
    name: &'static str,
    id: &'static str,
    label: fn(&Frame) -> Text,
}

impl Part {
    fn label(&self) -> Text {
        (self.label)(&words().frame)
    }
}

const ERA: Part = Part {
    name: "era",
    id: "birth-era",
    label: |frame| frame.era,
};
const YEAR: Part = Part {
    name: "year",
    id: "birth-year",
    label: |frame| frame.year,
};
const MONTH: Part = Part {
    name: "month",
    id: "birth-month",
    label: |frame| frame.month,
};
const DAY: Part = Part {
    name: "day",
    id: "birth-day",
    label: |frame| frame.day,
};

const MONTH_UNKNOWN: Part = Part {
    name: "month_unknown",
    id: "birth-month-unknown",
    label: |frame| frame.month_unknown,
};
const DAY_UNKNOWN: Part = Part {
    name: "day_unknown",
    id: "birth-day-unknown",
    label: |frame| frame.day_unknown,
};

/// Which of the controls are marked as wrong: the one the problem names, or all
/// of them if it names the whole date.
struct WrongParts(Vec<FormProblem>);

impl WrongParts {
    fn of(problems: &FormProblems) -> Self {
        let birth_date = problems
            .iter()
            .filter(|known| known.field == Field::BirthDate);
        Self(birth_date.copied().collect())
    }

    fn invalid(&self, part: &Part) -> Option<&'static str> {
        let is_wrong = |known: &FormProblem| is_of_all_parts(known) || anchor(known) == part.id;
        self.0.iter().any(is_wrong).then_some("true")
    }
}

fn is_of_all_parts(known: &FormProblem) -> bool {
    match known.problem {
        Problem::BirthDate(problem) => problem == BirthDateProblem::Empty,
        _ => true,
    }
}

fn era_choice(chosen: &str, wrong: &WrongParts) -> impl IntoView + use<> {
    let calendar = &words().calendar;
    let eras = ERAS
        .into_iter()
        .zip(calendar.eras.into_iter().chain([calendar.western]))
        .map(|(value, name)| view! { <option value=value selected=value == chosen>{name}</option> })
        .collect_view();
    view! {
        <div class="c-date__part" data-part=ERA.name>
            <label for=ERA.id>{ERA.label()}</label>
            <select class="c-input" id=ERA.id name=ERA.name aria-invalid=wrong.invalid(&ERA)>
                <option value="">{words().frame.era_choose}</option>
                {eras}
            </select>
        </div>
    }
    .into_any()
}

/// For who knows no more than the year or the month.
fn unknown_parts(values: &BirthDateFields) -> impl IntoView + use<> {
    let (month, day) = (values.month_unknown, values.day_unknown);
    view! {
        <Disclosure summary=words().frame.unknown_title open=month || day>
            <p>{words().frame.unknown_hint}</p>
            {unknown_part(DAY_UNKNOWN, day)}
            {unknown_part(MONTH_UNKNOWN, month)}
        </Disclosure>
    }
    .into_any()
}

fn unknown_part(part: Part, checked: bool) -> impl IntoView + use<> {
    view! {
        <div class="c-choice">
            <input
                class="c-choice__control"
                type="checkbox"
                id=part.id
                name=part.name
                value=TICKED
                checked=checked
            />
            <label class="c-choice__label" for=part.id>{part.label()}</label>
        </div>
    }
    .into_any()
}

/// One of the three numbers. All of them name what a browser may fill in: on the way back it
/// restores those that do, and a year without its month would be another date. A Western year
/// that is filled in beside an era is asked about. Long enough for a whole date pasted into it.
fn part(
    part: Part,
    autocomplete: &'static str,
    value: String,
    wrong: &WrongParts,
) -> impl IntoView + use<> {
    let invalid = wrong.invalid(&part);
    view! {
        <div class="c-date__part" data-part=part.name>
            <label for=part.id>{part.label()}</label>
            <input
                class="c-input"
                id=part.id
                name=part.name
                type="text"
                inputmode="numeric"
                autocomplete=autocomplete
                maxlength=PART_OF_DATE.to_string()
                value=value
                aria-invalid=invalid
            />
        </div>
    }
    .into_any()
}
