//! Makes JPEG files of every kind from coefficients: any sampling, any coding, any order of
//! scans, and then whatever oddity a test wants.

mod coder;

use super::paint::Dice;
use crate::jpeg::codes::{FIRST, OTHERS, Table};
use coder::Coder;

pub(super) const SOF0: u8 = 0xC0;
pub(super) const SOF1: u8 = 0xC1;
pub(super) const SOF2: u8 = 0xC2;
pub(super) const DHT: u8 = 0xC4;
pub(super) const DQT: u8 = 0xDB;
pub(super) const DRI: u8 = 0xDD;
pub(super) const SOS: u8 = 0xDA;
pub(super) const COM: u8 = 0xFE;

/// One channel: its name, blocks of a unit across and down.
pub(super) type Channel = (u8, usize, usize);

/// One scan: its channels, the first and last coefficient, the bits left before and behind it.
#[derive(Clone)]
pub(super) struct Scan {
    pub(super) channels: Vec<usize>,
    pub(super) band: [usize; 2],
    pub(super) bits: [u8; 2],
}

pub(super) fn scan(channels: &[usize], band: [usize; 2], bits: [u8; 2]) -> Scan {
    Scan {
        channels: channels.to_vec(),
        band,
        bits,
    }
}

/// What a file is made of.
#[derive(Clone)]
pub(super) struct Plan {
    pub(super) marker: u8,
    pub(super) sides: [usize; 2],
    pub(super) channels: Vec<Channel>,
    pub(super) scans: Vec<Scan>,
    /// Coding units between two restart markers.
    pub(super) restart: usize,
    /// Segments before the frame header.
    pub(super) before: Vec<Vec<u8>>,
    pub(super) tables: &'static Tables,
}

/// Codes of first coefficients and of the others, of brightness and of colours.
pub(super) struct Tables {
    first: [Table; 2],
    others: [Table; 2],
}

static STANDARD: Tables = Tables {
    first: FIRST,
    others: OTHERS,
};

/// Codes of which one zero says "as before", and one "nothing more".
pub(super) static SHORT: Tables = Tables {
    first: [SHORT_FIRST, SHORT_FIRST],
    others: [SHORT_OTHERS, SHORT_OTHERS],
};

const SHORT_FIRST: Table = Table {
    counts: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0],
    symbols: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
};

const SHORT_OTHERS: Table = Table {
    counts: [1, 0, 0, 0, 0, 0, 0, 0, 250, 0, 0, 0, 0, 0, 0, 0],
    symbols: &ALL_SYMBOLS,
};

const ALL_SYMBOLS: [u8; 251] = {
    let mut symbols = [0; 251];
    let mut place = 1;
    while place < symbols.len() {
        symbols[place] = symbols[place - 1] + 1;
        place += 1;
    }
    symbols
};

pub(super) fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
    [&[0xFF, marker], &length[..], content].concat()
}

pub(super) const HALVED: [Channel; 3] = [(1, 2, 2), (2, 1, 1), (3, 1, 1)];

impl Plan {
    /// A baseline file in one scan.
    pub(super) fn plain(sides: [usize; 2], channels: &[Channel]) -> Self {
        let all: Vec<_> = (0..channels.len()).collect();
        Self {
            marker: SOF0,
            sides,
            channels: channels.to_vec(),
            scans: vec![scan(&all, [0, 63], [0, 0])],
            restart: 0,
            before: Vec::new(),
            tables: &STANDARD,
        }
    }

    /// A file in passes: all means, then of each channel few details, more, and the last bits.
    pub(super) fn passes(sides: [usize; 2], channels: &[Channel]) -> Self {
        let mut plan = Self::plain(sides, channels);
        plan.marker = SOF2;
        let all = plan.scans.remove(0).channels;
        let means = |bits| {
            // More than ten blocks do not fit a unit.
            if blocks_of_a_unit(channels) > 10 {
                all.iter().map(|one| scan(&[*one], [0, 0], bits)).collect()
            } else {
                vec![scan(&all, [0, 0], bits)]
            }
        };
        let each = |band, bits| all.iter().map(move |one| scan(&[*one], band, bits));
        plan.scans = means([0, 1]);
        plan.scans.extend(each([1, 5], [0, 2]));
        plan.scans.extend(each([6, 63], [0, 2]));
        plan.scans.extend(each([1, 63], [2, 1]));
        plan.scans.extend(means([1, 0]));
        plan.scans.extend(each([1, 63], [1, 0]));
        plan
    }

