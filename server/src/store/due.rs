//! What is too old, in words that both databases understand: the purge deletes by them, and
//! a trial counts by them.
//!
//! `$1`, `$2` and `$3` stand for the moments of unverified, unfinished and handed-over
//! applications, as [`of_journeys`] gives them.

use rules::Moment;
use rules::application::CaseStage;

use super::Retention;
use super::stages::{self, Age, sent_in};

/// Rows that a transaction of the purge deletes at most, so that whoever writes meanwhile
/// waits for no more than that.
pub(super) const PORTION: u32 = 500;

/// Begun with the form of an application that was handed over, or that application itself.
const OF_A_FORM_HANDED_OVER: &str =
    "form_digest in (select form_digest from journeys where handed_over_at < $3)";

fn unverified() -> String {
    let stages = stages::list(Age::Unverified);
    format!("(stage in ({stages}) and changed_at < $1)")
}

fn unfinished() -> String {
    let stages = stages::list(Age::Unfinished);
    format!("(stage in ({stages}) and changed_at < $2)")
}

/// Withdrawn, or never answered. The form stays: somebody may apply with it again.
fn given_up() -> String {
    let (sent_in, free) = (sent_in!(), stages::cases(CaseStage::frees_form));
    format!("({sent_in} and case_stage in ({free}) and decided_at < $3)")
}

fn old() -> String {
    let (unverified, unfinished, given_up) = (unverified(), unfinished(), given_up());
    format!("({unverified} or {unfinished} or {given_up} or {OF_A_FORM_HANDED_OVER})")
}

/// Of applications that go, those whose forms go with them.
pub(super) fn with_their_forms() -> String {
    let (sent_in, free) = (sent_in!(), stages::cases(CaseStage::frees_form));
    format!("{sent_in} and case_stage not in ({free})")
}

/// Applications that go, in this order: what was begun with the form of one that was handed
/// over could never be sent in, and goes before that one does, as only that one tells.
pub(super) fn applications() -> [String; 5] {
    let before = format!("stage not in ({})", stages::list(Age::Submitted));
    [
        unverified(),
        unfinished(),
        given_up(),
        format!("({before} and {OF_A_FORM_HANDED_OVER})"),
        format!(
            "(handed_over_at < $3 and not exists (select 1 from journeys as other \
             where other.form_digest = journeys.form_digest and other.{before}))"
        ),
    ]
}

/// Forms that nobody applied with, once the applications are gone; `$1` stands for their moment.
pub(super) const UNUSED_FORMS: &str = "(issued_at < $1 \
     and not exists (select 1 from journeys where form_digest = forms.digest))";

/// How many applications at each stage would go.
pub(super) fn count_applications() -> String {
    let old = old();
    format!(
        "select stage, case_stage, count(*) as number from journeys where {old} \
         group by stage, case_stage"
    )
}

/// How many forms would be without an application then; `$4` stands for their moment. Those
/// of applications that were handed over go with them and are not counted.
pub(super) fn count_unused_forms() -> String {
    let old = old();
    format!(
        "select count(*) as number from forms where issued_at < $4 \
         and digest not in (select form_digest from journeys where handed_over_at < $3) \
         and not exists (select 1 from journeys where form_digest = forms.digest and not {old})"
    )
}

/// How many sessions would go; `$1` stands for their moment.
pub(super) const COUNT_SESSIONS: &str =
    "select count(*) as number from sessions where seen_at < $1";

/// What `$1`, `$2` and `$3` stand for.
pub(super) fn of_journeys(retention: Retention) -> [i64; 3] {
    [
        retention.unverified_before,
        retention.unfinished_before,
        retention.handed_over_before,
    ]
    .map(|before| before.0)
}

/// Whether a portion was cut off, so that there may be more.
pub(super) fn is_full(rows: u64) -> bool {
    rows >= u64::from(PORTION)
}

/// Rows that nobody counts: their table, its key, and since when they have ended.
#[derive(Clone, Copy)]
pub(super) struct Ended {
    pub(super) table: &'static str,
    pub(super) key: &'static str,
    /// The key's type on a server, whose tables have no other order to follow.
    pub(super) key_type: &'static str,
    /// `$1` stands for the moment.
    pub(super) condition: &'static str,
    pub(super) before: Moment,
}

/// Rows that go and that nobody counts. They have no index by age, as it would cost with each
/// of them: their portions follow the key instead, so that all of them together read the
/// table once.
pub(super) fn ended(retention: Retention, now: Moment) -> [Ended; 4] {
    let of = |table, (key, key_type), condition, before| Ended {
        table,
        key,
        key_type,
        condition,
        before,
    };
    let before = retention.ended_before;
    [
        of("links", ("digest", "bytea"), "until < $1", before),
        of(
            "outbox",
            ("id", "text"),
            "(outcome is not null and queued_at < $1)",
            before,
        ),
        of("challenges", ("id", "text"), "until < $1", now),
        of("allowances", ("key", "bytea"), "whole_at < $1 * 1000", now),
    ]
}
