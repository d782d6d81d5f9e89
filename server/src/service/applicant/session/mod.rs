//! A browser's session, loaded and written.

pub(super) mod content;

use app::refusal::Refusal;
use rules::Moment;
use rules::application::{Access, Page};

pub use content::Tie;
pub(crate) use content::{SessionApplication, SessionContent, Solved};

use super::allowances::Limits;
use super::retry::tried_anew;
use super::session_token::SessionToken;
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

    /// Ties its current application to the one in the database.
    pub(in crate::service) fn tie(&mut self, journey: JourneyId, access: Access) {
        self.content.tie(Tie { journey, access });
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

/// The sessions of the portal, as one browser's request reads and writes its own.
#[derive(Clone, Copy)]
pub(in crate::service) struct Sessions<'r> {
    service: &'r Service,
    visitor: &'r Visitor,
}

impl ApplicantRequest {
    /// The sessions, of which one may be this browser's.
    pub(in crate::service) fn sessions(&self) -> Sessions<'_> {
        let Self { service, visitor } = self;
        Sessions { service, visitor }
    }
}

impl Sessions<'_> {
    /// The session behind the cookie, if it still lives.
    pub(in crate::service) async fn find(self) -> Result<Option<Session>, Fault> {
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
    pub(in crate::service) async fn find_or_new(self) -> Result<Session, Stop> {
        if let Some(session) = self.find().await? {
            return Ok(session);
        }
        Limits::of(self.service, self.visitor)
            .spend_network("session", self.service.bounds.sessions)
            .await?;
        Ok(self.begin(SessionContent::default())?)
    }

    pub(in crate::service) fn begin(self, content: SessionContent) -> Result<Session, Fault> {
        let token = self.new_token()?;
        Ok(Session {
            token,
            created_at: self.service.now(),
            version: 0,
            content,
        })
    }

    /// A name for a session that begins now.
    fn new_token(self) -> Result<SessionToken, Fault> {
        let service = &self.service;
        let ends = self.service.now().plus(service.bounds.session_seconds);
        Ok(SessionToken::random(&service.keys, ends, &*service.random)?)
    }

    /// The session of a browser that must have one. The application that its form names is the
    /// current one, whatever comes of the form: the page that is shown next is that one's.
    pub(in crate::service) async fn known(self) -> Result<Session, Stop> {
        tried_anew(|| async {
            match self.find().await? {
                Some(mut session) => {
                    let is_another = self.turn_to_named(&mut session.content)?;
                    // Once: tabs that act at once would else overtake each other without end. What
                    // is tried anew is written with the act.
                    if is_another && !self.visitor.has_turned() {
                        self.commit(&session, Vec::new()).await?;
                        session.version += 1;
                        self.visitor.turned();
                    }
                    Ok(session)
                }
                None if self.visitor.showed_cookie() => Err(Refusal::SessionOver.into()),
                None => Err(Refusal::Elsewhere(Page::Start).into()),
            }
        })
        .await
    }

    /// Makes the application that the form names the current one; whether it was another before.
    /// Refuses a form whose application this session does not hold.
    pub(in crate::service) fn turn_to_named(
        self,
        content: &mut SessionContent,
    ) -> Result<bool, Refusal> {
        match (self.visitor.about(), &content.current.about) {
            (Some(named), Some(known)) if named != known => {
                let is_held = content.switch_to(named);
                is_held.then_some(true).ok_or(Refusal::OtherApplication)
            }
            // Without a name it was begun by an older version, or not yet.
            _ => Ok(false),
        }
    }

    /// Writes the session together with everything else, and only then sets
    /// the cookie of a new one. A conflict when another request of this browser
    /// has changed its session in between: the act is then to be tried again.
    pub(in crate::service) async fn commit(
        self,
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

    fn seal_session(self, session: &Session) -> Result<SavedSession, Fault> {
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
    pub(in crate::service) fn rename(self, session: &mut Session) -> Result<Write, Fault> {
        let ended = Write::EndSession(session.digest());
        session.token = self.new_token()?;
        session.created_at = self.service.now();
        Ok(ended)
    }

    /// As [`Self::rename`], but the old name lives for a moment longer: the
    /// second click of a double click still carries it. No click makes it live
    /// any longer.
    pub(in crate::service) fn retire(self, session: &mut Session) -> Result<Write, Fault> {
        let born =
            self.service.now().0 - self.service.bounds.session_seconds + DOUBLE_CLICK_SECONDS;
        let created_at = session.created_at.min(Moment(born));
        // The other applications are not the old name's to go back to.
        let others = std::mem::take(&mut session.content.others);
        let retired = SavedSession {
            created_at,
            ..self.seal_session(session)?
        };
        session.content.others = others;
        session.token = self.new_token()?;
        session.created_at = self.service.now();
        Ok(Write::KeepSession(retired))
    }

    pub(in crate::service) fn ends(self, created_at: Moment) -> Moment {
        let bounds = &self.service.bounds;
        Moment(
            (self.service.now().0 + bounds.session_idle_seconds)
                .min(created_at.0 + bounds.session_seconds),
        )
    }
}
