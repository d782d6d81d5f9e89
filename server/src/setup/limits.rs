//! The limits and lives that the service keeps to, of the settings.

use crate::config::{Count, Limits, Settings};
use crate::service::Bounds;
use crate::store::Allowance;

const HOUR_SECONDS: u32 = 60 * 60;

fn each(burst: Count, seconds: Count) -> Allowance {
    Allowance {
        burst: burst.get(),
        seconds: seconds.get(),
    }
}

/// An allowance whose whole burst is back after so many seconds.
fn whole_after(burst: Count, seconds: Count) -> Allowance {
    Allowance {
        burst: burst.get(),
        seconds: (seconds.get() / burst.get()).max(1),
    }
}

/// Without proof of work half as much is allowed.
fn halved(allowance: Allowance) -> Allowance {
    Allowance {
        burst: allowance.burst.div_ceil(2),
        seconds: allowance.seconds.saturating_mul(2),
    }
}

/// So many in so many seconds.
fn spread_over(seconds: u32, count: Count) -> Allowance {
    Allowance {
        burst: count.get(),
        seconds: (seconds / count.get()).max(1),
    }
}

fn link_openings(limits: &Limits) -> Allowance {
    let seconds = limits.link_openings_seconds;
    whole_after(limits.link_openings_per_application, seconds)
}

fn registrations(limits: &Limits) -> Allowance {
    let seconds = limits.registrations_refill_seconds;
    each(limits.registrations_per_client, seconds)
}

/// Of an address, its mailbox, a form, and a session.
fn mails(limits: &Limits) -> [Allowance; 4] {
    let address = limits.mails_per_address_refill_seconds;
    let mailbox = limits.mails_per_mailbox_refill_seconds;
    let session = limits.mails_per_session_refill_seconds;
    [
        each(limits.mails_per_address, address),
        each(limits.mails_per_mailbox, mailbox),
        each(limits.mails_per_form, limits.mails_per_form_refill_seconds),
        each(limits.mails_per_session, session),
    ]
}

/// The limits and lives the service keeps to.
pub fn bounds(settings: &Settings) -> Bounds {
    const MINUTE: i64 = 60;
    const HOUR: i64 = 60 * MINUTE;
    let (journey, limits) = (&settings.journey, &settings.limits);
    let registrations = registrations(limits);
    let [mails, mails_per_mailbox, mails_per_form, resends] = mails(limits);
    Bounds {
        link_seconds: i64::from(journey.link_hours.get()) * HOUR,
        link_openings: link_openings(limits),
        device_seconds: i64::from(settings.retention.unfinished_days.get()) * 24 * HOUR,
        code_seconds: i64::from(journey.code_minutes.get()) * MINUTE,
        code_tries: journey.code_tries.get(),
        codes: spread_over(HOUR_SECONDS, journey.codes_per_hour),
        session_idle_seconds: i64::from(journey.session_idle_minutes.get()) * MINUTE,
        session_seconds: i64::from(journey.session_hours.get()) * HOUR,
        applications_per_session: usize::try_from(journey.applications_per_session.get())
            .unwrap_or(usize::MAX),
        birth_dates: Allowance {
            burst: journey.birth_date_tries.get(),
            seconds: journey.birth_date_wait_minutes.get().saturating_mul(60),
        },
        birth_dates_of_a_day: spread_over(24 * HOUR_SECONDS, journey.birth_date_tries_per_day),
        birth_dates_in_all: journey.birth_date_tries_in_all.get(),
        challenge_seconds: i64::from(limits.captcha_life_seconds.get()),
        addresses_per_captcha: limits.addresses_per_captcha.get(),
        solved_seconds: i64::from(limits.captcha_solved_seconds.get()),
        challenges: whole_after(limits.captcha_tries, limits.captcha_tries_seconds),
        registrations,
        plain_registrations: halved(registrations),
        least_form_seconds: i64::from(limits.least_form_seconds),
        mails,
        mails_per_mailbox,
        mails_per_form,
        resends,
        uploads: whole_after(limits.uploads_per_application, limits.uploads_seconds),
        unknown: whole_after(limits.unknown_links, limits.unknown_links_seconds),
        status: whole_after(limits.status_tries, limits.status_tries_seconds),
        sessions: each(limits.sessions_per_client, limits.sessions_refill_seconds),
        proof_bits: limits.proof_bits,
        ipv6_network_bits: limits.ipv6_network_bits,
        ipv6_site_bits: limits.ipv6_site_bits,
        ipv6_site_networks: limits.ipv6_site_networks.get(),
    }
}
