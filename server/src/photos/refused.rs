//! Photos that were refused lately.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use photo_check::Exceptions;
use rules::photo::{Finding, QuarterTurn};
use sha2::{Digest, Sha256};

/// How many are remembered.
const MOST: usize = 1_000;

/// Recognises the very file that was refused before, so that nobody waits for the
/// same answer and is told that it is the same.
///
/// In the memory of this process only: fingerprints of files, no pictures.
#[derive(Debug, Default)]
pub(super) struct RefusedPhotos {
    lately: Mutex<VecDeque<(Fingerprint, Vec<Finding>)>>,
}

/// Tells files apart, and what was said about them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fingerprint([u8; 32]);

impl Fingerprint {
    pub(super) fn of(file: &[u8], exceptions: Exceptions, turn: Option<QuarterTurn>) -> Self {
        let mut hash = Sha256::new();
        for exception in exceptions.iter() {
            hash.update(format!("{exception:?};"));
        }
        hash.update([0, turn.map_or(0, |turn| 1 + turn.quarters())]);
        hash.update(file);
        Self(hash.finalize().into())
    }
}

impl RefusedPhotos {
    /// Why this file was refused before, and that it was.
    pub(super) fn find(&self, file: &Fingerprint) -> Option<Vec<Finding>> {
        let lately = self.lately.lock().unwrap_or_else(PoisonError::into_inner);
        let (_, findings) = lately.iter().find(|(known, _)| known == file)?;
        let again = [Finding::SentBefore].into_iter();
        Some(again.chain(findings.iter().copied()).collect())
    }

    /// Remembers a refused file, and forgets the oldest where there are too many.
    pub(super) fn note(&self, file: Fingerprint, findings: &[Finding]) {
        let mut lately = self.lately.lock().unwrap_or_else(PoisonError::into_inner);
        lately.truncate(MOST - 1);
        lately.push_front((file, findings.to_vec()));
    }
}

#[cfg(test)]
mod tests {
    use photo_check::Exception;

    use super::*;

    #[test]
    fn a_refused_file_is_known_again_but_not_with_another_reason() {
        let refused = RefusedPhotos::default();
        let file = Fingerprint::of(b"a picture", Exceptions::NONE, None);
        assert_eq!(refused.find(&file), None);
        refused.note(file, &[Finding::NoFace]);
        assert_eq!(
            refused.find(&file),
            Some(vec![Finding::SentBefore, Finding::NoFace])
        );
        let lying = Exceptions::NONE.with(Exception::LyingInfant);
        assert_eq!(
            refused.find(&Fingerprint::of(b"a picture", lying, None)),
            None
        );
        let turned = Some(QuarterTurn::None);
        let turned = Fingerprint::of(b"a picture", Exceptions::NONE, turned);
        assert_eq!(refused.find(&turned), None);
        let other = Fingerprint::of(b"another", Exceptions::NONE, None);
        assert_eq!(refused.find(&other), None);
    }

    #[test]
    fn the_oldest_is_forgotten_first() {
        let refused = RefusedPhotos::default();
        let files: Vec<_> = (0..=MOST)
            .map(|number| Fingerprint::of(&number.to_be_bytes(), Exceptions::NONE, None))
            .collect();
        for file in &files {
            refused.note(*file, &[]);
        }
        assert_eq!(refused.find(&files[0]), None);
        assert!(refused.find(&files[1]).is_some());
    }
}
