//! Entries for the audit log.

use rules::application::Actor;

use crate::service::{Fault, Service};
use crate::store::{Act, Command, Entry, JourneyId, Write};

impl Service {
    /// An entry of now.
    pub(in crate::service) fn entry(
        &self,
        actor: Actor,
        act: Act,
        subject: Option<&JourneyId>,
    ) -> Entry {
        Entry {
            at: self.clock.now(),
            act,
            subject: subject.cloned(),
            actor,
        }
    }

    /// Records an act that changes nothing else.
    pub(in crate::service) async fn record(
        &self,
        actor: Actor,
        act: Act,
        subject: Option<&JourneyId>,
    ) -> Result<(), Fault> {
        let entry = Write::Record(self.entry(actor, act, subject));
        Ok(self.store.commit(vec![entry]).await?)
    }

    /// Records a command before it is done: what fails was asked for all the same.
    ///
    /// # Errors
    /// [`Fault`]; the command is then not to be done.
    pub async fn record_command(&self, command: Command) -> Result<(), Fault> {
        self.record(Actor::Operator, Act::Command(command), None)
            .await
    }
}
