//! What is sealed under the operator's keys, as the change of a key looks at it.

use super::value::Value;
use crate::seal::{KEY_ID_BYTES, KeyId, NAMED, Purpose};

/// A table with a column that is sealed under the operator's key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SealedTable {
    /// The keys of the digests.
    LookUpKeys,
    /// The forms the office issued.
    Forms,
    /// The applications' own keys; what is in an application is sealed under those.
    Journeys,
    /// Sessions.
    Sessions,
    /// Captchas.
    Challenges,
    /// The secrets of mails that wait.
    Outbox,
}

impl SealedTable {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::LookUpKeys,
        Self::Forms,
        Self::Journeys,
        Self::Sessions,
        Self::Challenges,
        Self::Outbox,
    ];

    /// Its name in the database.
    pub fn name(self) -> &'static str {
        match self {
            Self::LookUpKeys => "look_up_keys",
            Self::Forms => "forms",
            Self::Journeys => "journeys",
            Self::Sessions => "sessions",
            Self::Challenges => "challenges",
            Self::Outbox => "outbox",
        }
    }

    /// The column that holds a row's key, and whether that is text; else it is a digest.
    fn key(self) -> (&'static str, bool) {
        match self {
            Self::LookUpKeys => ("purpose", true),
            Self::Forms | Self::Sessions => ("digest", false),
            Self::Journeys | Self::Challenges | Self::Outbox => ("id", true),
        }
    }

    fn column(self) -> &'static str {
        match self {
            Self::Journeys => "wrapped_key",
            Self::Outbox => "secret",
            Self::LookUpKeys | Self::Forms | Self::Sessions | Self::Challenges => "sealed",
        }
    }

    /// A row's key as the database has it.
    pub(super) fn row_key(self, row: &str) -> RowKey {
        if self.key().1 {
            RowKey::Text(row.to_owned())
        } else {
            // Invalid hex becomes an empty key: sorts first, matches nothing.
            RowKey::Bytes(hex::decode(row).unwrap_or_default())
        }
    }

    /// Whether a row's key is text; else it is a digest.
    pub(super) fn has_text_key(self) -> bool {
        self.key().1
    }

    /// Rows with a sealed text after `$1` whose first `$3` bytes of text are not `$2`; `$4` of them.
    pub(super) fn page(self) -> String {
        let (table, (key, _), column) = (self.name(), self.key(), self.column());
        format!(
            "select {key} as row_key, {column} as sealed from {table} where {key} > $1 \
             and substr({column}, 1, cast($3 as integer)) <> $2 order by {key} limit $4"
        )
    }

    /// Puts `$3` in the place of `$2` in the row `$1`.
    pub(super) fn replacement(self) -> String {
        let (table, (key, _), column) = (self.name(), self.key(), self.column());
        format!("update {table} set {column} = $3 where {key} = $1 and {column} = $2")
    }

    /// How many rows name which key; `$1` is what a text that names one begins with.
    pub(super) fn count(self) -> String {
        let (table, column) = (self.name(), self.column());
        format!(
            "select named, count(*) as number from (select case when substr({column}, 1, 1) = $1 \
             then substr({column}, 2, {KEY_ID_BYTES}) end as named from {table} \
             where {column} is not null) as texts \
             group by named"
        )
    }
}

/// Which rows of a table are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// All.
    All,
    /// Those that do not name their key.
    Unnamed,
    /// Those that do not name this key.
    NotNaming(KeyId),
}

impl Which {
    /// What the texts asked for do not begin with.
    pub(super) fn not_beginning(self) -> Vec<u8> {
        match self {
            // No text begins so: it would be of a format that there is not.
            Self::All => vec![0],
            Self::Unnamed => vec![NAMED],
            Self::NotNaming(key) => key.head().to_vec(),
        }
    }
}

/// A row's key in the form of its column.
pub(super) enum RowKey {
    Text(String),
    Bytes(Vec<u8>),
}

impl RowKey {
    /// The key as it is bound.
    pub(super) fn value(&self) -> Value<'_> {
        match self {
            Self::Text(text) => text.as_str().into(),
            Self::Bytes(bytes) => bytes.as_slice().into(),
        }
    }
}

/// A row's sealed text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedRow {
    /// The row's key as text: a digest in hexadecimal.
    pub row: String,
    /// The text.
    pub sealed: Vec<u8>,
}

/// A row's text sealed anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resealed {
    /// The row's key as text: a digest in hexadecimal.
    pub row: String,
    /// The text it was made from.
    pub from: Vec<u8>,
    /// The new text.
    pub to: Vec<u8>,
}

/// How many rows of a table are sealed under a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SealedCount {
    /// The table.
    pub table: SealedTable,
    /// The key they name; none where they name none.
    pub key: Option<KeyId>,
    /// How many.
    pub rows: u64,
}

/// A row of `look_up_keys`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedLookUpKey {
    /// [`Purpose::name`].
    pub purpose: &'static str,
    /// The key, sealed.
    pub sealed: Vec<u8>,
}

impl SavedLookUpKey {
    /// The purpose with this name, if this version knows it.
    pub(super) fn purpose_named(name: &str) -> Option<&'static str> {
        Purpose::ALL
            .into_iter()
            .map(Purpose::name)
            .find(|known| *known == name)
    }
}
