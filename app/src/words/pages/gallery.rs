//! Samples for the gallery of components.

use crate::words::sentence::{Text, catalogue};

catalogue! {
    /// Samples for the gallery of components.
    pub struct Gallery {
        /// Heading.
        title: Text,
        /// What the page is.
        lead: Text,
        /// Heading.
        text: Text,
        /// Label.
        plain: Text,
        /// Under the label.
        plain_hint: Text,
        /// Filled in.
        plain_value: Text,
        /// Label.
        letters: Text,
        /// Filled in.
        letters_value: Text,
        /// Label.
        code: Text,
        /// Filled in.
        code_value: Text,
        /// Label.
        free: Text,
        /// Label of the value that cannot be changed.
        fixed: Text,
        /// The value.
        fixed_value: Text,
        /// Under the value.
        fixed_hint: Text,
        /// Heading.
        choices: Text,
        /// Question.
        who: Text,
        /// Answer.
        myself: Text,
        /// Answer.
        child: Text,
        /// What follows from it.
        child_hint: Text,
        /// Question.
        reading: Text,
        /// Answer.
        no: Text,
        /// Answer.
        yes: Text,
        /// Over the boxes.
        boxes: Text,
        /// Box.
        age: Text,
        /// Box.
        agree: Text,
        /// Heading.
        dates: Text,
        /// Under it.
        dates_hint: Text,
        /// Read back.
        dates_echo: Text,
        /// Heading.
        photo: Text,
        /// Label.
        file: Text,
        /// Under the label.
        file_hint: Text,
        /// What is wrong with a photo.
        finding: Text,
        /// How to mend it.
        remedy: Text,
        /// What might be wrong with a photo.
        advice: Text,
        /// What to do about it.
        advice_remedy: Text,
        /// While a photo is sent.
        sending: Text,
        /// The photo's alternative text.
        photo_alt: Text,
        /// Heading.
        notices: Text,
        /// Information.
        info: Text,
        /// More about it.
        info_body: Text,
        /// Good news.
        good: Text,
        /// A warning.
        warn: Text,
        /// More about it.
        warn_body: Text,
        /// Heading.
        review: Text,
        /// Heading.
        receipt: Text,
        /// Label of the number.
        number: Text,
        /// The number.
        number_value: Text,
        /// When.
        number_note: Text,
        /// What happens next.
        next: [Text; 3],
        /// Opens more.
        more: Text,
        /// More.
        more_body: Text,
        /// Heading.
        buttons: Text,
        /// Main button.
        main: Text,
        /// Second button.
        second: Text,
        /// Link.
        link: Text,
    }
}
