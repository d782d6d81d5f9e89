//! One browser's request: its session, loaded and written.

use std::sync::Arc;

use app::applicant::portal::{Flash, Visit};
use app::refusal::Refusal;
use app::words::pages::common;
use rules::Moment;
use rules::application::{Access, Admission, ApplicantEvent, Beside, Journey, Page, admit};

use super::advance::refusal;
use super::session::{SessionContent, SessionToken, Tie};
use crate::seal::Place;
use crate::service::{CookieChange, Fault, LoadedApplication, Service, Stop, Visitor};
use crate::store::{JourneyId, SavedSession, SessionDigest, Write};

/// How stale `seen_at` may be before a reading request writes it again.
const SEEN_STEP_SECONDS: i64 = 60;
/// How often an act is tried when two tabs act at once.
const ACT_TRIES: u32 = 3;
/// How long the second click of a double click may come after the first.
const DOUBLE_CLICK_SECONDS: i64 = 120;

/// The service, tied to the browser of one request.
#[derive(Clone, Debug)]
pub struct ApplicantRequest {
    /// The service.
    pub service: Arc<Service>,
    /// The browser.
    pub visitor: Visitor,
}

/// Does an act, and does it anew when another request of the same browser wrote first.
///
/// # Errors
/// What the act answers; [`Stop::Overtaken`] when it was overtaken every time.
pub(in crate::service) async fn tried_anew<T, Doing>(act: impl Fn() -> Doing) -> Result<T, Stop>
where
    Doing: Future<Output = Result<T, Stop>>,
{
    for _ in 1..ACT_TRIES {
        match act().await {
            Err(Stop::Overtaken) => {}
            done => return done,
        }
    }
    act().await
}

/// A session that was found, or a new one that is not written yet.
#[derive(Debug)]
pub(in crate::service) struct Session {
    pub(in crate::service) token: SessionToken,
    pub(in crate::service) created_at: Moment,
    /// The version found; 0 of a new one.
    pub(in crate::service) version: i64,
    pub(in crate::service) content: SessionContent,
}

impl Session {
    pub(in crate::service) fn digest(&self) -> SessionDigest {
        self.token.digest()
    }
}

/// The state of the journey as this browser may see it.
#[derive(Debug)]
#[expect(
    clippy::large_enum_variant,
    reason = "one lives for the time of a request; what is large is moved, not copied"
)]
pub(in crate::service) enum Standing {
    /// Before the registration: in the session only.
    Draft(Journey),
    /// After it: an application, and what the browser may do with it.
    Case(Box<LoadedApplication>, Access),
}

impl Standing {
    pub(in crate::service) fn journey(&self) -> &Journey {
        match self {
            Self::Draft(journey) => journey,
            Self::Case(case, _) => &case.journey,
        }
    }

    fn access(&self) -> Access {
        match self {
            Self::Draft(_) => Access::Registrant,
            Self::Case(_, access) => *access,
        }
    }

    /// The page on which this browser goes on.
    pub(in crate::service) fn page(&self) -> Page {
        let goal = self.journey().page();
        match admit(self.journey(), self.access(), goal) {
            Admission::Show => goal,
            Admission::GoTo(page) => page,
        }
    }

    pub(in crate::service) fn admit(&self, page: Page) -> Result<(), Refusal> {
        match admit(self.journey(), self.access(), page) {
            Admission::Show => Ok(()),
            Admission::GoTo(page) => Err(Refusal::Elsewhere(page)),
        }
    }
}

pub(in crate::service) fn place(row: &str) -> Place<'_> {
    Place {
        table: "sessions",
        row,
        column: "sealed",
    }
}

impl Service {
    /// Whether a browser showed a cookie that this portal has made and whose session may still
    /// live: somebody who was let in before. The database is not asked.
    pub fn has_let_in(&self, visitor: &Visitor) -> bool {
        let shown = visitor.shown_token();
        let life = self.bounds.session_seconds;
        shown.is_some_and(|token| token.is_marked(&self.keys, self.clock.now(), life))
    }
}

impl ApplicantRequest {
    pub(in crate::service) fn now(&self) -> Moment {
        self.service.clock.now()
    }

