//! Whether the settings fit together and the mode.

mod photos;

use std::path::Path;

use rules::MailAddress;
use rules::photo::spec::MOST_BYTES;
use rules::proof::{LEAST_BITS, MOST_BITS, MOST_MORE_BITS};

use super::problem::{ConfigProblem, Origin, What};
use super::{Limits, Office, mail::sample_sender};
use super::{Settings, Tls, TransportKind};

/// What a photo's upload needs beside the photo: the envelope of the form.
const ENVELOPE_BYTES: u64 = 64 * 1024;

/// A code sent by mail is over after ten minutes (NIST SP 800-63B, 5.1.3.2).
const MOST_CODE_MINUTES: u32 = 10;

/// Everything that is wrong with settings that were read: what contradicts itself,
/// which files are missing and, in production, what is fit for a demonstration
/// only. Reads the files that the settings name; changes nothing.
pub fn check(settings: &Settings) -> Vec<ConfigProblem> {
    let mut findings = Findings(Vec::new());
    key(settings, &mut findings);
    password(settings, &mut findings);
    database_password(settings, &mut findings);
    photos::photos(&settings.photos, &mut findings);
    files(settings, &mut findings);
    sizes(settings, &mut findings);
    networks(&settings.limits, &mut findings);
    lives(settings, &mut findings);
    if settings.is_production() {
        addresses(settings, &mut findings);
        mailer(settings, &mut findings);
        office(settings, &mut findings);
    }
    findings.0
}

/// What was found so far.
struct Findings(Vec<ConfigProblem>);

impl Findings {
    /// Notes what is wrong with the key of this path, if it is.
    fn note(&mut self, wrong: bool, path: &str, what: impl Into<String>) {
        if wrong {
            let what = What::Unfit(what.into());
            self.0.push(ConfigProblem {
                place: Origin::InForce,
                path: path.to_owned(),
                what,
            });
        }
    }
}

fn key(settings: &Settings, findings: &mut Findings) {
    let path = if settings.secrets.key.is_some() {
        "secrets.key"
    } else {
        "secrets.key_file"
    };
    match settings.secrets.read_keys() {
        Err(problem) => findings.note(true, path, problem.to_string()),
        Ok(keys) => findings.note(
            keys.is_none() && settings.is_production(),
            path,
            "production needs a key: `shinsei key new` makes one",
        ),
    }
}

fn password(settings: &Settings, findings: &mut Findings) {
    let mail = &settings.mail;
    let path = if mail.password.is_some() {
        "mail.password"
    } else {
        "mail.password_file"
    };
    match mail.read_password() {
        Err(problem) => findings.note(true, path, problem.to_string()),
        Ok(password) => {
            let (user, password) = (mail.user.is_some(), password.is_some());
            findings.note(user && !password, path, "the user given needs a password");
            findings.note(
                password && !user,
                "mail.user",
                "the password given needs a user",
            );
        }
    }
    findings.note(
        mail.user.is_some() && mail.tls == Tls::None && !mail.is_on_this_machine(),
        "mail.tls",
        "a password would travel in the clear: \"starttls\" or \"tls\"",
    );
}

fn database_password(settings: &Settings, findings: &mut Findings) {
    if let Err(problem) = settings.database.read_password() {
        findings.note(true, "database.password_file", problem.to_string());
    }
}

fn files(settings: &Settings, findings: &mut Findings) {
    let files = [
        ("mail.ca_file", settings.mail.ca_file.as_deref()),
        ("database.ca_file", settings.database.ca_file.as_deref()),
        ("photos.ca_file", settings.photos.ca_file.as_deref()),
        ("journey.terms_file", settings.journey.terms_file.as_deref()),
    ];
    for (path, file) in files {
        let fault = file.and_then(|file: &Path| std::fs::read(file).err());
        findings.note(
            fault.is_some(),
            path,
            fault.map_or(String::new(), |fault| {
                format!("cannot be read ({})", fault.kind())
            }),
        );
    }
}

