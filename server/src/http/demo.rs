//! What the demonstration's pages show.

use std::sync::Arc;

use app::demo::{Demo, DemoForm, DemoMail};
use async_trait::async_trait;

use crate::forms::qr::svg;
use crate::mail::{Caught, Memory};
use crate::service::Service;

/// How many forms the demonstration lists.
const FORMS_SHOWN: u32 = 10;
/// How many mails it shows.
const MAILS_SHOWN: usize = 50;

/// The forms issued and the mails caught.
#[derive(Debug)]
pub struct DemoPages {
    /// Where the forms are.
    pub service: Arc<Service>,
    /// Where the mails are.
    pub mailbox: Arc<Memory>,
}

#[async_trait]
impl Demo for DemoPages {
    async fn forms(&self) -> Vec<DemoForm> {
        let forms = self
            .service
            .newest_forms(FORMS_SHOWN)
            .await
            .unwrap_or_else(|fault| {
                tracing::error!(%fault, "the demonstration's forms");
                Vec::new()
            });
        let base = &self.service.site().base_url;
        let shown = |form: crate::service::FormOnRecord| DemoForm {
            qr_svg: svg(&format!("{base}/apply/{}", form.id.as_str())).unwrap_or_default(),
            id: form.id,
            birth_date: form.birth_date,
        };
        forms.into_iter().map(shown).collect()
    }

    async fn mails(&self) -> Vec<DemoMail> {
        let shown = |Caught { number, letter }: Caught| DemoMail {
            id: number,
            to: letter.to.as_str().to_owned(),
            subject: letter.subject.as_str().to_owned(),
            body: letter.body,
            at: letter.written_at,
        };
        let newest = self.mailbox.newest_first().into_iter().take(MAILS_SHOWN);
        newest.map(shown).collect()
    }
}