    /// The session behind the cookie, if it still lives.
    pub(in crate::service) async fn session(&self) -> Result<Option<Session>, Fault> {
        let Some(token) = self.visitor.token() else {
            return Ok(None);
        };
        let digest = token.digest();
        let Some(saved) = self.service.store.session(&digest).await? else {
            return Ok(None);
        };
        let (now, bounds) = (self.now(), &self.service.bounds);
        if saved.seen_at.0 + bounds.session_idle_seconds < now.0
            || saved.created_at.0 + bounds.session_seconds < now.0
        {
            return Ok(None);
        }
        let row = hex::encode(digest);
        let keyring = self.service.keys.sessions();
        let content = keyring.open_value(place(&row), &saved.sealed)?;
        if saved.seen_at.0 + SEEN_STEP_SECONDS < now.0 {
            self.service
                .write(vec![Write::SeeSession(digest, now)])
                .await?;
        }
        let SavedSession {
            created_at,
            version,
            ..
        } = saved;
        Ok(Some(Session {
            token,
            created_at,
            version,
            content,
        }))
    }

    /// The session, or a new one, which is counted against this browser's network; the
    /// cookie is set when it is written.
    pub(in crate::service) async fn session_or_new(&self) -> Result<Session, Stop> {
        if let Some(session) = self.session().await? {
            return Ok(session);
        }
        self.spend_network("session", self.service.bounds.sessions)
            .await?;
        Ok(self.new_session(SessionContent::default())?)
    }

    pub(in crate::service) fn new_session(
        &self,
        content: SessionContent,
    ) -> Result<Session, Fault> {
        let token = self.new_token()?;
        Ok(Session {
            token,
            created_at: self.now(),
            version: 0,
            content,
        })
    }

    /// A name for a session that begins now.
    fn new_token(&self) -> Result<SessionToken, Fault> {
        let service = &self.service;
        let ends = self.now().plus(service.bounds.session_seconds);
        Ok(SessionToken::random(&service.keys, ends, &*service.random)?)
    }

    /// The session of a browser that must have one.
    pub(in crate::service) async fn known_session(&self) -> Result<Session, Stop> {
        match self.session().await? {
            Some(session) => {
                self.insist_on_its_own(&session.content)?;
                Ok(session)
            }
            None if self.visitor.showed_cookie() => Err(Refusal::SessionOver.into()),
            None => Err(Refusal::Elsewhere(Page::Start).into()),
        }
    }

    /// Writes the session together with everything else, and only then sets
    /// the cookie of a new one. A conflict when another request of this browser
    /// has changed its session in between: the act is then to be tried again.
    pub(in crate::service) async fn commit(
        &self,
        session: &Session,
        mut writes: Vec<Write>,
    ) -> Result<(), Fault> {
        let is_shown = self.visitor.token().as_ref() == Some(&session.token);
        let saved = self.seal_session(session)?;
        writes.push(if is_shown {
            Write::ChangeSession(saved)
        } else {
            Write::KeepSession(saved)
        });
        self.service.write(writes).await?;
        if !is_shown {
            self.visitor
                .change_cookie(CookieChange::Set(session.token.clone()));
        }
        Ok(())
    }

    fn seal_session(&self, session: &Session) -> Result<SavedSession, Fault> {
        let digest = session.digest();
        let row = hex::encode(digest);
        let keyring = self.service.keys.sessions();
        let sealed = keyring.seal_value(place(&row), &session.content, &*self.service.random)?;
        Ok(SavedSession {
            digest,
            version: session.version + 1,
            sealed,
            created_at: session.created_at,
            seen_at: self.now(),
        })
    }

    /// Gives the session a new name, so that a cookie known beforehand is
    /// worth nothing afterwards.
    pub(in crate::service) fn rename(&self, session: &mut Session) -> Result<Write, Fault> {
        let ended = Write::EndSession(session.digest());
        session.token = self.new_token()?;
        session.created_at = self.now();
        Ok(ended)
    }

    /// As [`Self::rename`], but the old name lives for a moment longer: the
    /// second click of a double click still carries it. No click makes it live
    /// any longer.
    pub(in crate::service) fn retire(&self, session: &mut Session) -> Result<Write, Fault> {
        let born = self.now().0 - self.service.bounds.session_seconds + DOUBLE_CLICK_SECONDS;
        let created_at = session.created_at.min(Moment(born));
        // Another application that is set aside is not the old name's to go back to.
        let before = session.content.before.take();
        let retired = SavedSession {
            created_at,
            ..self.seal_session(session)?
        };
        session.content.before = before;
        session.token = self.new_token()?;
        session.created_at = self.now();
        Ok(Write::KeepSession(retired))
    }

