use axum::extract::multipart::MultipartRejection;

use crate::http::turned_away::TurnedAway;
use crate::http::uploads::{Ended, NoPlace};
use crate::service::{PhotoStop, Stop};

/// Why no photo was taken.
#[derive(Debug)]
pub(super) enum Unsent {
    /// There was no place to ask who sends it.
    TurnedAway(TurnedAway),
    /// There are as many of this application or network under way as may be.
    ShareUsedUp,
    /// Its place was needed for others.
    Displaced,
    /// The body does not say that it is a form with a file.
    NoForm(MultipartRejection),
    /// The form was sent without choosing a photo.
    NotChosen,
    /// The body is no form with a photo, or it broke off.
    Broken,
    /// The body came too slowly.
    Slow,
    /// The service stopped it.
    Stopped(PhotoStop),
}

impl From<TurnedAway> for Unsent {
    fn from(turned: TurnedAway) -> Self {
        Self::TurnedAway(turned)
    }
}

impl From<Stop> for Unsent {
    fn from(stop: Stop) -> Self {
        Self::Stopped(PhotoStop::Other(stop))
    }
}

impl From<NoPlace> for Unsent {
    fn from(none: NoPlace) -> Self {
        match none {
            NoPlace::ShareUsedUp => Self::ShareUsedUp,
            NoPlace::Full(turned) => Self::TurnedAway(turned),
        }
    }
}

impl From<Ended> for Unsent {
    fn from(ended: Ended) -> Self {
        match ended {
            Ended::Displaced => Self::Displaced,
            Ended::Late => Self::Slow,
        }
    }
}
