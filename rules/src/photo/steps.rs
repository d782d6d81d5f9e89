/// Steps for each byte of a file that its headers may take to read. The dearest
/// byte is one of a text that is searched for several words.
const FOR_A_BYTE: u64 = 4;

/// Steps that the headers of any file may take: directories, texts and scan headers,
/// of which a file of few bytes may have as many as any other.
const FOR_ANY_FILE: u64 = 16_384;

/// What the reading of a file may cost: so many steps for each byte it has.
///
/// Whatever reads a file takes from the same budget for all that it looks at. Every part
/// of the reader has limits of its own, so that a budget never runs out; that it ends
/// what goes on all the same is for the part that somebody adds without a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Steps {
    taken: u64,
    most: u64,
}

#[expect(
    clippy::as_conversions,
    reason = "a usize has at most 64 bits on every machine; From is not const"
)]
impl Steps {
    /// For reading the headers of a file of so many bytes.
    pub const fn to_inspect(bytes: usize) -> Self {
        Self::new(bytes, FOR_A_BYTE, FOR_ANY_FILE)
    }

    /// So many for each byte, and so many for any file.
    pub const fn new(bytes: usize, for_a_byte: u64, for_any_file: u64) -> Self {
        let for_bytes = (bytes as u64).saturating_mul(for_a_byte);
        Self {
            taken: 0,
            most: for_bytes.saturating_add(for_any_file),
        }
    }

    /// Takes so many steps. None once there are not so many left: the reading ends.
    #[inline]
    pub const fn take(&mut self, steps: usize) -> Option<()> {
        self.taken = self.taken.saturating_add(steps as u64);
        if self.taken > self.most {
            return None;
        }
        Some(())
    }

    /// How many were taken, those that were refused among them.
    pub const fn taken(&self) -> u64 {
        self.taken
    }

    /// Whether more were asked for than there were.
    pub const fn are_spent(&self) -> bool {
        self.taken > self.most
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_ends_where_it_says_and_stays_ended() {
        let mut steps = Steps::new(10, 2, 3);
        assert_eq!(steps.take(20), Some(()));
        assert_eq!(steps.take(3), Some(()));
        assert!(!steps.are_spent());
        assert_eq!(steps.take(1), None);
        assert_eq!(steps.take(0), None);
        assert!(steps.are_spent());
        assert_eq!(steps.taken(), 24);
    }

    #[test]
    fn more_steps_than_there_are_numbers_are_refused() {
        let mut steps = Steps::new(usize::MAX, 1, 1);
        assert_eq!(steps.take(usize::MAX), Some(()));
        assert_eq!(Steps::to_inspect(0).take(usize::MAX), None);
    }
}
