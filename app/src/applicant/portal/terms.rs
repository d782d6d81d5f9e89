//! ② The terms, and who applies.

use std::sync::Arc;

use async_trait::async_trait;
use rules::Applicant;
use rules::application::Page;

use crate::refusal::Refusal;

/// ② The terms, and who applies.
#[async_trait]
pub trait TermsStep: Send + Sync {
    /// The terms in force.
    fn terms(&self) -> Arc<Terms>;
    /// Both statements made; who applies. Also changes who applies later on.
    async fn agree(&self, applicant: Applicant) -> Result<Page, Refusal>;
}

/// The terms of use and the handling of personal data, from the operator's file.
#[derive(Clone, Debug)]
pub struct Terms {
    /// Recorded with each agreement.
    pub version: rules::TermsVersion,
    /// Sections in order: heading and paragraphs.
    pub sections: Vec<TermsSection>,
}

/// One section of the terms.
#[derive(Clone, Debug)]
pub struct TermsSection {
    /// Heading.
    pub heading: String,
    /// Paragraphs, plain text.
    pub paragraphs: Vec<String>,
}
