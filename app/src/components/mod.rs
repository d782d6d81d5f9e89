//! The parts pages are made of: markup only, rendered on the server.
//!
//! One file and one CSS partial (`style/components/`) for each part, classes
//! `c-<part>__<piece>`, states by `data-*`. A part takes its values as plain
//! arguments and, but for the frame and the name of the application in it and in each form, nothing from
//! context.

#![expect(
    unreachable_pub,
    reason = "the component macro gives its items more visibility than they are written with"
)]
#![expect(
    clippy::needless_pass_by_value,
    reason = "a component owns its arguments: its callers write them as values"
)]

mod about;
mod buttons;
mod captcha;
mod check_field;
mod date_fields;
mod disclosure;
mod error_summary;
mod field;
mod file_field;
mod finding_example;
mod fixed_value;
mod flow;
mod footer;
mod header;
mod icon;
mod layout;
mod notice;
mod office;
mod photo_concerns;
mod photo_examples;
mod photo_frame;
mod phrases;
mod post_form;
mod radio_group;
mod receipt_panel;
mod session_watch;
mod steps;
mod summary_list;
mod text_field;
mod wake;
mod which_application;

pub(crate) use about::AboutField;
pub(crate) use buttons::{ButtonKind, Buttons, LinkButton, SubmitButton};
pub(crate) use captcha::CaptchaField;
pub(crate) use check_field::{CheckField, CheckGroup};
pub(crate) use date_fields::{DateFields, birth_date_controls, typed_birth_date};
pub(crate) use disclosure::Disclosure;
pub(crate) use error_summary::ErrorSummary;
pub(crate) use file_field::FileField;
pub(crate) use finding_example::FindingExamples;
pub(crate) use fixed_value::FixedValue;
pub(crate) use flow::Flow;
pub(crate) use layout::Layout;
pub(crate) use notice::{Notice, NoticeKind};
pub(crate) use office::Office;
pub(crate) use photo_concerns::PhotoConcerns;
pub(crate) use photo_examples::{BAD_PHOTOS, BadPhotos, GoodPhotos};
pub(crate) use photo_frame::PhotoFrame;
pub(crate) use phrases::phrases;
pub(crate) use post_form::PostForm;
pub(crate) use radio_group::{Choice, RadioGroup};
pub(crate) use receipt_panel::ReceiptPanel;
pub(crate) use summary_list::{SummaryList, SummaryRow};
pub(crate) use text_field::{TextField, TextLook};
pub(crate) use which_application::OneOfSeveral;

#[cfg(test)]
mod tests;