    pub(super) fn with(mut self, change: impl FnOnce(&mut Self)) -> Self {
        change(&mut self);
        self
    }

    pub(super) fn file(&self) -> Vec<u8> {
        let mut file = vec![0xFF, 0xD8];
        file.extend(self.before.concat());
        file.extend(segment(DQT, &[&[0][..], &[6; 64]].concat()));
        file.extend(segment(DQT, &[&[1][..], &[9; 64]].concat()));
        file.extend(self.frame());
        for (kind, tables) in [(0, &self.tables.first), (0x10, &self.tables.others)] {
            for (number, table) in (kind..).zip(tables) {
                file.extend(segment(
                    DHT,
                    &[&[number], &table.counts[..], table.symbols].concat(),
                ));
            }
        }
        if self.restart > 0 {
            let interval = u16::try_from(self.restart).unwrap();
            file.extend(segment(DRI, &interval.to_be_bytes()));
        }
        let picture = Coefficients::of(self);
        for scan in &self.scans {
            file.extend(self.header(scan));
            file.extend(Coder::new(self, &picture, scan).run());
        }
        file.extend([0xFF, 0xD9]);
        file
    }

    fn frame(&self) -> Vec<u8> {
        let [width, height] = self.sides.map(|side| u16::try_from(side).unwrap());
        let mut content = vec![8];
        content.extend(height.to_be_bytes());
        content.extend(width.to_be_bytes());
        content.push(u8::try_from(self.channels.len()).unwrap());
        for (place, (id, across, down)) in self.channels.iter().enumerate() {
            let sampling = u8::try_from(across << 4 | down).unwrap();
            content.extend([*id, sampling, u8::from(place > 0)]);
        }
        segment(self.marker, &content)
    }

    fn header(&self, scan: &Scan) -> Vec<u8> {
        let mut content = vec![u8::try_from(scan.channels.len()).unwrap()];
        for place in &scan.channels {
            let tables = if *place > 0 { 0x11 } else { 0 };
            content.extend([self.channels[*place].0, tables]);
        }
        content.extend(scan.band.map(|place| u8::try_from(place).unwrap()));
        content.push(scan.bits[0] << 4 | scan.bits[1]);
        segment(SOS, &content)
    }

    fn finest(&self) -> [usize; 2] {
        let channels = self.channels.iter();
        let across = channels.clone().map(|channel| channel.1).max().unwrap();
        [across, channels.map(|channel| channel.2).max().unwrap()]
    }

    /// Units across and down.
    fn units(&self) -> [usize; 2] {
        let finest = self.finest();
        [0, 1].map(|axis| self.sides[axis].div_ceil(8 * finest[axis]))
    }

    /// Blocks of a channel in a scan of its own, across and down.
    fn blocks(&self, place: usize) -> [usize; 2] {
        let (_, across, down) = self.channels[place];
        let (finest, sampling) = (self.finest(), [across, down]);
        [0, 1].map(|axis| {
            let pixels = (self.sides[axis] * sampling[axis]).div_ceil(finest[axis]);
            pixels.div_ceil(8)
        })
    }
}

pub(super) fn blocks_of_a_unit(channels: &[Channel]) -> usize {
    channels.iter().map(|(_, across, down)| across * down).sum()
}

/// The coefficients of every block of every channel, in the order of files.
struct Coefficients(Vec<Vec<[i32; 64]>>);

impl Coefficients {
    /// Slopes and some noise, with a different one for each channel.
    fn of(plan: &Plan) -> Self {
        let mut dice = Dice::new(11);
        let mut roll = |most: f32| crate::resample::floor(dice.roll() * most);
        let units = plan.units();
        let channels = plan.channels.iter().enumerate();
        let channels = channels.map(|(place, (_, across, down))| {
            let [columns, rows] = [units[0] * across, units[1] * down];
            let blocks = (0..rows).flat_map(|y| (0..columns).map(move |x| (x, y)));
            let blocks = blocks.map(|(x, y)| {
                let mut block = [0; 64];
                let slope = (x * 17 + y * 11 + place * 29) % 90;
                block[0] = i32::try_from(slope).unwrap() - 45 + place_of(roll(5.0));
                for _ in 0..6 {
                    // Low frequencies, now and then a high one.
                    let range = if roll(8.0) == 0 { 63.0 } else { 9.0 };
                    let at = 1 + roll(range).min(62);
                    block[at] = place_of(roll(9.0)) - 4;
                }
                block
            });
            blocks.collect()
        });
        Self(channels.collect())
    }
}

fn place_of(value: usize) -> i32 {
    i32::try_from(value).unwrap()
}
