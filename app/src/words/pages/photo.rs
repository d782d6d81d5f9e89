//! ⑥ The face photo.

use crate::words::sentence::{Template, Text, catalogue};

catalogue! {
    /// ⑥ The face photo.
    pub struct Photo {
        /// Heading.
        title: Text,
        /// Heading over the ID.
        whose: Text,
        /// Under the ID.
        whose_compare: Text,
        /// The link to that.
        whose_again: Text,
        /// Heading.
        good_title: Text,
        /// What the picture must show.
        good: [Text; 4],
        /// Below the drawings of photos that can be used.
        good_drawn: [Text; 2],
        /// Heading.
        bad_title: Text,
        /// Above the form: what stands below it.
        more_below: Text,
        /// The link there, which ends the sentence.
        more_below_link: Text,
        /// Below the drawings of photos that cannot be used.
        bad_drawn: [Text; 8],
        /// Heading.
        file_title: Text,
        /// What the file must be.
        file: [Text; 4],
        /// On cropping, edited pictures, and how long it takes.
        notes: [Text; 3],
        /// Opens the help.
        exception_title: Text,
        /// The help.
        exception: Text,
        /// Question.
        exception_legend: Text,
        /// What follows from it.
        exception_hint: Text,
        /// How the picture is moved and scaled.
        trim_help: Text,
        /// The same with keys.
        trim_keys: Text,
        /// Names them together.
        turn_group: Text,
        /// At the line for the top of the head.
        crown: Text,
        /// At the line for the chin.
        chin: Text,
        /// Under the label.
        choose_hint: Text,
        /// The button.
        upload: Text,
        /// After the button was pressed before the photo could be checked.
        readying: Text,
        /// A photo is kept already.
        kept_title: Text,
        /// What happens.
        kept: Text,
        /// Heading of the check page.
        check_title: Text,
        /// Heading when the check found something.
        check_title_concerns: Text,
        /// Over what was found.
        concerns_title: Text,
        /// The button.
        use_it: Text,
        /// What to look for.
        check: Text,
        /// The picture's alternative text.
        alt: Template(width: u32, height: u32),
        /// To another photo.
        again: Text,
        /// A defect found later.
        check_later: Text,
        /// Above a list of what the applicant should look at.
        advised: Text,
        /// Broken off by the applicant.
        check_cancelled: Text,
        /// The device cannot check.
        unable: Text,
        /// Label.
        choose: Text,
        /// Move and scale the picture: left, right, up, down, larger, smaller, as it was.
        trim_buttons: [Text; 7],
        /// Turn the picture: right, left.
        turn_buttons: [Text; 2],
    }
}
