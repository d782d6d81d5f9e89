//! What the picker says: the sentences stand in the page, so that no language weighs on the
//! module, and are found there by these names.

/// A sentence of the picker; the gaps named with it are filled in where it is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// Another format was made a JPEG.
    Converted,
    /// The browser could not read the file.
    Unreadable,
    /// Names the picture as it can be moved and scaled.
    Card,
    /// Above the list of what is wrong.
    Refused,
    /// Above a list of advice.
    Good,
    /// Sends a photo with which something may be wrong.
    UseAnyway,
    /// Nothing was found.
    Checked,
    /// Something was found.
    CheckedAdvised,
    /// A reason was taken into account.
    Relaxed,
    /// The picture lay on its side or stood on its head.
    Turned,
    /// After that, where it can be turned by hand.
    TurnBack,
    /// A person turned the picture right.
    TurnedRight,
    /// A person turned the picture left.
    TurnedLeft,
    /// While it is being trimmed.
    Trimming,
    /// All is sent.
    Arrived,
    /// No network.
    Unreachable,
    /// Broken off by the applicant.
    Cancelled,
    /// Too many uploads.
    TooMany,
    /// A fault of the server.
    Unavailable,
    /// While it is being sent: `percent`.
    Sending,
    /// A proxy answered in place of the portal: `status`.
    StoppedOnTheWay,
    /// Size of the picture and of its file: `width`, `height`, `size`.
    PictureSize,
    /// How the head stands on the card: `advice`, `head`, `margin`.
    Measured,
    /// The same of a head that is cut off: `advice`, `head`.
    MeasuredCut,
    /// The head stands on the card as it should.
    FramingRight,
    /// It is too small.
    FramingSmall,
    /// It is too large.
    FramingLarge,
    /// It is too high.
    FramingHigh,
    /// It is too low.
    FramingLow,
    /// It is beside the middle.
    FramingAside,
    /// The file is being looked at.
    StageFile,
    /// The picture is being opened.
    StageDecode,
    /// Faces are being looked for.
    StageFaces,
    /// The background is being looked at.
    StageOutline,
    /// Light and sharpness are being looked at.
    StageMeasures,
}

impl Said {
    /// All of them.
    pub(super) const ALL: [Self; 35] = [
        Self::Converted,
        Self::Unreadable,
        Self::Card,
        Self::Refused,
        Self::Good,
        Self::UseAnyway,
        Self::Checked,
        Self::CheckedAdvised,
        Self::Relaxed,
        Self::Turned,
        Self::TurnBack,
        Self::TurnedRight,
        Self::TurnedLeft,
        Self::Trimming,
        Self::Arrived,
        Self::Unreachable,
        Self::Cancelled,
        Self::TooMany,
        Self::Unavailable,
        Self::Sending,
        Self::StoppedOnTheWay,
        Self::PictureSize,
        Self::Measured,
        Self::MeasuredCut,
        Self::FramingRight,
        Self::FramingSmall,
        Self::FramingLarge,
        Self::FramingHigh,
        Self::FramingLow,
        Self::FramingAside,
        Self::StageFile,
        Self::StageDecode,
        Self::StageFaces,
        Self::StageOutline,
        Self::StageMeasures,
    ];

    /// Under which it stands in the page: its place among all, as a name would weigh on page and
    /// module alike.
    pub(super) fn name(self) -> String {
        let place = Self::ALL.iter().position(|one| *one == self);
        place.unwrap_or_default().to_string()
    }
}
