//! Japanese: です・ます, what to do first, no blame, numbers in half width.
//!
//! A sentence stands here once. What is wrong and how to mend it is said by
//! [`problems`] and [`findings`]; why something was not done by `refusals`.

pub mod calendar;
pub mod concerns;
pub mod findings;
pub mod islands;
pub mod problems;
pub mod waiting;

#[cfg(feature = "ssr")]
pub mod camera;
#[cfg(feature = "ssr")]
pub mod examples;
#[cfg(feature = "ssr")]
pub mod exceptions;
#[cfg(feature = "ssr")]
pub mod frame;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod refusals;
