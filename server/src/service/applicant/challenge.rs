//! ③ The picture authentication, and the proof of work hidden beside it.

use app::applicant::portal::{CaptchaStep, Challenge, HumanProof};
use app::refusal::Refusal;
use async_trait::async_trait;
use rules::CaptchaAnswer;
use rules::application::Page;
use rules::form::{Field, FormProblems, Problem};
use rules::proof;
use serde::{Deserialize, Serialize};

use super::advance::one_problem;
use super::retry::tried_anew;
use super::session::{SessionContent, Solved};
use crate::captcha;
use crate::seal::Place;
use crate::service::{ApplicantRequest, Fault, Service, Stop, Visitor};
use crate::store::{SavedChallenge, SessionDigest, Write};
use crate::telemetry;

/// What a picture authentication is made from; sealed in the database, so that
/// a copy of it tells no answers.
#[derive(Serialize, Deserialize)]
struct Seeds {
    picture: [u8; 32],
    proof: String,
}

/// A picture authentication in one of its two forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rendering {
    /// PNG.
    Picture,
    /// WAV.
    Speech,
}

/// How often one is drawn or spoken, in all processes: a picture, a sound, which some
/// browsers ask for twice before they play it, and again for who listens again.
const MOST_DRAWN: u32 = 12;
/// Of an IPv6 client this much of its address counts as one in a rush, whatever the limits
/// count by: one subscriber has as many smaller networks as are wanted.
const RUSH_IPV6_BITS: u8 = 48;

/// Random bytes of a name, which is written in hexadecimal digits.
const NAME_BYTES: usize = 16;

/// Whether a browser's text can be the name of a picture authentication. The store is
/// asked for nothing else: what a database does with other texts differs.
fn is_name(text: &str) -> bool {
    text.len() == 2 * NAME_BYTES && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

pub(in crate::service) fn place(id: &str) -> Place<'_> {
    Place {
        table: "challenges",
        row: id,
        column: "sealed",
    }
}

impl Service {
    fn seeds(&self, challenge: &SavedChallenge) -> Result<Seeds, Fault> {
        let keyring = self.keys.sessions();
        Ok(keyring.open_value(place(&challenge.id), &challenge.sealed)?)
    }

    /// Draws or speaks a picture authentication of this browser's session; nothing when it is
    /// used up, too old or was drawn too often.
    ///
    /// # Errors
    /// [`Fault`]; [`Fault::Full`] when too many others are being drawn.
    pub async fn render_challenge(
        &self,
        id: &str,
        visitor: &Visitor,
        as_what: Rendering,
    ) -> Result<Option<Vec<u8>>, Fault> {
        let Some(token) = visitor.token().filter(|_| is_name(id)) else {
            return Ok(None);
        };
        let session = token.digest();
        // The place first: whoever finds none has not used up a drawing.
        let place = self.drawing.enter().await?;
        let Some(challenge) = self.store.draw_challenge(id, &session, MOST_DRAWN).await? else {
            return Ok(None);
        };
        if challenge.until <= self.clock.now() {
            return Ok(None);
        }
        let seed = self.seeds(&challenge)?.picture;
        let answer = self.right_answer(&seed);
        let drawn = place.work(move || match as_what {
            Rendering::Picture => {
                captcha::picture(&answer, &seed).map_err(|error| error.to_string())
            }
            Rendering::Speech => Ok(captcha::speech(&answer, &seed)),
        });
        let drawn = drawn
            .await
            .map_err(|error| Fault::Draw(error.to_string()))?;
        drawn.map(Some).map_err(Fault::Draw)
    }

    fn right_answer(&self, seed: &[u8; 32]) -> String {
        self.demo_answer
            .clone()
            .unwrap_or_else(|| captcha::answer(seed))
    }

    fn new_challenge(
        &self,
        session: SessionDigest,
        network: &[u8],
    ) -> Result<(Challenge, Write), Fault> {
        let id = hex::encode(self.random.bytes::<NAME_BYTES>()?);
        let more = self.proof_difficulty.count(network, self.clock.now());
        telemetry::more_work(more);
        let bits = self.bounds.proof_bits.saturating_add(more);
        let work = proof::Challenge::new(self.random.bytes()?, bits)?;
        let seeds = Seeds {
            picture: self.random.bytes()?,
            proof: work.to_string(),
        };
        let keyring = self.keys.sessions();
        let sealed = keyring.seal_value(place(&id), &seeds, &*self.random)?;
        let until = self.clock.now().plus(self.bounds.challenge_seconds);
        let saved = SavedChallenge {
            id: id.clone(),
            session,
            sealed,
            until,
        };
        Ok((
            Challenge {
                id,
                proof: seeds.proof,
            },
            Write::KeepChallenge(saved),
        ))
    }
}

/// How a registration has shown that a person is behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::service) enum Shown {
    /// Picture and proof of work.
    Worked,
    /// The picture only: scripting is off.
    Plain,
}

