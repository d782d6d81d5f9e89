//! How long the parts of an application's journey live.

use std::path::PathBuf;

use super::kinds::{Count, count};
use super::section::section;

section! {
    /// How long links, codes and sessions live, and how often one may try.
    Journey {
        /// The mailed link can be used for so many hours.
        link_hours: Count = count(24);
        /// A device code can be used for so many minutes: 10 at most (NIST SP 800-63B).
        code_minutes: Count = count(10);
        /// Tries for each device code.
        code_tries: Count = count(5);
        /// Device codes sent for one application within an hour.
        codes_per_hour: Count = count(3);
        /// A session ends after so many minutes without a request.
        session_idle_minutes: Count = count(30);
        /// A session ends after so many hours in any case.
        session_hours: Count = count(24);
        /// One session holds so many applications, as those of a family. Another one takes the place
        /// of the one used the longest time ago, which its mailed link still leads to.
        applications_per_session: Count = count(6);
        /// Tries of one application for the birth date that the office holds.
        birth_date_tries: Count = count(5);
        /// After that the birth date can be tried again in so many minutes.
        birth_date_wait_minutes: Count = count(60);
        /// Tries for the birth date of one form in a day, by all applications with it.
        birth_date_tries_per_day: Count = count(20);
        /// Wrong tries for the birth date of one form in all; then only `shinsei forms unlock`
        /// lets it be tried again (NIST SP 800-63B, 5.2.2: 100 at most).
        birth_date_tries_in_all: Count = count(100);
        /// File with the office's own terms of use; unset, the ones that come with the
        /// portal.
        terms_file: Option<PathBuf> = None => Example("terms.toml");
    }
}
