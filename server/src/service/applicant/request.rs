//! One browser's request.

use std::sync::Arc;

use app::applicant::portal::Portal;

use app::site::{PageContext, Site};
use rules::Moment;

use crate::service::{Service, Visitor};

/// The service, tied to the browser of one request: the portal that its pages and forms ask.
/// Each step is in the file of its act.
#[derive(Clone, Debug)]
pub struct ApplicantRequest {
    pub(in crate::service) service: Arc<Service>,
    pub(in crate::service) visitor: Visitor,
}

impl ApplicantRequest {
    /// A request of this browser.
    pub fn new(service: &Arc<Service>, visitor: Visitor) -> Self {
        let service = Arc::clone(service);
        Self { service, visitor }
    }

    /// The browser.
    pub fn visitor(&self) -> &Visitor {
        &self.visitor
    }
}

impl Portal for ApplicantRequest {}

impl PageContext for ApplicantRequest {
    fn site(&self) -> Arc<Site> {
        Arc::clone(&self.service.site)
    }

    fn now(&self) -> Moment {
        self.service.now()
    }
}
