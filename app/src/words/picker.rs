//! Words about the photo that is chosen and sent.

use crate::words::sentence::{Template, Text, catalogue};

catalogue! {
    /// Words about the photo that is chosen and sent.
    pub struct Picker {
        /// Alternative text of the chosen picture.
        picture: Text,
        /// Names the bar.
        progress: Text,
        /// Button that breaks the upload off.
        cancel: Text,
        /// Names the bar of the check.
        checking: Text,
        /// Button that breaks the check off.
        stop_check: Text,
        /// Button that sends the same photo again.
        again: Text,
        /// Above the list of what is wrong.
        refused: Text,
        /// Above a list of advice.
        good: Text,
        /// Sends a photo with which something may be wrong.
        use_anyway: Text,
        /// Names the picture as it can be moved and scaled.
        card: Text,
        /// Nothing was found.
        checked: Text,
        /// Something was found; the list says what.
        checked_advised: Text,
        /// A reason was taken into account.
        relaxed: Text,
        /// The picture lay on its side or stood on its head.
        turned: Text,
        /// After `turned`, where it can be turned by hand.
        turn_back: Text,
        /// A person turned the picture.
        turned_right: Text,
        /// A person turned the picture.
        turned_left: Text,
        /// Another format was made a JPEG.
        converted: Text,
        /// While it is being trimmed.
        trimming: Text,
        /// The browser could not read the file.
        unreadable: Text,
        /// All is sent; the server is looking at it.
        arrived: Text,
        /// No network.
        unreachable: Text,
        /// Broken off by the applicant.
        cancelled: Text,
        /// Too many uploads.
        too_many: Text,
        /// A fault of the server.
        unavailable: Text,
        /// The stages of the check, in their order.
        stages: [Text; 5],
        /// The head stands on the card as it should.
        framing_right: Text,
        /// It is too small.
        framing_small: Text,
        /// It is too large.
        framing_large: Text,
        /// It is too high.
        framing_high: Text,
        /// It is too low.
        framing_low: Text,
        /// It is beside the middle.
        framing_aside: Text,
        /// How the head stands on the card, in millimetres of a paper photo.
        measured: Template(advice: &str, head: &str, margin: &str),
        /// The same of a head that is cut off.
        measured_cut: Template(advice: &str, head: &str),
        /// A proxy answered in place of the portal, with this status.
        stopped_on_the_way: Template(status: &str),
        /// While it is being sent.
        sending: Template(percent: &str),
        /// Size of the picture and of its file.
        picture_size: Template(width: &str, height: &str, size: &str),
    }
}
