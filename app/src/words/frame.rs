//! Words of the frame around each page and of the components.

use crate::words::sentence::{Template, Text, catalogue};

catalogue! {
    /// Words of the frame around each page and of the components.
    pub struct Frame {
        /// Name of the service, in the header and in each page's title.
        service: Text,
        /// Link that skips the header.
        skip: Text,
        /// Badge of a demonstration.
        demo: Text,
        /// What the badge means.
        demo_note: Text,
        /// Link to the demonstration's forms and mails.
        demo_link: Text,
        /// Names the link to the page before for those who cannot see where it stands.
        way_back: Text,
        /// Link to the help page, and its name.
        help: Text,
        /// Names the links at the foot of each page for those who cannot see them.
        foot_links: Text,
        /// Heading of the office's address at the foot of each page.
        contact: Text,
        /// Before the telephone number.
        phone: Text,
        /// Before the opening hours.
        hours: Text,
        /// Link to the status page.
        status: Text,
        /// Link to the privacy page.
        privacy: Text,
        /// Link to the accessibility statement.
        accessibility: Text,
        /// Mark of a field that must be filled in.
        required: Text,
        /// Mark of a field that may stay empty.
        optional: Text,
        /// Before an error, for those who cannot see its colour; before the title of a
        /// page with errors.
        error: Text,
        /// Kind of a notice that informs.
        notice_info: Text,
        /// Kind of a notice that something went well.
        notice_good: Text,
        /// Kind of a notice that asks for attention.
        notice_warn: Text,
        /// Puts the date that was most likely meant into the controls.
        birth_date_apply: Text,
        /// First choice of the eras.
        era_choose: Text,
        /// Label of the era.
        era: Text,
        /// Label of the year.
        year: Text,
        /// Label of the month.
        month: Text,
        /// Label of the day.
        day: Text,
        /// Opens the boxes of unknown parts.
        unknown_title: Text,
        /// Above them.
        unknown_hint: Text,
        /// Box.
        day_unknown: Text,
        /// Box.
        month_unknown: Text,
        /// Heading of the warning before a session ends.
        session_title: Text,
        /// What happens when the session ends.
        session_note: Text,
        /// Button that keeps the session.
        session_stay: Text,
        /// Button that ends the session.
        session_leave: Text,
        /// The time left; the page's script puts the minutes and seconds in.
        session_left: Text,
        /// 「ステップ 3／9」.
        step: Template(number: u8, of: u8),
        /// Heading over the list of problems.
        problems_heading: Template(count: usize),
        /// A page's title in the browser: what it is about first.
        title: Template(page: &str, service: &str),
        /// The same with the step.
        title_of_step: Template(page: &str, step: &str, service: &str),
        /// Before what is meant by a link, for those who cannot see where it stands.
        colon: Text,
        /// What something is, and more about it: 「良い例：…」.
        named: Template(name: &str, what: &str),
    }
}
