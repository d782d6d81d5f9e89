//! The photo file and what it must be.
//!
//! [`inspect`] reads a file's headers and walks over its data once. It names
//! every problem together, so that an applicant is not sent back twice, and it
//! never decodes a pixel. The browser runs it before anything is sent; the
//! server runs the same code on what arrives. Whoever decodes a photo reads it by the
//! same [`Parts`].
//!
//! The numbers stand in [`spec`] and nowhere else. What a file may cost its reader is
//! counted in [`Steps`], in proportion to its bytes.

mod channel;
mod exif;
mod extent;
mod facts;
mod finding;
mod frame;
mod inspect;
mod jpeg;
mod kind;
mod outline;
mod parts;
mod scan;
pub mod spec;
mod steps;
mod tables;
mod turn;

pub use channel::Channel;
pub use facts::{Coding, Colour, Facts, Orientation};
pub use finding::{Finding, Weight};
pub use frame::FrameHeader;
pub use inspect::{Inspection, inspect, inspect_size, inspect_within};
pub use kind::FileKind;
pub use parts::{Part, Parts, Stop};
pub use scan::{Member, ScanHeader};
pub use steps::Steps;
pub use turn::QuarterTurn;
