//! How often things may be done, against abuse.

use super::kinds::{Count, count};
use super::section::section;

section! {
    /// How often things may be done. "Burst" is how often at once; after that there is
    /// one more whenever the time of "refill" has gone by. An IPv6 client counts by its
    /// network.
    Limits {
        /// Length of an IPv6 client's network, in bits.
        ipv6_network_bits: u8 = 64;
        /// Length of the larger network an IPv6 client counts by besides, in bits: a single
        /// customer may have all networks of such a one.
        ipv6_site_bits: u8 = 48;
        /// That larger network may do so many times as much as one network: others may be in
        /// it too.
        ipv6_site_networks: Count = count(16);
        /// Sessions begun by one client: burst. A family and everybody in an office or a
        /// home share an address.
        sessions_per_client: Count = count(60);
        /// Sessions begun by one client: refill, in seconds.
        sessions_refill_seconds: Count = count(10);
        /// Mail addresses registered by one client: burst.
        registrations_per_client: Count = count(5);
        /// Mail addresses registered by one client: refill, in seconds.
        registrations_refill_seconds: Count = count(60);
        /// Mails to one address: burst.
        mails_per_address: Count = count(3);
        /// Mails to one address: refill, in seconds.
        mails_per_address_refill_seconds: Count = count(3600);
        /// Mails to one mailbox, whatever stands behind a "+" and, where the provider ignores
        /// them, whatever the dots: burst.
        mails_per_mailbox: Count = count(6);
        /// Mails to one mailbox: refill, in seconds.
        mails_per_mailbox_refill_seconds: Count = count(3600);
        /// Registrations and mails with a link for one form, to whatever address: burst.
        mails_per_form: Count = count(5);
        /// Registrations and mails with a link for one form: refill, in seconds; five in a
        /// day.
        mails_per_form_refill_seconds: Count = count(17_280);
        /// Mails asked for in one session: burst.
        mails_per_session: Count = count(2);
        /// Mails asked for in one session: refill, in seconds.
        mails_per_session_refill_seconds: Count = count(300);
        /// Answers to the captcha by one client: burst.
        captcha_tries: Count = count(10);
        /// Answers to the captcha by one client: all of the burst is
        /// back after so many seconds.
        captcha_tries_seconds: Count = count(600);
        /// A picture can be answered for so many seconds.
        captcha_life_seconds: Count = count(300);
        /// After a right answer so many addresses can be given in one registration, corrections
        /// included, without another picture.
        addresses_per_captcha: Count = count(3);
        /// They can be given within so many seconds.
        captcha_solved_seconds: Count = count(1800);
        /// Difficulty of the hidden proof of work: zero bits asked for. One more doubles
        /// the work.
        proof_bits: u8 = rules::proof::DEFAULT_BITS;
        /// So many captchas a minute are usual. Beyond three times the usual
        /// the hidden work becomes four times as hard, beyond nine times sixteen times. What is
        /// usual grows slowly with what comes and is never less than this.
        usual_captchas_per_minute: Count = count(120);
        /// A form answered in fewer seconds than this was not answered by a person; 0
        /// switches the check off.
        least_form_seconds: u32 = 3;
        /// Photos sent for one application: burst.
        uploads_per_application: Count = count(10);
        /// Photos sent for one application: all of the burst is back after so many seconds.
        uploads_seconds: Count = count(3600);
        /// A photo must arrive with so many bytes a second.
        upload_bytes_per_second: Count = count(1024);
        /// Links nobody was sent, opened by one client: burst.
        unknown_links: Count = count(30);
        /// Links nobody was sent, opened by one client: all of the burst is back after so
        /// many seconds.
        unknown_links_seconds: Count = count(3600);
        /// Openings of the links of one application on devices that it does not know, and as
        /// many on its own: burst.
        link_openings_per_application: Count = count(20);
        /// Openings of the links of one application: all of the burst is back after so many
        /// seconds.
        link_openings_seconds: Count = count(3600);
        /// Looks at the status page by one client: burst.
        status_tries: Count = count(10);
        /// Looks at the status page by one client: all of the burst is back after so many
        /// seconds.
        status_tries_seconds: Count = count(600);
    }
}
