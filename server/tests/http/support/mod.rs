//! A portal, browsers that visit it, and applicants who know their way.

mod answer;
mod applicant;
mod browser;
mod faulty;
mod hostile;
mod intact;
pub(crate) mod log;
mod mailbox;
mod photos;
mod portal;
mod post_office;
mod site;
mod wire;

pub(crate) use answer::Answer;
pub(crate) use applicant::{BIRTH, MAIL, NAME, agreement, born, contact, contact_at, details};
pub(crate) use browser::{Browser, Kind};
pub(crate) use faulty::{CAUSE, Call, Faulty};
pub(crate) use hostile::{MARK, escaped_form, hostile_texts};
pub(crate) use intact::{insist_on_log, insist_on_mails, insist_on_page};
pub(crate) use mailbox::token_in;
pub(crate) use photos::{BOUNDARY, envelope, envelope_with, fixture, opening};
pub(crate) use portal::{
    ANSWER, BASE, Place, Plan, TestPortal, form_id, on_both, on_each_database, operator_keys,
};
pub(crate) use post_office::PostOffice;
pub(crate) use wire::{Spoken, Wire};

/// The fields of a form: names and values.
pub(crate) type Fields<'a> = Vec<(&'a str, String)>;

/// Fields with values that are known beforehand.
pub(crate) fn fields<'a>(pairs: &[(&'a str, &str)]) -> Fields<'a> {
    pairs
        .iter()
        .map(|(name, value)| (*name, (*value).to_owned()))
        .collect()
}
