//! The colour channels of a photo.

/// Channels a frame is followed for: four inks are the most a photo has.
pub(super) const MOST_CHANNELS: usize = 4;

/// One colour channel: its name in the file and how finely it is sampled.
#[derive(Clone, Copy, Debug, Default)]
pub struct Channel {
    /// The name by which scans mean it.
    pub id: u8,
    /// Blocks of a coding unit, across: 1 to 4.
    pub across: u8,
    /// Blocks of a coding unit, down: 1 to 4.
    pub down: u8,
    /// The number of its table of steps.
    pub steps: u8,
}

impl Channel {
    pub(super) fn read([id, sampling, steps]: [u8; 3]) -> Option<Self> {
        let channel = Self {
            id,
            across: sampling >> 4,
            down: sampling & 15,
            steps,
        };
        let sound = (1..=4).contains(&channel.across) && (1..=4).contains(&channel.down);
        sound.then_some(channel)
    }

    /// Blocks of a coding unit of several channels.
    pub(super) const fn blocks(self) -> u8 {
        self.across * self.down
    }
}
