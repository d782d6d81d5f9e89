//! The birth date: era or Western calendar, year, month, day.

use leptos::prelude::*;
use rules::BirthDateProblem;
use rules::form::{Field, FormProblem, FormProblems, Problem};

use super::field::{FieldParts, anchor, duty_mark};
use crate::portal::Flash;
use crate::text::frame;
use crate::typed::PART_OF_DATE;

/// Value of the era control for the Western calendar.
const WESTERN: &str = "AD";

/// What was typed into the four controls.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct BirthDateValues {
    /// Value of the chosen era.
    pub(crate) era: String,
    /// Year, or a whole date.
    pub(crate) year: String,
    /// Month.
    pub(crate) month: String,
    /// Day.
    pub(crate) day: String,
}

impl BirthDateValues {
    /// What was typed the last time.
    pub(crate) fn typed(flash: &Flash) -> Self {
        let value = |name| flash.value(name).to_owned();
        Self {
            era: value("era"),
            year: value("year"),
            month: value("month"),
            day: value("day"),
        }
    }
}

/// A birth date in four controls named `era`, `year`, `month` and `day`, with
/// the ids `birth-era`, `birth-year`, `birth-month`, `birth-day`. The children
/// come below them: the island that reads the date back.
#[component]
pub(crate) fn DateFields(
    /// What is asked.
    #[prop(into)]
    legend: String,
    /// How to answer.
    #[prop(into)]
    hint: String,
    /// As typed before.
    values: BirthDateValues,
    /// All problems of the form.
    problems: FormProblems,
    /// What reads the date back as it is typed.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let parts = FieldParts::new(Field::BirthDate, Some(hint), &problems);
    let wrong = WrongParts::of(&problems);
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
                {part(YEAR, year_autofill(&values.era), values.year, &wrong)}
                {part(MONTH, "bday-month", values.month, &wrong)}
                {part(DAY, "bday-day", values.day, &wrong)}
            </div>
            {children.map(|more| more())}
        </fieldset>
    }
    .into_any()
}

/// A control's name, id and label.
struct Part {
    name: &'static str,
    id: &'static str,
    label: &'static str,
}

const ERA: Part = Part {
    name: "era",
    id: "birth-era",
    label: frame::ERA,
};
const YEAR: Part = Part {
    name: "year",
    id: "birth-year",
    label: frame::YEAR,
};
const MONTH: Part = Part {
    name: "month",
    id: "birth-month",
    label: frame::MONTH,
};
const DAY: Part = Part {
    name: "day",
    id: "birth-day",
    label: frame::DAY,
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

/// A browser knows the Western year only.
fn year_autofill(era: &str) -> &'static str {
    if era == WESTERN { "bday-year" } else { "off" }
}

fn era_choice(chosen: &str, wrong: &WrongParts) -> impl IntoView + use<> {
    let eras = frame::ERAS
        .iter()
        .map(|(value, name)| view! { <option value=*value selected=*value == chosen>{*name}</option> })
        .collect_view();
    view! {
        <div class="c-date__part" data-part=ERA.name>
            <label for=ERA.id>{ERA.label}</label>
            <select class="c-input" id=ERA.id name=ERA.name aria-invalid=wrong.invalid(&ERA)>
                <option value="">{frame::ERA_CHOOSE}</option>
                {eras}
            </select>
        </div>
    }
    .into_any()
}

/// One of the three numbers. Long enough for a whole date pasted into it.
fn part(
    part: Part,
    autocomplete: &'static str,
    value: String,
    wrong: &WrongParts,
) -> impl IntoView + use<> {
    let invalid = wrong.invalid(&part);
    view! {
        <div class="c-date__part" data-part=part.name>
            <label for=part.id>{part.label}</label>
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
