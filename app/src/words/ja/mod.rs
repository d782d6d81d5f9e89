//! Japanese: です・ます, what to do first, no blame, numbers in half width.
//!
//! A sentence stands here once, without any code: what is said when is decided beside this
//! folder, for all languages.

use super::Words;

mod accessibility;
mod calendar;
mod camera;
mod checker;
mod common;
mod concerns;
mod crowded;
mod demo;
mod details;
mod device;
mod done;
mod examples;
mod exceptions;
mod findings;
mod frame;
mod gallery;
mod help;
mod letters;
mod mail;
mod not_found;
mod notices;
mod open_link;
mod other;
mod photo;
mod picker;
mod privacy;
mod problems;
mod proof;
mod qr;
mod refusals;
mod review;
mod sheet;
mod start;
mod status;
mod terms;
mod waiting;

/// Every sentence.
pub(super) const WORDS: Words = Words {
    accessibility: accessibility::ACCESSIBILITY,
    calendar: calendar::CALENDAR,
    camera: camera::CAMERA,
    checker: checker::CHECKER,
    common: common::COMMON,
    concerns: concerns::CONCERNS,
    crowded: crowded::CROWDED,
    demo: demo::DEMO,
    details: details::DETAILS,
    device: device::DEVICE,
    done: done::DONE,
    examples: examples::EXAMPLES,
    exceptions: exceptions::EXCEPTIONS,
    findings: findings::FINDINGS,
    frame: frame::FRAME,
    gallery: gallery::GALLERY,
    help: help::HELP,
    letters: letters::LETTERS,
    mail: mail::MAIL,
    not_found: not_found::NOT_FOUND,
    notices: notices::NOTICES,
    open_link: open_link::OPEN_LINK,
    other: other::OTHER,
    photo: photo::PHOTO,
    picker: picker::PICKER,
    privacy: privacy::PRIVACY,
    problems: problems::PROBLEMS,
    proof: proof::PROOF,
    qr: qr::QR,
    refusals: refusals::REFUSALS,
    review: review::REVIEW,
    sheet: sheet::SHEET,
    start: start::START,
    status: status::STATUS,
    terms: terms::TERMS,
    waiting: waiting::WAITING,
};
