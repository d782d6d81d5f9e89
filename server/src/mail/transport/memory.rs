//! Letters caught in this process: the demonstration's mailbox.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;

use super::{MailTransport, TransportError};
use crate::mail::Letter;

/// Keeps the last [`Memory::MOST`] letters, readable by whoever asks. For the
/// demonstration and for tests; production refuses it.
#[derive(Debug, Default)]
pub struct Memory(Mutex<Kept>);

#[derive(Debug, Default)]
struct Kept {
    caught: VecDeque<Caught>,
    arrived: u64,
}

/// A letter that was caught.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caught {
    /// Counts the letters in the order they arrived, from 1.
    pub number: u64,
    /// The letter.
    pub letter: Letter,
}

impl Memory {
    /// Letters kept at most.
    pub const MOST: usize = 500;

    /// The letters kept, the newest first.
    pub fn newest_first(&self) -> Vec<Caught> {
        self.kept().caught.iter().rev().cloned().collect()
    }

    /// The letter of this number, if it is still kept.
    pub fn find(&self, number: u64) -> Option<Letter> {
        let kept = self.kept();
        kept.caught
            .iter()
            .find(|caught| caught.number == number)
            .map(|caught| caught.letter.clone())
    }

    /// Whoever panicked while holding the lock cannot have left a letter half kept.
    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl MailTransport for Memory {
    async fn send(&self, letter: &Letter) -> Result<(), TransportError> {
        let mut kept = self.kept();
        kept.arrived = kept.arrived.saturating_add(1);
        let caught = Caught {
            number: kept.arrived,
            letter: letter.clone(),
        };
        kept.caught.push_back(caught);
        if kept.caught.len() > Self::MOST {
            kept.caught.pop_front();
        }
        Ok(())
    }
}
