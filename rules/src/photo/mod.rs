//! The photo file and what it must be.