#[async_trait]
impl CaptchaStep for ApplicantRequest {
    /// Each look at the page gets its own, so that two tabs do not use up each other's.
    async fn challenge(&self) -> Result<Option<Challenge>, Refusal> {
        let session = self.session().await?;
        let session = session.ok_or(Refusal::Elsewhere(Page::Start))?;
        if self.solved(&session.content).is_some() {
            return Ok(None);
        }
        let session = session.digest();
        let bits = self.service.bounds.ipv6_network_bits.min(RUSH_IPV6_BITS);
        let network = self.visitor.network(bits);
        let (challenge, made) = self.service.new_challenge(session, &network)?;
        self.service.write(vec![made]).await?;
        Ok(Some(challenge))
    }

    /// That it was right is kept: a slip in another field does not ask for the picture again.
    async fn answer(&self, given: Result<HumanProof, FormProblems>) -> Result<(), Refusal> {
        let session = self.known_session().await?;
        self.standing(&session.content).await?.admit(Page::Mail)?;
        if self.solved(&session.content).is_some() {
            return Ok(());
        }
        let proof = given.map_err(Refusal::Form)?;
        let shown = self.judge(&proof).await.map_err(at_the_captcha)?;
        let solved = Solved {
            until: self.service.now().plus(self.service.bounds.solved_seconds),
            left: self.service.bounds.addresses_per_captcha,
            has_worked: shown == Shown::Worked,
        };
        Ok(tried_anew(|| async {
            let mut session = self.known_session().await?;
            session.content.solved = Some(solved);
            Ok(self.commit(&session, Vec::new()).await?)
        })
        .await?)
    }
}

impl ApplicantRequest {
    /// The right answer that is still good for an address.
    pub(in crate::service) fn solved(&self, content: &SessionContent) -> Option<Solved> {
        let solved = content.solved?;
        (solved.left > 0 && self.service.now() < solved.until).then_some(solved)
    }

    /// Uses a right answer for one address. One of an application that is registered has a
    /// mail sent at once, which costs the whole of it.
    pub(in crate::service) fn use_answer(
        &self,
        content: &mut SessionContent,
    ) -> Result<(), Refusal> {
        let expired = || one_problem(Field::Captcha, Problem::CaptchaExpired);
        let solved = self.solved(content).ok_or_else(expired)?;
        let left = if content.tie.is_some() {
            0
        } else {
            solved.left - 1
        };
        content.solved = (left > 0).then_some(Solved { left, ..solved });
        Ok(())
    }

    /// Uses the picture authentication up and judges the answer.
    pub(in crate::service) async fn judge(&self, proof: &HumanProof) -> Result<Shown, Stop> {
        let wrong = |problem| Stop::from(one_problem(Field::Captcha, problem));
        let bounds = &self.service.bounds;
        let named = self.visitor.token().filter(|_| is_name(&proof.challenge));
        let session = named
            .ok_or_else(|| wrong(Problem::CaptchaExpired))?
            .digest();
        let used = self.service.store.use_challenge(&proof.challenge, &session);
        let Some(saved) = used.await? else {
            return Err(wrong(Problem::CaptchaExpired));
        };
        if saved.until <= self.service.now() {
            return Err(wrong(Problem::CaptchaExpired));
        }
        // Counted before it is judged: who has guessed too often is not told
        // when a guess is right.
        self.spend_network("captcha", bounds.challenges).await?;
        let seeds = self.service.seeds(&saved)?;
        let shown_at = saved.until.plus(-bounds.challenge_seconds);
        // Switched off it refuses nobody, not even where a clock is set back.
        let is_hasty = bounds.least_form_seconds > 0
            && self.service.now() < shown_at.plus(bounds.least_form_seconds);
        let is_right = CaptchaAnswer::parse(&self.service.right_answer(&seeds.picture))
            .is_ok_and(|right| right == proof.answer);
        if !is_right || is_hasty || !proof.honeypot.is_empty() {
            return Err(wrong(Problem::CaptchaWrong));
        }
        let work: Option<proof::Challenge> = seeds.proof.parse().ok();
        match (work, proof.nonce) {
            (Some(work), Some(nonce)) if work.holds(nonce) => Ok(Shown::Worked),
            _ => Ok(Shown::Plain),
        }
    }

    /// Counts a registration against this browser's network. One without work counts as
    /// one of all and as one of the half that such ones may be: whoever sends both kinds
    /// is allowed no more.
    pub(in crate::service) async fn count_registration(&self, shown: Shown) -> Result<(), Stop> {
        let bounds = &self.service.bounds;
        let mut counted = self.networks("registration", bounds.registrations);
        if shown == Shown::Plain {
            counted.extend(self.networks("plain registration", bounds.plain_registrations));
        }
        self.spend_all(&counted).await.map(drop)
    }
}

/// What a browser is told whose registrations are too many: at the picture, in words.
pub(in crate::service) fn at_the_captcha(stop: Stop) -> Stop {
    match stop {
        Stop::Refused(Refusal::TooMany { wait_seconds }) => {
            one_problem(Field::Captcha, Problem::TooMany { wait_seconds }).into()
        }
        other => other,
    }
}
