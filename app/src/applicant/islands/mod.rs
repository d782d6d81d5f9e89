//! What improves a page where WebAssembly runs. Without it everything here is
//! plain HTML that works.
//!
//! Each part is rendered by a server component and woken by an island that has no
//! props and no view: the island finds the part's elements by their ids. Props
//! would bring a JSON parser into the module a phone loads, signals a quarter of
//! its size again; what the browser needs to know stands in `data-*` instead. The
//! work itself lies apart in builds with `--split` and the feature `lazy`: a page
//! then loads the code of its own part only.

#![cfg_attr(
    feature = "ssr",
    expect(
        unreachable_pub,
        reason = "the macro of components makes their parts public"
    )
)]

mod birth_date_echo;
mod photo_camera;
#[cfg(any(feature = "hydrate", test))]
mod photo_checker;
mod photo_picker;
mod proof_of_work;
mod qr_reader;

#[cfg(feature = "ssr")]
pub use birth_date_echo::BirthDateEcho;
#[cfg(feature = "ssr")]
pub use photo_camera::PhotoCamera;
#[cfg(feature = "ssr")]
pub use photo_picker::PhotoPicker;
#[cfg(feature = "ssr")]
pub use proof_of_work::ProofOfWork;
#[cfg(feature = "ssr")]
pub use qr_reader::QrReader;
