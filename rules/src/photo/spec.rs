//! What a photo file must be, in numbers.
//!
//! The notice to applicants says "JPEG, 20 KB to 7 MB, 480 to 6,000 pixels each
//! side, RGB". It does not say whether a KB has 1,000 or 1,024 bytes, so the
//! wider reading is taken at both ends: nobody is refused over that question.

/// Fewest bytes of a file: 20 KB of 1,000 bytes.
pub const FEWEST_BYTES: u64 = 20_000;

/// Most bytes of a file: 7 MB of 1,024 x 1,024 bytes.
pub const MOST_BYTES: u64 = 7_340_032;

/// Shortest side, in pixels, for the width and the height alike.
pub const SHORTEST_SIDE: u32 = 480;

/// Longest side, in pixels, for the width and the height alike.
pub const LONGEST_SIDE: u32 = 6_000;

/// Bits per sample. JPEG knows 12 as well, but hardly any program reads it.
pub const BITS_PER_SAMPLE: u8 = 8;

/// Most scans (passes over the picture) of a file.
///
/// Usual progressive files have about ten. Each scan costs the decoder a walk
/// over every block, so a small file with thousands of them would keep the
/// server busy for minutes.
pub const MOST_SCANS: u32 = 32;

/// Most tables (of codes and of steps) of a file: all twelve anew before each scan.
///
/// Usual files have four to thirty. Each table costs the decoder some thousand
/// steps, however few bytes it has.
pub const MOST_TABLES: u32 = 12 * MOST_SCANS;

/// Most blocks that all scans together may walk over, for each byte of the file.
///
/// Usual photos have less than one, a white picture in passes forty. A scan can say
/// "nothing new" for thousands of blocks at once, and yet the decoder walks over each.
pub const MOST_BLOCKS_FOR_A_BYTE: u64 = 64;
