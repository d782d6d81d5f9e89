//! What every server function does around its one act: where the browser goes
//! next, and what it is told when the act is refused.

use std::borrow::Cow;
use std::sync::Arc;

use leptos::prelude::expect_context;
use rules::application::Page;

use super::form::{Form, Sent};
use super::session::OTHER;
use crate::applicant::Notice;
use crate::applicant::portal::{Flash, Portal};
use crate::exchange::{Caller, Reply};
use crate::refusal::Refusal;
use crate::typed::Typed;

/// The page that a form stands on.
pub(crate) struct Origin {
    /// Under this path the page recalls what was typed.
    page: &'static str,
    /// The address of the page; differs where the address holds a token.
    address: Cow<'static, str>,
}

impl Origin {
    /// The page with this path, at an address of its own.
    pub(crate) fn at(page: &'static str, address: String) -> Self {
        Self {
            page,
            address: Cow::Owned(address),
        }
    }
}

impl From<&'static str> for Origin {
    fn from(page: &'static str) -> Self {
        Self {
            page,
            address: Cow::Borrowed(page),
        }
    }
}

impl From<Page> for Origin {
    fn from(page: Page) -> Self {
        page.path().into()
    }
}

/// Where the browser goes after an act that was done.
pub(crate) enum Next {
    /// To a page of the journey.
    Page(Page),
    /// To a page with good news.
    Told(Page, Notice),
    /// Back to the form's own page, to see what came of it.
    Here,
    /// Back to the form's own page with good news.
    HereTold(Notice),
}

impl From<Page> for Next {
    fn from(page: Page) -> Self {
        Self::Page(page)
    }
}

/// Who asked, and how to answer.
struct Exchange {
    portal: Arc<dyn Portal>,
    reply: Arc<dyn Reply>,
    caller: Caller,
    origin: Origin,
    typed: Typed,
}

/// Reads a form once, does one act of an applicant and answers the browser.
///
/// A form is always answered by a redirect, to the next page or back to its own
/// page, which then shows what was typed and what is wrong; nothing of it
/// stands in an address. A script gets the refusal itself with its status.
///
/// # Errors
/// The act's refusal, for a script only.
pub(crate) async fn answer<F, N, A>(
    origin: impl Into<Origin>,
    sent: Sent<F>,
    act: impl FnOnce(Arc<dyn Portal>, F::Given) -> A,
) -> Result<(), Refusal>
where
    F: Form,
    N: Into<Next>,
    A: Future<Output = Result<N, Refusal>>,
{
    let (form, exchange) = Exchange::begin(origin.into(), sent);
    match form.read(exchange.portal.now().japan_day()) {
        Ok(given) => match act(Arc::clone(&exchange.portal), given).await {
            Ok(next) => exchange.go_on(next.into()).await,
            Err(refusal) => exchange.refuse(refusal).await,
        },
        Err(problems) => exchange.refuse(Refusal::Form(problems)).await,
    }
}

/// Answers a form of which only the look changes: its page keeps what was typed and says so,
/// at the part of the page with this id, so that nobody is thrown back to its top.
///
/// # Errors
/// None.
pub(crate) async fn show_again<F: Form>(
    origin: impl Into<Origin>,
    sent: Sent<F>,
    part: Option<&'static str>,
    notice: Notice,
) -> Result<(), Refusal> {
    let (_, exchange) = Exchange::begin(origin.into(), sent);
    let Origin { page, address } = &exchange.origin;
    let address = match part {
        Some(part) => Cow::Owned(format!("{address}#{part}")),
        None => address.clone(),
    };
    let flash = Flash {
        values: exchange.typed.clone(),
        ..good_news(notice)
    };
    let address = exchange.keep(page, flash, address).await;
    exchange.reply.see_other(&address);
    Ok(())
}

impl Exchange {
    fn begin<F: Form>(origin: Origin, sent: Sent<F>) -> (F, Self) {
        let portal = expect_context::<Arc<dyn Portal>>();
        if let Some(about) = sent.about() {
            portal.form_names(about);
        }
        let form = sent.form.with_offer_taken(portal.now().japan_day());
        let exchange = Self {
            portal,
            reply: expect_context(),
            caller: expect_context(),
            origin,
            typed: form.typed(),
        };
        (form, exchange)
    }

    async fn go_on(self, next: Next) -> Result<(), Refusal> {
        let Origin { page, address } = &self.origin;
        let address = match next {
            Next::Page(page) => Cow::Borrowed(page.path()),
            Next::Here => address.clone(),
            Next::Told(page, notice) => {
                let path = page.path();
                self.keep(path, good_news(notice), path.into()).await
            }
            Next::HereTold(notice) => self.keep(page, good_news(notice), address.clone()).await,
        };
        self.reply.see_other(&address);
        Ok(())
    }

    async fn refuse(self, refusal: Refusal) -> Result<(), Refusal> {
        if self.caller == Caller::Script {
            self.reply.status(refusal.status());
            return Err(refusal);
        }
        let address = self.send_back(refusal).await;
        self.reply.see_other(&address);
        Ok(())
    }

    async fn send_back(&self, refusal: Refusal) -> Cow<'static, str> {
        let Origin { page, address } = &self.origin;
        let values = self.typed.clone();
        match refusal {
            Refusal::Elsewhere(page) => Cow::Borrowed(page.path()),
            Refusal::Form(problems) => {
                let flash = Flash {
                    values,
                    problems,
                    ..Flash::default()
                };
                self.keep(page, flash, address.clone()).await
            }
            Refusal::OtherApplication => {
                let flash = Flash {
                    values,
                    ..Flash::default()
                };
                self.keep(page, flash, OTHER.into()).await
            }
            Refusal::SessionOver => {
                // the form's own page would only send the browser away again
                let start = Page::Start.path();
                let flash = refused(refusal, Typed::default());
                self.keep(start, flash, start.into()).await
            }
            Refusal::AlreadySubmitted
            | Refusal::TooMany { .. }
            | Refusal::Crowded { .. }
            | Refusal::Changed
            | Refusal::Unavailable { .. }
            | Refusal::Malformed
            | Refusal::NoCookie
            | Refusal::ForeignForm { .. } => {
                self.keep(page, refused(refusal, values), address.clone())
                    .await
            }
        }
    }

    /// Keeps it for its page and says where to go. What cannot be kept is not told: the page is
    /// shown all the same, and shows the fault itself if it lasts. What belongs to another
    /// application than the one under way is not shown on that one's page.
    async fn keep(
        &self,
        page: &'static str,
        flash: Flash,
        address: Cow<'static, str>,
    ) -> Cow<'static, str> {
        match self.portal.remember(page, flash).await {
            Err(Refusal::OtherApplication) => Cow::Borrowed(OTHER),
            _ => address,
        }
    }
}

fn good_news(notice: Notice) -> Flash {
    Flash {
        notice: Some(notice),
        ..Flash::default()
    }
}

fn refused(refusal: Refusal, values: Typed) -> Flash {
    Flash {
        values,
        refused: Some(refusal),
        ..Flash::default()
    }
}
