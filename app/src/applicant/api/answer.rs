//! What every server function does around its one act: where the browser goes
//! next, and what it is told when the act is refused.

use std::borrow::Cow;
use std::sync::Arc;

use leptos::prelude::expect_context;
use rules::application::Page;
use rules::form::{Field, FormProblems};

use super::session::OTHER;
use crate::applicant::portal::{Caller, Flash, Portal, Reply};
use crate::refusal::Refusal;
use crate::typed::Typed;

/// What a ticked box sends.
const TICK: &str = "yes";

/// Whether this is what a ticked box sends.
pub(crate) fn is_tick(value: &str) -> bool {
    value == TICK
}

/// What the box sends when it is ticked, or not.
pub(crate) fn tick(is_ticked: bool) -> String {
    if is_ticked { TICK } else { "" }.to_owned()
}

/// The form a server function answers: the page it stands on, and what was
/// typed into it.
pub(crate) struct Form {
    /// Under this path the page recalls what was typed.
    page: &'static str,
    /// The address of the page; differs where the address holds a token.
    address: Cow<'static, str>,
    values: Vec<(&'static str, String)>,
    secrets: Vec<(&'static str, String)>,
}

impl Form {
    /// The form of the page with this path.
    pub(crate) fn on(page: &'static str) -> Self {
        Self {
            page,
            address: Cow::Borrowed(page),
            values: Vec::new(),
            secrets: Vec::new(),
        }
    }

    /// The form of a page whose address is not its path.
    pub(crate) fn at(self, address: String) -> Self {
        Self {
            address: Cow::Owned(address),
            ..self
        }
    }

    /// What was typed into the control of this name; shown again if it is
    /// refused. Empty values too, which say that the form was sent.
    pub(crate) fn typed(mut self, name: &'static str, value: String) -> Self {
        self.values.push((name, value));
        self
    }

    /// What is not shown again: answers to pictures, codes.
    pub(crate) fn secret(mut self, name: &'static str, value: String) -> Self {
        self.secrets.push((name, value));
        self
    }

    /// The value of the control of this name, or nothing.
    pub(crate) fn value(&self, name: &str) -> &str {
        let mut all = self.values.iter().chain(&self.secrets);
        all.find(|(known, _)| *known == name)
            .map_or("", |(_, value)| value.as_str())
    }

    /// Whether the box of this name is ticked.
    pub(crate) fn is_ticked(&self, name: &str) -> bool {
        is_tick(self.value(name))
    }

    /// Fine if the tick under what was given is set.
    pub(crate) fn declared(&self, field: Field) -> Result<(), Refusal> {
        let mut problems = FormProblems::new();
        problems.require(field, self.is_ticked(field.id()));
        problems.into_result().map_err(Refusal::Form)
    }

    /// What is kept until the page is shown again.
    fn kept(&self) -> Typed {
        self.values.iter().cloned().collect()
    }
}

/// Where the browser goes after an act that was done.
pub(crate) enum Next {
    /// To a page of the journey.
    Page(Page),
    /// To a page with good news, by key of the text catalogue.
    Told(Page, &'static str),
    /// Back to the form's own page, to see what came of it.
    Here,
    /// Back to the form's own page with good news.
    HereTold(&'static str),
    /// Back to the form's own page, which keeps what was typed, with good news.
    HereKept(&'static str),
    /// The same, to the part of the page with this id: nobody is thrown back to its top.
    AtKept(&'static str, &'static str),
}

impl From<Page> for Next {
    fn from(page: Page) -> Self {
        Self::Page(page)
    }
}

/// Does one act of an applicant and answers the browser.
///
/// A form is always answered by a redirect, to the next page or back to its own
/// page, which then shows what was typed and what is wrong; nothing of it
/// stands in an address. A script gets the refusal itself with its status.
///
/// # Errors
/// The act's refusal, for a script only.
pub(crate) async fn answer<N, F>(
    form: Form,
    act: impl FnOnce(Arc<dyn Portal>) -> F,
) -> Result<(), Refusal>
where
    N: Into<Next>,
    F: Future<Output = Result<N, Refusal>>,
{
    let portal = expect_context::<Arc<dyn Portal>>();
    let reply = expect_context::<Arc<dyn Reply>>();
    let caller = expect_context::<Caller>();
    match (act(Arc::clone(&portal)).await, caller) {
        (Ok(next), _) => {
            let address = go_on(portal.as_ref(), form, next.into()).await;
            reply.see_other(&address);
            Ok(())
        }
        (Err(refusal), Caller::Form) => {
            let address = send_back(portal.as_ref(), form, refusal).await;
            reply.see_other(&address);
            Ok(())
        }
        (Err(refusal), Caller::Script) => {
            reply.status(refusal.status());
            Err(refusal)
        }
    }
}

async fn go_on(portal: &dyn Portal, form: Form, next: Next) -> Cow<'static, str> {
    let (page, address, notice, values) = match next {
        Next::Page(page) => return Cow::Borrowed(page.path()),
        Next::Here => return form.address,
        Next::Told(page, notice) => (
            page.path(),
            Cow::Borrowed(page.path()),
            notice,
            Typed::default(),
        ),
        Next::HereTold(notice) => (form.page, form.address, notice, Typed::default()),
        Next::HereKept(notice) => {
            let values = form.kept();
            (form.page, form.address, notice, values)
        }
        Next::AtKept(part, notice) => {
            let values = form.kept();
            let address = Cow::Owned(format!("{}#{part}", form.address));
            (form.page, address, notice, values)
        }
    };
    let flash = Flash {
        values,
        notice: Some(notice.to_owned()),
        ..Flash::default()
    };
    keep(portal, page, flash, address).await
}

async fn send_back(portal: &dyn Portal, form: Form, refusal: Refusal) -> Cow<'static, str> {
    match refusal {
        Refusal::Elsewhere(page) => Cow::Borrowed(page.path()),
        Refusal::Form(problems) => {
            let flash = Flash {
                values: form.kept(),
                problems,
                ..Flash::default()
            };
            keep(portal, form.page, flash, form.address).await
        }
        Refusal::OtherApplication => {
            let flash = Flash {
                values: form.kept(),
                ..Flash::default()
            };
            keep(portal, form.page, flash, Cow::Borrowed(OTHER)).await
        }
        Refusal::SessionOver => {
            // the form's own page would only send the browser away again
            let start = Page::Start.path();
            let flash = refused(refusal, Typed::default());
            keep(portal, start, flash, Cow::Borrowed(start)).await
        }
        Refusal::AlreadySubmitted
        | Refusal::TooMany { .. }
        | Refusal::Crowded { .. }
        | Refusal::Changed
        | Refusal::Unavailable { .. }
        | Refusal::Malformed
        | Refusal::NoCookie
        | Refusal::ForeignForm { .. } => {
            let flash = refused(refusal, form.kept());
            keep(portal, form.page, flash, form.address).await
        }
    }
}

fn refused(refusal: Refusal, values: Typed) -> Flash {
    Flash {
        values,
        refused: Some(refusal),
        ..Flash::default()
    }
}

/// Keeps it for its page and says where to go. What cannot be kept is not told: the page is
/// shown all the same, and shows the fault itself if it lasts. What belongs to another
/// application than the one under way is not shown on that one's page.
async fn keep(
    portal: &dyn Portal,
    page: &'static str,
    flash: Flash,
    address: Cow<'static, str>,
) -> Cow<'static, str> {
    match portal.remember(page, flash).await {
        Err(Refusal::OtherApplication) => Cow::Borrowed(OTHER),
        _ => address,
    }
}
