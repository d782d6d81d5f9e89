//! The captcha.

use leptos::prelude::*;
use rules::form::{Field, FormProblems};

use super::text_field::{TextField, TextLook};
use crate::words::words;

/// Characters to read from a picture or to hear. Sends the challenge's name as
/// `challenge`. The children come between the picture and the field: the button
/// that shows another one.
#[component]
pub(crate) fn CaptchaField(
    /// Name of the challenge.
    #[prop(into)]
    challenge: String,
    /// Name of the answer in the form.
    name: &'static str,
    /// All problems of the form.
    problems: FormProblems,
    /// The button that shows another picture.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let picture = format!("/captcha/{challenge}.png");
    let sound = format!("/captcha/{challenge}.wav");
    view! {
        <div class="c-captcha">
            <img
                class="c-captcha__picture"
                id="captcha-picture"
                src=picture
                alt=words().mail.picture_alt
                width="280"
                height="100"
            />
            <audio
                class="c-captcha__sound"
                id="captcha-sound"
                controls
                preload="none"
                src=sound.clone()
                aria-label=words().mail.sound
            ></audio>
            <p class="c-captcha__file"><a id="captcha-file" href=sound>{words().mail.sound_file}</a></p>
            {children.map(|more| more())}
            <input type="hidden" name="challenge" id="captcha-challenge" value=challenge />
        </div>
        <TextField
            field=Field::Captcha
            name=name
            label=words().mail.answer
            hint=words().mail.answer_hint
            value=""
            problems=problems
            autocomplete="off"
            look=TextLook::Letters
        />
    }
    .into_any()
}
