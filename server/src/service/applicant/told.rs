//! What a browser without a session is told on the next page: it carries that itself.
//!
//! A form that is refused costs its sender nothing, so nothing is stored for it here. What
//! was typed and why it was refused goes out in a sealed cookie and comes back with the
//! page, for that page alone and for a few minutes.

use app::Typed;
use app::applicant::portal::Flash;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rules::Moment;
use serde::{Deserialize, Serialize};

use crate::seal::Place;
use crate::service::{ApplicantRequest, Fault};

/// So long a page may take to be shown after its form was refused, in seconds.
pub const TOLD_SECONDS: i64 = 5 * 60;
/// Browsers keep a cookie of 4,096 bytes, its name and attributes included.
const MOST_BYTES: usize = 3_500;

#[derive(Serialize, Deserialize)]
struct Told {
    until: Moment,
    flash: Flash,
}

/// Bound to the page, so that a cookie is shown nowhere else.
fn place(path: &str) -> Place<'_> {
    Place {
        table: "cookies",
        row: path,
        column: "told",
    }
}

impl ApplicantRequest {
    /// Has the browser carry it to the page with this path. What was typed is left behind
    /// when it does not fit.
    pub(in crate::service) fn tell_later(&self, path: &str, flash: Flash) -> Result<(), Fault> {
        let until = self.service.now().plus(TOLD_SECONDS);
        let mut told = Told { until, flash };
        let mut sealed = self.sealed(path, &told)?;
        if sealed.len() > MOST_BYTES {
            told.flash.values = Typed::default();
            sealed = self.sealed(path, &told)?;
        }
        if sealed.len() <= MOST_BYTES {
            self.visitor.carry(sealed);
        }
        Ok(())
    }

    /// What the browser carried to the page with this path; it carries it no further.
    pub(in crate::service) fn told(&self, path: &str) -> Option<Flash> {
        let carried = self.visitor.carried()?;
        let sealed = URL_SAFE_NO_PAD.decode(carried).ok()?;
        let keyring = self.service.keys.sessions();
        let told: Told = keyring.open_value(place(path), &sealed).ok()?;
        self.visitor.put_down();
        (self.service.now() <= told.until).then_some(told.flash)
    }

    fn sealed(&self, path: &str, told: &Told) -> Result<String, Fault> {
        let keyring = self.service.keys.sessions();
        let sealed = keyring.seal_value(place(path), told, &*self.service.random)?;
        Ok(URL_SAFE_NO_PAD.encode(sealed))
    }
}
