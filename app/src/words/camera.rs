//! Words of the camera. They stand in the page; the island says them.

use photo_check::Hint;

use crate::words::sentence::{Text, catalogue};

catalogue! {
    /// Words of the camera. They stand in the page; the island says them.
    pub struct Camera {
        /// The button that opens the camera.
        open: Text,
        /// Names the window of the camera.
        title: Text,
        /// Names the camera's picture.
        video: Text,
        /// The shutter.
        shutter: Text,
        /// The shutter while the self-timer counts.
        stop_count: Text,
        /// Label of the self-timer.
        timer: Text,
        /// To the camera at the back.
        to_back: Text,
        /// To the camera at the front.
        to_front: Text,
        /// Takes a file instead.
        choose: Text,
        /// Turns the camera off.
        stop: Text,
        /// Asks for the camera once more.
        retry: Text,
        /// While the code of the camera is loaded.
        loading: Text,
        /// The code of the camera did not come.
        unloaded: Text,
        /// While the browser asks for the camera.
        starting: Text,
        /// The camera is on; the guide is loaded.
        preparing: Text,
        /// The device cannot run the guide.
        unguided: Text,
        /// The camera was not allowed.
        denied: Text,
        /// There is no camera.
        missing: Text,
        /// The camera is in use.
        busy: Text,
        /// Nobody was before the camera for a while.
        idle: Text,
        /// The picture could not be taken.
        failed: Text,
        /// The picture is chosen.
        taken: Text,
        /// Before the seconds of the self-timer.
        count_before: Text,
        /// Behind them.
        count_after: Text,
        /// The self-timer's choices: none, 3 and 10 seconds.
        times: [Text; 3],
        /// [`Hint::ShowFace`].
        show_face: Text,
        /// [`Hint::BeAlone`].
        be_alone: Text,
        /// [`Hint::ComeCloser`].
        come_closer: Text,
        /// [`Hint::GoBack`].
        go_back: Text,
        /// [`Hint::MoveToMiddle`].
        move_to_middle: Text,
        /// [`Hint::LookAhead`].
        look_ahead: Text,
        /// [`Hint::HoldHeadUpright`].
        hold_head_upright: Text,
        /// [`Hint::MoreLight`].
        more_light: Text,
        /// [`Hint::SofterLight`].
        softer_light: Text,
        /// [`Hint::HoldStill`].
        hold_still: Text,
        /// [`Hint::PlainBackground`].
        plain_background: Text,
        /// [`Hint::Ready`].
        ready: Text,
    }
}

impl Camera {
    /// What to tell somebody before the camera: in Japanese at most 15 characters.
    pub const fn hint(&self, hint: Hint) -> Text {
        match hint {
            Hint::ShowFace => self.show_face,
            Hint::BeAlone => self.be_alone,
            Hint::ComeCloser => self.come_closer,
            Hint::GoBack => self.go_back,
            Hint::MoveToMiddle => self.move_to_middle,
            Hint::LookAhead => self.look_ahead,
            Hint::HoldHeadUpright => self.hold_head_upright,
            Hint::MoreLight => self.more_light,
            Hint::SofterLight => self.softer_light,
            Hint::HoldStill => self.hold_still,
            Hint::PlainBackground => self.plain_background,
            Hint::Ready => self.ready,
        }
    }
}
