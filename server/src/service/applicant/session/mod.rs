//! A browser's session, loaded and written.

pub(super) mod content;
mod token;

use app::refusal::Refusal;
use rules::Moment;
use rules::application::{Access, Page};

pub use content::Tie;
pub(crate) use content::{SessionContent, SetAside, Solved};
pub use token::SessionToken;

use crate::seal::Place;
use crate::service::{ApplicantRequest, CookieChange, Fault, Service, Stop, Visitor};
use crate::store::{JourneyId, SavedSession, SessionDigest, Write};

/// How stale `seen_at` may be before a reading request writes it again.
const SEEN_STEP_SECONDS: i64 = 60;
/// How long the second click of a double click may come after the first.
const DOUBLE_CLICK_SECONDS: i64 = 120;

/// A session that was found, or a new one that is not written yet.
#[derive(Clone, Debug)]
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
    /// The session behind the cookie, if it still lives.
    pub(in crate::service) async fn session(&self) -> Result<Option<Session>, Fault> {
        let Some(token) = self.visitor.token() else {
            return Ok(None);
        };
        let digest = token.digest();
        let Some(saved) = self.service.store.session(&digest).await? else {
            return Ok(None);
        };
        let (now, bounds) = (self.service.now(), &self.service.bounds);
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
            created_at: self.service.now(),
            version: 0,
            content,
        })
    }

    /// A name for a session that begins now.
    fn new_token(&self) -> Result<SessionToken, Fault> {
        let service = &self.service;
        let ends = self.service.now().plus(service.bounds.session_seconds);
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
            seen_at: self.service.now(),
        })
    }

    /// Gives the session a new name, so that a cookie known beforehand is
    /// worth nothing afterwards.
    pub(in crate::service) fn rename(&self, session: &mut Session) -> Result<Write, Fault> {
        let ended = Write::EndSession(session.digest());
        session.token = self.new_token()?;
        session.created_at = self.service.now();
        Ok(ended)
    }

    /// As [`Self::rename`], but the old name lives for a moment longer: the
    /// second click of a double click still carries it. No click makes it live
    /// any longer.
    pub(in crate::service) fn retire(&self, session: &mut Session) -> Result<Write, Fault> {
        let born =
            self.service.now().0 - self.service.bounds.session_seconds + DOUBLE_CLICK_SECONDS;
        let created_at = session.created_at.min(Moment(born));
        // Another application that is set aside is not the old name's to go back to.
        let before = session.content.before.take();
        let retired = SavedSession {
            created_at,
            ..self.seal_session(session)?
        };
        session.content.before = before;
        session.token = self.new_token()?;
        session.created_at = self.service.now();
        Ok(Write::KeepSession(retired))
    }

    pub(in crate::service) fn session_ends(&self, created_at: Moment) -> Moment {
        let bounds = &self.service.bounds;
        Moment(
            (self.service.now().0 + bounds.session_idle_seconds)
                .min(created_at.0 + bounds.session_seconds),
        )
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
