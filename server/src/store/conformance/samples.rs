//! Rows for the stories; what is sealed in them is no concern of a store.

use rules::Moment;
use rules::application::{CaseStage, MailKind, Stage};

use crate::outbox::{Lease, Leased, Outcome};
use crate::seal::Digest;
use crate::store::{
    Allowance, JobKind, JourneyId, LinkPurpose, Queued, Retention, SavedCase, SavedChallenge,
    SavedCode, SavedDevice, SavedForm, SavedJourney, SavedLink, SavedSession, Store, StoreError,
    Write,
};

/// The moment the stories begin at.
pub(in crate::store) const NOW: Moment = Moment(1_795_359_600);
pub(in crate::store) const HOUR: i64 = 60 * 60;
pub(in crate::store) const DAY: i64 = 24 * HOUR;
/// One at once, and one more each minute.
pub(in crate::store) const ONE: Allowance = Allowance {
    burst: 1,
    seconds: 60,
};

/// The outcome of a try that is to be done again.
pub(in crate::store) fn again(due: Moment) -> Outcome {
    Outcome::Retry {
        due,
        reason: "not now".to_owned(),
    }
}

/// The outcome of the last try.
pub(in crate::store) fn given_up() -> Outcome {
    Outcome::Failed {
        reason: "never".to_owned(),
    }
}

pub(in crate::store) fn digest(number: u8) -> Digest {
    [number; 32]
}

pub(in crate::store) fn journey(number: u8) -> SavedJourney {
    SavedJourney {
        id: JourneyId::from_row(hex::encode([number; 16])),
        version: 1,
        stage: Stage::Registered.name(),
        form_digest: digest(number),
        wrapped_key: vec![number; 7],
        sealed: vec![number, 1],
        photo_key: None,
        receipt: None,
        created_at: NOW,
        changed_at: NOW,
        case: None,
    }
}

/// The same application one change later.
pub(in crate::store) fn changed(journey: &SavedJourney, stage: Stage) -> SavedJourney {
    SavedJourney {
        version: journey.version + 1,
        stage: stage.name(),
        sealed: [journey.sealed.as_slice(), b"+"].concat(),
        changed_at: journey.changed_at.plus(1),
        ..journey.clone()
    }
}

pub(in crate::store) fn pictured(journey: &SavedJourney, photo: &str) -> SavedJourney {
    SavedJourney {
        photo_key: Some(photo.to_owned()),
        ..changed(journey, Stage::Pictured)
    }
}

pub(in crate::store) fn submitted(journey: &SavedJourney, receipt: &str) -> SavedJourney {
    submitted_at(journey, receipt, journey.changed_at.plus(1))
}

/// The same at a moment.
pub(in crate::store) fn submitted_at(
    journey: &SavedJourney,
    receipt: &str,
    at: Moment,
) -> SavedJourney {
    SavedJourney {
        receipt: Some(receipt.to_owned()),
        changed_at: at,
        case: Some(SavedCase {
            submitted_at: at,
            stage: CaseStage::Received,
            decided_at: None,
            handed_over_at: None,
        }),
        ..changed(journey, Stage::Submitted)
    }
}

/// An application that was sent in, one change later: its case has come to this stage.
pub(in crate::store) fn decided(
    sent: &SavedJourney,
    stage: CaseStage,
    at: Option<Moment>,
) -> SavedJourney {
    let case = sent.case.map(|case| SavedCase {
        stage,
        decided_at: at,
        ..case
    });
    SavedJourney {
        version: sent.version + 1,
        changed_at: sent.changed_at.plus(DAY),
        case,
        ..sent.clone()
    }
}

/// An application that was sent in, as it is once it was handed over.
pub(in crate::store) fn handed_over(sent: &SavedJourney, at: Moment) -> SavedJourney {
    let case = sent.case.map(|case| SavedCase {
        stage: CaseStage::HandedOver,
        handed_over_at: Some(at),
        ..case
    });
    SavedJourney {
        case,
        ..sent.clone()
    }
}

pub(in crate::store) fn session(number: u8) -> SavedSession {
    SavedSession {
        digest: digest(number),
        version: 1,
        sealed: vec![number, 2],
        created_at: NOW,
        seen_at: NOW,
    }
}

pub(in crate::store) fn link(number: u8, journey: &SavedJourney) -> SavedLink {
    SavedLink {
        digest: digest(number),
        journey: journey.id.clone(),
        until: NOW.plus(DAY),
        ended: false,
        mail: format!("{number:03}"),
        asked_at: NOW,
        purpose: LinkPurpose::Application,
    }
}

pub(in crate::store) fn device(number: u8, journey: &SavedJourney) -> SavedDevice {
    SavedDevice {
        digest: digest(number),
        journey: journey.id.clone(),
    }
}

pub(in crate::store) fn code(
    number: u8,
    session: &SavedSession,
    journey: &SavedJourney,
) -> SavedCode {
    SavedCode {
        session: session.digest,
        journey: journey.id.clone(),
        digest: digest(number),
        until: NOW.plus(600),
        mail: format!("{number:02}"),
        asked_at: NOW,
    }
}

pub(in crate::store) fn form(number: u8) -> SavedForm {
    SavedForm {
        digest: digest(number),
        sealed: vec![number, 3],
        issued_at: NOW,
    }
}

/// A picture of the session with the number 1.
pub(in crate::store) fn challenge(name: &str) -> SavedChallenge {
    SavedChallenge {
        id: name.to_owned(),
        session: digest(1),
        sealed: vec![4],
        until: NOW.plus(300),
    }
}

pub(in crate::store) fn mail(name: &str, journey: &SavedJourney) -> Queued {
    Queued {
        id: name.to_owned(),
        kind: JobKind::Mail(MailKind::Link),
        journey: journey.id.clone(),
        session: None,
        photo_key: None,
        secret: Some(vec![5]),
        queued_at: NOW,
        due_at: NOW,
    }
}

pub(in crate::store) fn removal(name: &str, journey: &SavedJourney) -> Queued {
    Queued {
        kind: JobKind::DiscardPhoto,
        photo_key: Some(format!("{name}.jpg.sealed")),
        secret: None,
        ..mail(name, journey)
    }
}

pub(in crate::store) fn due(now: Moment, at_most: u32) -> Lease {
    Lease {
        now,
        until: now.plus(180),
        at_most,
    }
}

/// Nothing is too old.
pub(in crate::store) fn keeping_all() -> Retention {
    let never = Moment(0);
    Retention {
        unverified_before: never,
        unfinished_before: never,
        handed_over_before: never,
        unused_forms_before: never,
        sessions_before: never,
        ended_before: never,
    }
}

pub(in crate::store) async fn written(store: &dyn Store, writes: impl IntoIterator<Item = Write>) {
    store.commit(writes.into_iter().collect()).await.unwrap();
}

/// An application that is in the store.
pub(in crate::store) async fn opened(store: &dyn Store, number: u8) -> SavedJourney {
    let journey = journey(number);
    written(store, [Write::OpenJourney(journey.clone())]).await;
    journey
}

/// A session that is in the store.
pub(in crate::store) async fn kept(store: &dyn Store, number: u8) -> SavedSession {
    let session = session(number);
    written(store, [Write::KeepSession(session.clone())]).await;
    session
}

pub(in crate::store) fn is_conflict(result: &Result<(), StoreError>) -> bool {
    matches!(result, Err(StoreError::Conflict))
}

pub(in crate::store) fn names(leased: &[Leased<Queued>]) -> Vec<&str> {
    let mut names: Vec<_> = leased.iter().map(|leased| leased.job.id.as_str()).collect();
    names.sort_unstable();
    names
}
