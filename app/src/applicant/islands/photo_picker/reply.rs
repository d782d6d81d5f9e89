//! What the server's answer to an upload means.

/// What to do after an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reply {
    /// The photo is kept: go on.
    Kept,
    /// The photo was refused for what the answer lists.
    Refused,
    /// More bytes than the server takes.
    TooLarge,
    /// Too often; later again.
    TooMany,
    /// The session is over, or this is not the step: the page itself says so.
    Elsewhere,
    /// A fault of ours; later again.
    Unavailable,
    /// Not of the portal: something on the way there has answered in its place.
    OnTheWay,
}

impl Reply {
    /// By HTTP status. The portal answers a script in JSON, whatever it says; a proxy in words of
    /// its own, and what its status means for a photo is not known.
    pub(super) fn of(status: u16, is_json: bool) -> Self {
        match status {
            _ if !is_json => Self::OnTheWay,
            200 => Self::Kept,
            413 => Self::TooLarge,
            422 => Self::Refused,
            429 => Self::TooMany,
            401 | 403 | 409 => Self::Elsewhere,
            _ => Self::Unavailable,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_says_what_to_do() {
        let of = |status| Reply::of(status, true);
        assert_eq!(of(200), Reply::Kept);
        assert_eq!(of(422), Reply::Refused);
        assert_eq!(of(413), Reply::TooLarge);
        assert_eq!(of(429), Reply::TooMany);
        assert_eq!([401, 403, 409].map(of), [Reply::Elsewhere; 3]);
        assert_eq!([500, 503, 0].map(of), [Reply::Unavailable; 3]);
    }

    #[test]
    fn what_a_proxy_says_is_not_taken_for_what_the_portal_says() {
        for status in [200, 403, 408, 413, 422, 429, 502, 503, 504] {
            assert_eq!(Reply::of(status, false), Reply::OnTheWay, "{status}");
        }
    }
}
