//! The chain of the audit log: each entry's hash covers the one before.

use rules::application::Actor;
use sha2::{Digest as _, Sha256};

use super::{Act, Chained, Chaining, Head};
use crate::lossless::wide;
use crate::seal::Digest;

/// Begins what is hashed, so that nothing else comes to the same bytes: of entries that name
/// no actor, as all did before migration 9.
const WITHOUT_ACTOR: &[u8] = b"shinsei audit 1";
/// The same of entries that name one, so that none is taken away or added later.
const WITH_ACTOR: &[u8] = b"shinsei audit 2";

/// The hash of an entry behind another. Numbers are eight bytes, the most significant
/// first; what may be missing begins with a byte 0 or 1, a text with its length. The actor, if
/// one is named, is the last text.
fn hash(before: &Digest, entry: &Chained) -> Digest {
    let domain = match entry.actor {
        None => WITHOUT_ACTOR,
        Some(_) => WITH_ACTOR,
    };
    let mut hasher = Sha256::new_with_prefix(domain);
    hasher.update(before);
    hasher.update(entry.number.to_be_bytes());
    hasher.update(entry.at.0.to_be_bytes());
    for number in [entry.place, entry.through] {
        hasher.update([u8::from(number.is_some())]);
        hasher.update(number.unwrap_or_default().to_be_bytes());
    }
    let texts = [&entry.act, &entry.subject, &entry.detail];
    for text in texts.into_iter().chain(&entry.actor) {
        hasher.update(wide(text.len()).to_be_bytes());
        hasher.update(text.as_bytes());
    }
    hasher.finalize().into()
}

/// An entry without number and hash, as it lies in the inbox.
#[derive(Clone, Debug)]
pub(super) struct Loose {
    pub(super) place: Option<i64>,
    pub(super) at: rules::Moment,
    pub(super) act: String,
    pub(super) subject: String,
    pub(super) detail: String,
    pub(super) actor: Option<String>,
    pub(super) through: Option<i64>,
}

impl Head {
    /// Chains an entry behind this one, which it becomes.
    pub(super) fn chain(&mut self, loose: Loose) -> Chained {
        let mut entry = Chained {
            number: self.number + 1,
            place: loose.place,
            at: loose.at,
            act: loose.act,
            subject: loose.subject,
            detail: loose.detail,
            actor: loose.actor,
            through: loose.through,
            hash: [0; 32],
        };
        entry.hash = hash(&self.hash, &entry);
        *self = Self {
            number: entry.number,
            hash: entry.hash,
        };
        entry
    }

    /// Goes on to the next entry if it follows.
    ///
    /// # Errors
    /// [`Break`] where it does not.
    pub fn follow(&mut self, entry: &Chained) -> Result<(), Break> {
        if entry.number != self.number + 1 {
            return Err(Break::Missing {
                number: self.number + 1,
            });
        }
        if entry.hash != hash(&self.hash, entry) {
            return Err(Break::Changed {
                number: entry.number,
            });
        }
        *self = Self {
            number: entry.number,
            hash: entry.hash,
        };
        Ok(())
    }
}

/// Where a chain does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Break {
    /// An entry is not there, and no checkpoint allows that.
    #[error("entry {number} is missing")]
    Missing {
        /// Its number.
        number: i64,
    },
    /// An entry, or the one before it, is not what was chained.
    #[error("entry {number} does not follow from the one before: one of them was changed")]
    Changed {
        /// Its number.
        number: i64,
    },
}

/// The checkpoint that lets the entries up to this one go.
pub(super) fn checkpoint(through: Head, chaining: Chaining) -> Loose {
    Loose {
        place: None,
        at: chaining.now,
        act: Act::CHECKPOINT.to_owned(),
        subject: String::new(),
        detail: format!("{HEAD}{}", hex::encode(through.hash)),
        actor: Some(Actor::System.to_string()),
        through: Some(through.number),
    }
}

const HEAD: &str = "head=";

