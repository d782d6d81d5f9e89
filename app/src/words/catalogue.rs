//! Everything the portal says in one language.

use super::calendar::Calendar;
use super::camera::Camera;
use super::concerns::Concerns;
use super::examples::Examples;
use super::exceptions::Reasons;
use super::findings::Findings;
use super::frame::Frame;
use super::letters::Letters;
use super::notices::Notices;
use super::pages::accessibility::Accessibility;
use super::pages::checker::Checker;
use super::pages::common::Common;
use super::pages::crowded::Crowded;
use super::pages::demo::Demo;
use super::pages::details::Details;
use super::pages::device::Device;
use super::pages::done::Done;
use super::pages::gallery::Gallery;
use super::pages::help::Help;
use super::pages::mail::Mail;
use super::pages::not_found::NotFound;
use super::pages::open_link::OpenLink;
use super::pages::other::Other;
use super::pages::photo::Photo;
use super::pages::privacy::Privacy;
use super::pages::review::Review;
use super::pages::start::Start;
use super::pages::status::Status;
use super::pages::terms::Terms;
use super::picker::Picker;
use super::problems::Problems;
use super::proof::Proof;
use super::qr::Qr;
use super::refusals::Refusals;
use super::sentence::{Change, Part};
use super::sheet::Sheet;
use super::waiting::Waiting;

/// Everything the portal says in one language.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// See its file.
    pub accessibility: Accessibility,
    /// See its file.
    pub calendar: Calendar,
    /// See its file.
    pub camera: Camera,
    /// See its file.
    pub checker: Checker,
    /// See its file.
    pub common: Common,
    /// See its file.
    pub concerns: Concerns,
    /// See its file.
    pub crowded: Crowded,
    /// See its file.
    pub demo: Demo,
    /// See its file.
    pub details: Details,
    /// See its file.
    pub device: Device,
    /// See its file.
    pub done: Done,
    /// See its file.
    pub examples: Examples,
    /// See its file.
    pub exceptions: Reasons,
    /// See its file.
    pub findings: Findings,
    /// See its file.
    pub frame: Frame,
    /// See its file.
    pub gallery: Gallery,
    /// See its file.
    pub help: Help,
    /// See its file.
    pub letters: Letters,
    /// See its file.
    pub mail: Mail,
    /// See its file.
    pub not_found: NotFound,
    /// See its file.
    pub notices: Notices,
    /// See its file.
    pub open_link: OpenLink,
    /// See its file.
    pub other: Other,
    /// See its file.
    pub photo: Photo,
    /// See its file.
    pub picker: Picker,
    /// See its file.
    pub privacy: Privacy,
    /// See its file.
    pub problems: Problems,
    /// See its file.
    pub proof: Proof,
    /// See its file.
    pub qr: Qr,
    /// See its file.
    pub refusals: Refusals,
    /// See its file.
    pub review: Review,
    /// See its file.
    pub sheet: Sheet,
    /// See its file.
    pub start: Start,
    /// See its file.
    pub status: Status,
    /// See its file.
    pub terms: Terms,
    /// See its file.
    pub waiting: Waiting,
}

impl Words {
    /// Whether every sentence has the gaps that are declared for it.
    pub(super) const fn check(&self) {
        self.accessibility.check();
        self.calendar.check();
        self.camera.check();
        self.checker.check();
        self.common.check();
        self.concerns.check();
        self.crowded.check();
        self.demo.check();
        self.details.check();
        self.device.check();
        self.done.check();
        self.examples.check();
        self.exceptions.check();
        self.findings.check();
        self.frame.check();
        self.gallery.check();
        self.help.check();
        self.letters.check();
        self.mail.check();
        self.not_found.check();
        self.notices.check();
        self.open_link.check();
        self.other.check();
        self.photo.check();
        self.picker.check();
        self.privacy.check();
        self.problems.check();
        self.proof.check();
        self.qr.check();
        self.refusals.check();
        self.review.check();
        self.start.check();
        self.status.check();
        self.terms.check();
        self.waiting.check();
    }

    /// All of it with every sentence changed.
    pub(super) fn changed(self, change: &mut Change<'_>) -> Self {
        Self {
            accessibility: Part::changed(self.accessibility, "accessibility", change),
            calendar: Part::changed(self.calendar, "calendar", change),
            camera: Part::changed(self.camera, "camera", change),
            checker: Part::changed(self.checker, "checker", change),
            common: Part::changed(self.common, "common", change),
            concerns: Part::changed(self.concerns, "concerns", change),
            crowded: Part::changed(self.crowded, "crowded", change),
            demo: Part::changed(self.demo, "demo", change),
            details: Part::changed(self.details, "details", change),
            device: Part::changed(self.device, "device", change),
            done: Part::changed(self.done, "done", change),
            examples: Part::changed(self.examples, "examples", change),
            exceptions: Part::changed(self.exceptions, "exceptions", change),
            findings: Part::changed(self.findings, "findings", change),
            frame: Part::changed(self.frame, "frame", change),
            gallery: Part::changed(self.gallery, "gallery", change),
            help: Part::changed(self.help, "help", change),
            letters: Part::changed(self.letters, "letters", change),
            mail: Part::changed(self.mail, "mail", change),
            not_found: Part::changed(self.not_found, "not_found", change),
            notices: Part::changed(self.notices, "notices", change),
            open_link: Part::changed(self.open_link, "open_link", change),
            other: Part::changed(self.other, "other", change),
            photo: Part::changed(self.photo, "photo", change),
            picker: Part::changed(self.picker, "picker", change),
            privacy: Part::changed(self.privacy, "privacy", change),
            problems: Part::changed(self.problems, "problems", change),
            proof: Part::changed(self.proof, "proof", change),
            qr: Part::changed(self.qr, "qr", change),
            refusals: Part::changed(self.refusals, "refusals", change),
            review: Part::changed(self.review, "review", change),
            sheet: Part::changed(self.sheet, "sheet", change),
            start: Part::changed(self.start, "start", change),
            status: Part::changed(self.status, "status", change),
            terms: Part::changed(self.terms, "terms", change),
            waiting: Part::changed(self.waiting, "waiting", change),
        }
    }
}
