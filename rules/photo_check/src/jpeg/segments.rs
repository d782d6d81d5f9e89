//! The segments between the coded data.

pub(super) const SOF0: u8 = 0xC0;
pub(super) const SOF2: u8 = 0xC2;
pub(super) const DHT: u8 = 0xC4;
pub(super) const EOI: u8 = 0xD9;
pub(super) const SOS: u8 = 0xDA;
pub(super) const DQT: u8 = 0xDB;
pub(super) const DRI: u8 = 0xDD;
const APP2: u8 = 0xE2;
const TEM: u8 = 0x01;
const RST0: u8 = 0xD0;

/// Reads marker after marker, each with its segment; what is neither is skipped.
pub(super) struct Segments<'a> {
    /// What has not been read.
    pub(super) rest: &'a [u8],
}

impl<'a> Iterator for Segments<'a> {
    type Item = (u8, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let mut pairs = self.rest.windows(2);
        let at = pairs.position(|pair| matches!(pair, [0xFF, 1..=0xFE]))?;
        let marker = *self.rest.get(at + 1)?;
        self.rest = self.rest.get(at + 2..)?;
        if matches!(marker, TEM | RST0..=EOI) {
            return Some((marker, &[]));
        }
        let (length, _) = self.rest.split_first_chunk()?;
        let length = usize::from(u16::from_be_bytes(*length));
        let segment = self.rest.get(2..length)?;
        self.rest = self.rest.get(length..)?;
        Some((marker, segment))
    }
}

/// Most bytes of a colour profile. Those of cameras have some thousand; those with tables
/// for every colour that scanners and screens give, some hundred thousand.
const MOST_PROFILE_BYTES: usize = 1 << 20;

/// The colour profile (ICC) of a JPEG file; none if it has none, not all of it, or one of
/// over a megabyte.
pub fn profile(file: &[u8]) -> Option<Vec<u8>> {
    let mut parts = [None; u8::MAX as usize];
    let mut expected: Option<u8> = None;
    let segments = Segments { rest: file }.take_while(|(marker, _)| *marker != SOS);
    for (marker, segment) in segments {
        let part = segment.strip_prefix(b"ICC_PROFILE\0");
        let Some([number, count, part @ ..]) = part.filter(|_| marker == APP2) else {
            continue;
        };
        // Two parts with one number are no profile, nor are those of several.
        let place = parts.get_mut(usize::from(number.checked_sub(1)?))?;
        if place.replace(part).is_some() || *expected.get_or_insert(*count) != *count {
            return None;
        }
    }
    let (parts, beyond) = parts.split_at_checked(usize::from(expected?))?;
    if beyond.iter().any(Option::is_some) {
        return None;
    }
    let bytes: usize = parts.iter().flatten().map(|part| part.len()).sum();
    if bytes > MOST_PROFILE_BYTES {
        return None;
    }
    parts
        .iter()
        .copied()
        .collect::<Option<Vec<_>>>()
        .map(|parts| parts.concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(number: u8, count: u8, byte: u8) -> Vec<u8> {
        let mut segment = vec![0xFF, APP2, 0, 18];
        segment.extend(b"ICC_PROFILE\0");
        segment.extend([number, count, byte, byte]);
        segment
    }

    fn file(parts: &[Vec<u8>]) -> Vec<u8> {
        let end = vec![0xFF, SOS, 0, 2];
        [vec![0xFF, 0xD8], parts.concat(), end, part(1, 1, 9)].concat()
    }

    #[test]
    fn a_profile_in_parts_is_put_together_and_half_of_one_is_none() {
        let whole = [part(2, 2, 5), part(1, 2, 4)];
        assert_eq!(profile(&file(&whole)), Some(vec![4, 4, 5, 5]));
        assert_eq!(profile(&file(&whole[..1])), None);
        assert_eq!(profile(&file(&[part(1, 1, 4), part(1, 1, 4)])), None);
        assert_eq!(profile(&file(&[part(1, 1, 4), part(2, 1, 4)])), None);
        assert_eq!(profile(&file(&[part(0, 1, 4)])), None);
        assert_eq!(profile(&file(&[part(1, 2, 4), part(2, 3, 4)])), None);
        assert_eq!(profile(&file(&[])), None);
    }
}
