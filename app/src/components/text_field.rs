//! A text field with its label, hint and error.

use leptos::prelude::*;
use rules::form::{Field, FormProblems};

use super::field::{FieldParts, duty_mark};

/// How what is typed looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum TextLook {
    /// Words.
    #[default]
    Words,
    /// Letters and digits that are compared one by one: an address, a long number.
    Letters,
    /// A short code: large, spaced out.
    Code,
}

impl TextLook {
    fn name(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Letters => "letters",
            Self::Code => "code",
        }
    }
}

/// One line of text. The control's id is [`Field::id`] unless another is given;
/// label, hint and errors are tied to it. Has no `required` attribute: the
/// server says what is missing, in our words.
#[component]
pub(crate) fn TextField(
    /// Whose problems are shown.
    field: Field,
    /// Name in the form.
    name: &'static str,
    /// Id of the control, if it is not the field's own.
    #[prop(optional)]
    id: Option<&'static str>,
    /// Label.
    #[prop(into)]
    label: String,
    /// How to fill it in, above the control.
    #[prop(optional, into)]
    hint: Option<String>,
    /// As typed before.
    #[prop(into)]
    value: String,
    /// All problems of the form.
    problems: FormProblems,
    /// What the browser may fill in.
    #[prop(optional)]
    autocomplete: Option<&'static str>,
    /// Which keyboard a phone shows.
    #[prop(optional)]
    inputmode: Option<&'static str>,
    /// `type` of the control.
    #[prop(default = "text")]
    kind: &'static str,
    /// Longest input the browser lets through; leave room for spaces.
    #[prop(optional)]
    maxlength: Option<u32>,
    /// Whether the browser checks the spelling.
    #[prop(default = false)]
    spellcheck: bool,
    /// Whether it must be filled in.
    #[prop(default = true)]
    required: bool,
    /// How what is typed looks.
    #[prop(optional)]
    look: TextLook,
) -> impl IntoView {
    let parts = FieldParts::new(field, hint, &problems).at(id);
    view! {
        <div class="c-field" data-state=parts.state()>
            <label class="c-field__label" for=parts.id>
                {label}
                {duty_mark(required)}
            </label>
            {parts.hint_view()}
            {parts.error_view()}
            <input
                class="c-input"
                data-look=look.name()
                id=parts.id
                name=name
                type=kind
                value=value
                autocomplete=autocomplete
                inputmode=inputmode
                maxlength=maxlength.map(|most| most.to_string())
                spellcheck=if spellcheck { "true" } else { "false" }
                autocapitalize="off"
                aria-describedby=parts.described_by()
                aria-invalid=parts.invalid()
            />
        </div>
    }
    .into_any()
}