fn sizes(settings: &Settings, findings: &mut Findings) {
    let least = MOST_BYTES + ENVELOPE_BYTES;
    findings.note(
        u64::from(settings.http.upload_bytes.get()) < least,
        "http.upload_bytes",
        format!("the largest photo allowed needs {least}"),
    );
    findings.note(
        settings.http.newcomers_at_once >= settings.http.requests_at_once,
        "http.newcomers_at_once",
        "must be less than http.requests_at_once: the rest is for those who are inside",
    );
    let bits = LEAST_BITS..=MOST_BITS - MOST_MORE_BITS;
    findings.note(
        !bits.contains(&settings.limits.proof_bits),
        "limits.proof_bits",
        format!("must be {} to {}", bits.start(), bits.end()),
    );
    findings.note(
        settings.journey.birth_date_tries_in_all.get() > 100,
        "journey.birth_date_tries_in_all",
        "must be 100 at most (NIST SP 800-63B)",
    );
}

/// A wrong network is told by itself, and not once more at the larger one.
fn networks(limits: &Limits, findings: &mut Findings) {
    let (network, site) = (limits.ipv6_network_bits, limits.ipv6_site_bits);
    let is_network = (32..=128).contains(&network);
    let path = "limits.ipv6_network_bits";
    findings.note(!is_network, path, "must be 32 to 128");
    let path = "limits.ipv6_site_bits";
    let is_site = (16..=64).contains(&site);
    findings.note(!is_site, path, "must be 16 to 64");
    findings.note(
        is_network && is_site && site > network,
        path,
        "must be limits.ipv6_network_bits at most: it is the larger network",
    );
}

fn lives(settings: &Settings, findings: &mut Findings) {
    let journey = &settings.journey;
    findings.note(
        journey.code_minutes.get() > MOST_CODE_MINUTES,
        "journey.code_minutes",
        format!("must be at most {MOST_CODE_MINUTES}"),
    );
    findings.note(
        journey.session_idle_minutes.get().div_ceil(60) > journey.session_hours.get(),
        "journey.session_idle_minutes",
        "is longer than journey.session_hours",
    );
    findings.note(
        journey.link_hours > settings.retention.unverified_hours,
        "retention.unverified_hours",
        "is shorter than journey.link_hours: a link would outlive what it opens",
    );
}

fn addresses(settings: &Settings, findings: &mut Findings) {
    findings.note(
        !settings.http.base_url.is_https(),
        "http.base_url",
        "must begin with https:// in production",
    );
    findings.note(
        settings
            .http
            .trusted_proxies
            .iter()
            .any(|network| network.prefix_len() == 0),
        "http.trusted_proxies",
        "names the whole internet: anybody could pretend to be anybody",
    );
}

fn mailer(settings: &Settings, findings: &mut Findings) {
    let mail = &settings.mail;
    findings.note(
        mail.transport != TransportKind::Smtp,
        "mail.transport",
        "must be \"smtp\" in production: nobody would get a mail",
    );
    let sample =
        |address: &MailAddress| *address == sample_sender() || is_reserved(address.domain());
    let message = "is a sample address: production needs one of your own";
    findings.note(sample(&mail.from), "mail.from", message);
    findings.note(
        mail.reply_to.as_ref().is_some_and(sample),
        "mail.reply_to",
        message,
    );
}

/// Whether a domain is set aside for examples and tests (RFC 2606, RFC 6761 and
/// the JPRS list of reserved `.jp` names).
fn is_reserved(domain: &str) -> bool {
    let mut labels = domain.rsplit('.');
    matches!(
        labels.next(),
        Some("test" | "example" | "invalid" | "localhost")
    ) || domain
        .split('.')
        .any(|label| label.eq_ignore_ascii_case("example"))
}

fn office(settings: &Settings, findings: &mut Findings) {
    let (given, sample) = (&settings.office, Office::default());
    let message = "is the sample value: production needs your office's";
    findings.note(given.name == sample.name, "office.name", message);
    findings.note(given.phone == sample.phone, "office.phone", message);
    findings.note(given.hours == sample.hours, "office.hours", message);
}
