//! Which sentence is said: of a problem, a finding, a refusal. The same in every language.

mod birth_date;
mod finding;
mod problem;
mod refusal;

pub use finding::FindingWords;
pub use refusal::RefusalWords;