    /// Where the journey of this session stands.
    pub(in crate::service) async fn standing(
        &self,
        content: &SessionContent,
    ) -> Result<Standing, Fault> {
        if let Some(tie) = &content.tie
            && let Some(case) = self.service.load(&tie.journey).await?
        {
            return Ok(Standing::Case(Box::new(case), tie.access));
        }
        Ok(Standing::Draft(content.draft.clone()))
    }

    /// A guarded page's state.
    pub(in crate::service) async fn show(&self, page: Page) -> Result<Visit, Stop> {
        let (session, flash) = match self.session().await? {
            Some(session) => {
                let flash = flash_of(&session.content, page.path());
                (session, flash)
            }
            None if self.visitor.showed_cookie() && page != Page::Start => {
                return Err(Refusal::SessionOver.into());
            }
            None => {
                let session = self.new_session(SessionContent::default())?;
                (session, self.told(page.path()).unwrap_or_default())
            }
        };
        let standing = self.standing(&session.content).await?;
        standing.admit(page)?;
        let version = match &standing {
            Standing::Draft(_) => 0,
            Standing::Case(case, _) => case.saved.version,
        };
        let journey = match standing {
            Standing::Draft(journey) => journey,
            Standing::Case(case, _) => case.journey,
        };
        Ok(Visit {
            journey,
            version,
            flash,
            session_ends: self.session_ends(session.created_at),
            about: session.content.about,
        })
    }

    fn session_ends(&self, created_at: Moment) -> Moment {
        let bounds = &self.service.bounds;
        Moment(
            (self.now().0 + bounds.session_idle_seconds).min(created_at.0 + bounds.session_seconds),
        )
    }

    /// Takes an event on a page of the journey: guard, rules, one transaction.
    /// What was typed and refused before is forgotten.
    pub(in crate::service) async fn act(
        &self,
        page: Page,
        event: ApplicantEvent,
        prepare: impl Fn(&mut SessionContent) -> Result<(), Refusal>,
    ) -> Result<Page, Stop> {
        tried_anew(|| async {
            let mut session = self.known_session().await?;
            session.content.flash = None;
            let standing = self.standing(&session.content).await?;
            standing.admit(page)?;
            prepare(&mut session.content)?;
            let before = standing.journey().clone();
            let (next, writes) = match standing {
                Standing::Draft(draft) => {
                    let transition = draft.apply(event.clone(), self.now()).map_err(refusal)?;
                    session.content.draft = transition.next.clone();
                    (transition.next, Vec::new())
                }
                Standing::Case(case, _) => self.advance(*case, event.clone())?,
            };
            let beside = Beside::of(&event, &before, &next);
            session.content.flash = beside.map(|beside| said_of(beside, next.page()));
            self.commit(&session, writes).await?;
            Ok(next.page())
        })
        .await
    }

    /// The application this browser is trusted with, on a page it may see.
    pub(in crate::service) async fn trusted_case(
        &self,
        page: Page,
    ) -> Result<(Session, LoadedApplication), Stop> {
        let session = self.known_session().await?;
        let standing = self.standing(&session.content).await?;
        standing.admit(page)?;
        match standing {
            Standing::Case(case, Access::Trusted) => Ok((session, *case)),
            other => Err(Refusal::Elsewhere(other.journey().page()).into()),
        }
    }

    /// Ties a session to an application.
    pub(in crate::service) fn tie(session: &mut Session, journey: JourneyId, access: Access) {
        session.content = SessionContent {
            tie: Some(Tie { journey, access }),
            about: session.content.about.take(),
            before: session.content.before.take(),
            ..SessionContent::default()
        };
    }
}

/// What the next page says of a change that nobody asked for in so many words.
fn said_of(beside: Beside, page: Page) -> (String, Flash) {
    let notice = match beside {
        Beside::IsInfant => common::IS_INFANT,
        Beside::PhotoGone => common::PHOTO_GONE,
        Beside::PhotoNeeded => common::PHOTO_NEEDED,
    };
    let flash = Flash {
        notice: Some(notice.to_owned()),
        ..Flash::default()
    };
    (page.path().to_owned(), flash)
}

/// What was typed and refused on a page.
pub(in crate::service) fn flash_of(content: &SessionContent, path: &str) -> Flash {
    match &content.flash {
        Some((on, flash)) if on == path => flash.clone(),
        _ => Flash::default(),
    }
}
