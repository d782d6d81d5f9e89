//! What the office gets of an application, as JSON. `docs/operations.md` describes each
//! field; a test compares.

use rules::application::{GivenBy, Journey, Portrait, Registration};
use rules::{Applicant, BirthDate, Certificates, PhotoReceipt, PhotoRemark};
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use crate::clock::in_japan;

/// Raised when a field changes its meaning or goes; new fields do not raise it.
const FORMAT: u8 = 1;

#[derive(Serialize)]
struct Record<'a> {
    format: u8,
    receipt: &'a str,
    submitted_at: String,
    application_id: &'a str,
    application_id_by: &'static str,
    applicant: &'static str,
    terms: &'a str,
    agreed_at: String,
    contact_name: &'a str,
    mail: &'a str,
    birth_date: Birth,
    certificates: Certificates,
    braille: Option<&'a str>,
    photo: Option<Photo<'a>>,
}

#[derive(Serialize)]
struct Birth {
    iso: String,
    wareki: String,
}

#[derive(Serialize)]
struct Photo<'a> {
    file: String,
    sha256: String,
    width: u16,
    height: u16,
    bytes: usize,
    remarks: &'a [PhotoRemark],
    exceptions: &'a [String],
    use_anyway: bool,
}

/// The record of an application that was sent in, and of its photo; none for any other.
/// It depends on nothing else, so that it is the same whenever it is written.
///
/// # Errors
/// When it cannot be written as JSON, which no application of ours comes to.
pub fn record(journey: &Journey, photo: Option<&[u8]>) -> serde_json::Result<Option<Vec<u8>>> {
    let Journey::Submitted {
        registration,
        portrait,
        details,
        receipt,
        at,
        case: _,
    } = journey
    else {
        return Ok(None);
    };
    let Registration {
        form,
        agreement,
        contact,
    } = registration;
    let record = Record {
        format: FORMAT,
        receipt: receipt.as_str(),
        submitted_at: in_japan(*at),
        application_id: form.id.as_str(),
        application_id_by: given_by(form.by),
        applicant: applicant(agreement.applicant),
        terms: agreement.terms.as_str(),
        agreed_at: in_japan(agreement.at),
        contact_name: contact.name.as_str(),
        mail: contact.mail.as_str(),
        birth_date: birth(details.birth_date),
        certificates: details.certificates,
        braille: details.braille.as_ref().map(rules::BrailleName::as_str),
        photo: match (portrait, photo) {
            (Portrait::Kept(kept), Some(jpeg)) => Some(picture(receipt.as_str(), kept, jpeg)),
            _ => None,
        },
    };
    let mut json = serde_json::to_vec_pretty(&record)?;
    json.push(b'\n');
    Ok(Some(json))
}

fn birth(date: BirthDate) -> Birth {
    Birth {
        iso: date.iso(),
        wareki: date.wareki(),
    }
}

fn picture<'a>(receipt: &str, kept: &'a PhotoReceipt, jpeg: &[u8]) -> Photo<'a> {
    Photo {
        file: format!("{receipt}.jpg"),
        sha256: hex::encode(Sha256::digest(jpeg)),
        width: kept.width,
        height: kept.height,
        bytes: jpeg.len(),
        remarks: &kept.remarks,
        exceptions: &kept.exceptions,
        use_anyway: kept.use_anyway,
    }
}

const fn given_by(by: GivenBy) -> &'static str {
    match by {
        GivenBy::Qr => "qr",
        GivenBy::Typed => "typed",
    }
}

const fn applicant(applicant: Applicant) -> &'static str {
    match applicant {
        Applicant::Myself => "myself",
        Applicant::Parent { under_one: false } => "parent",
        Applicant::Parent { under_one: true } => "parent_of_under_one",
        Applicant::Representative => "representative",
    }
}