/// The entry that a checkpoint lets go last.
pub fn let_go(checkpoint: &Chained) -> Option<Head> {
    let hash = checkpoint.detail.strip_prefix(HEAD)?;
    Some(Head {
        number: checkpoint.through?,
        hash: hex::decode(hash).ok()?.try_into().ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn loose(detail: &str) -> Loose {
        Loose {
            place: Some(7),
            at: rules::Moment(1),
            act: "registered".to_owned(),
            subject: "a".to_owned(),
            detail: detail.to_owned(),
            actor: None,
            through: None,
        }
    }

    #[test]
    fn a_chain_can_be_followed_and_its_first_hash_is_fixed_for_ever() {
        let mut head = Head::NONE;
        let entries = ["", "mail=link", ""].map(|detail| head.chain(loose(detail)));
        let mut at = Head::NONE;
        for entry in &entries {
            at.follow(entry).unwrap();
        }
        assert_eq!(at, head);
        // Made by hand: python3 -c "import hashlib,struct as s; q=lambda n:s.pack('>q',n);
        // t=lambda x:q(len(x))+x; print(hashlib.sha256(b'shinsei audit 1'+bytes(32)+q(1)+q(1)
        // +b'\1'+q(7)+b'\0'+q(0)+t(b'registered')+t(b'a')+t(b'')).hexdigest())"
        assert_eq!(hex::encode(entries[0].hash), FIRST);
    }

    /// The same with the domain `shinsei audit 2`, the detail `mail=link` and `t(b'applicant')`.
    const FIRST_WITH_ACTOR: &str =
        "fb2b0ae3f54b8e1c0adb8adc1865fc781e9258e87d07b9b2b8c1f9fa93f36856";
    const FIRST: &str = "dee58fb8fc145084ae58c2ff983fa281a8f96f92b9c233d56de4780b19c7beae";

    /// The entry, with one field changed in each.
    fn changed(entry: &Chained) -> [Chained; 11] {
        [
            Chained {
                actor: None,
                ..entry.clone()
            },
            Chained {
                actor: Some("staff:1".to_owned()),
                ..entry.clone()
            },
            Chained {
                detail: "mail=lin".to_owned(),
                actor: Some("kapplicant".to_owned()),
                ..entry.clone()
            },
            Chained {
                place: None,
                ..entry.clone()
            },
            Chained {
                place: Some(8),
                ..entry.clone()
            },
            Chained {
                at: rules::Moment(2),
                ..entry.clone()
            },
            Chained {
                act: "registere".to_owned(),
                subject: "da".to_owned(),
                ..entry.clone()
            },
            Chained {
                subject: "b".to_owned(),
                ..entry.clone()
            },
            Chained {
                detail: "mail=code".to_owned(),
                ..entry.clone()
            },
            Chained {
                through: Some(0),
                ..entry.clone()
            },
            Chained {
                hash: [1; 32],
                ..entry.clone()
            },
        ]
    }

    #[test]
    fn every_field_is_covered() {
        let mut head = Head::NONE;
        let entry = head.chain(Loose {
            actor: Some("applicant".to_owned()),
            ..loose("mail=link")
        });
        assert_eq!(hex::encode(entry.hash), FIRST_WITH_ACTOR);
        Head::NONE.clone().follow(&entry).unwrap();
        for entry in changed(&entry) {
            let followed = Head::NONE.clone().follow(&entry);
            assert_eq!(followed, Err(Break::Changed { number: 1 }), "{entry:?}");
        }
        let later = Chained { number: 2, ..entry };
        let followed = Head::NONE.clone().follow(&later);
        assert_eq!(followed, Err(Break::Missing { number: 1 }));
    }

    #[test]
    fn a_checkpoint_holds_the_hash_of_what_it_lets_go() {
        let through = Head {
            number: 9,
            hash: [5; 32],
        };
        let chaining = Chaining {
            at_most: 1,
            old_before: rules::Moment(0),
            removed_at_most: 1,
            now: rules::Moment(3),
        };
        let mut head = Head {
            number: 12,
            hash: [6; 32],
        };
        let entry = head.chain(checkpoint(through, chaining));
        assert_eq!(let_go(&entry), Some(through));
        assert_eq!(
            let_go(&Chained {
                through: None,
                ..entry
            }),
            None
        );
    }
}
