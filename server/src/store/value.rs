//! The values that statements are given.

use rules::Moment;

use super::JourneyId;
use crate::seal::Digest;

/// A value for a placeholder.
///
/// A null has a kind as well, because `PostgreSQL` asks for it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Value<'v> {
    Number(Option<i64>),
    Text(Option<&'v str>),
    Bytes(Option<&'v [u8]>),
}

impl From<i64> for Value<'_> {
    fn from(number: i64) -> Self {
        Self::Number(Some(number))
    }
}

impl From<u32> for Value<'_> {
    fn from(number: u32) -> Self {
        i64::from(number).into()
    }
}

/// A flag is 0 or 1 in both databases.
impl From<bool> for Value<'_> {
    fn from(flag: bool) -> Self {
        i64::from(flag).into()
    }
}

impl From<Moment> for Value<'_> {
    fn from(moment: Moment) -> Self {
        moment.0.into()
    }
}

impl From<Option<i64>> for Value<'_> {
    fn from(number: Option<i64>) -> Self {
        Self::Number(number)
    }
}

impl<'v> From<&'v str> for Value<'v> {
    fn from(text: &'v str) -> Self {
        Self::Text(Some(text))
    }
}

impl<'v> From<Option<&'v str>> for Value<'v> {
    fn from(text: Option<&'v str>) -> Self {
        Self::Text(text)
    }
}

impl<'v> From<&'v JourneyId> for Value<'v> {
    fn from(id: &'v JourneyId) -> Self {
        id.as_str().into()
    }
}

impl<'v> From<&'v [u8]> for Value<'v> {
    fn from(bytes: &'v [u8]) -> Self {
        Self::Bytes(Some(bytes))
    }
}

impl<'v> From<Option<&'v [u8]>> for Value<'v> {
    fn from(bytes: Option<&'v [u8]>) -> Self {
        Self::Bytes(bytes)
    }
}

impl<'v> From<&'v Digest> for Value<'v> {
    fn from(digest: &'v Digest) -> Self {
        digest.as_slice().into()
    }
}
