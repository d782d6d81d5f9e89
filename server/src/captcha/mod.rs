//! 画像認証: letters to be copied from a picture or from a voice.
//!
//! # What it is worth
//!
//! As a security control: nothing. In our measurement (2026-11-22,
//! `security.md` §2.2 of the design notes) recognisers off the shelf read 67 to
//! 99 of 100 pictures of every style that is pleasant to read, in about 50 ms
//! each, and every style they could not read people could not read either. The
//! spoken form is no better. It is here because the application form the office
//! knows has one, and it stops scripts that were not written for this portal.
//!
//! So the style is chosen for people: turned by a quarter of a radian at most,
//! two thin strokes, a soft swell, dark ink on light paper, and none of the
//! letters that look alike.
//!
//! # What carries the load
//!
//! - limits per mail address, per network address and in all, whatever the
//!   answer was: these keep strangers' mailboxes and the database from filling;
//! - the hidden proof of work ([`rules::proof`]) with every registration;
//! - the honeypot field and the least time a form takes to fill in.
//!
//! An answer is good for one try and some minutes, never leaves the server
//! except as picture or voice, and a person who can use neither passes with more
//! work for the browser and stricter limits. None of that is in this module: it
//! is pure, and everything in it follows from an answer and a seed of 32 bytes.
//! The seed must come from the operating system's random and stay on the server.

mod alphabet;
mod dice;
mod draw;
mod number;
mod page;
mod speak;
mod stretch;
mod warp;

pub use alphabet::{ALPHABET, ANSWER_LENGTH, answer};
pub use draw::{DrawError, picture};
pub use page::{PICTURE_HEIGHT, PICTURE_WIDTH};
pub use speak::speech;

#[cfg(test)]
mod tests {
    /// A seed that differs for every number.
    pub(super) fn seed(number: u32) -> [u8; 32] {
        let mut seed = [0x5A; 32];
        seed[..4].copy_from_slice(&number.to_be_bytes());
        seed
    }
}
