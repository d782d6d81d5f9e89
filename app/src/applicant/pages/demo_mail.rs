//! The mails of a demonstration.

use std::sync::Arc;

use leptos::prelude::*;

use super::guarded::open;
use super::told::no_such_page;
use crate::components::{Buttons, Layout, LinkButton, SummaryList, SummaryRow, phrases};
use crate::demo::{Demo, DemoMail, FORMS, MAIL};
use crate::words::words;

/// `/demo/mail`: every mail, newest first, with links that can be followed.
#[component]
pub(crate) fn DemoMailPage() -> impl IntoView {
    let demo = use_context::<Arc<dyn Demo>>();
    open(|_| async move {
        let Some(demo) = demo else {
            return Ok(no_such_page());
        };
        Ok(mails(&demo.mails().await).into_any())
    })
}

fn mails(mails: &[DemoMail]) -> impl IntoView + use<> {
    let is_empty = mails.is_empty();
    let mails = mails.iter().map(mail).collect_view();
    view! {
        <Layout title=words().demo.mail_title>
            <p>{words().demo.mail_about}</p>
            <Buttons>
                <LinkButton href=MAIL label=words().demo.reload />
                <LinkButton href=FORMS label=words().demo.forms />
            </Buttons>
            {is_empty.then(|| view! { <p>{words().demo.no_mail}</p> })}
            {mails}
        </Layout>
    }
}

fn mail(mail: &DemoMail) -> impl IntoView + use<> {
    let rows = vec![
        SummaryRow::fixed(words().demo.to, mail.to.clone()),
        SummaryRow::fixed(words().demo.at, words().calendar.moment_of(mail.at)),
    ];
    view! {
        <section class="c-mail" id=format!("mail-{}", mail.id)>
            <h2>{phrases(&mail.subject)}</h2>
            <SummaryList rows=rows />
            <div class="c-mail__body">{mail.body.lines().map(line).collect_view()}</div>
        </section>
    }
}

/// One line; an address on the web becomes a link.
fn line(line: &str) -> impl IntoView + use<> {
    let words = line.split_inclusive(' ').map(word).collect_view();
    view! { <p>{words}</p> }
}

fn word(word: &str) -> AnyView {
    let word = word.to_owned();
    if word.starts_with("https://") || word.starts_with("http://") {
        let href = word.trim_end().to_owned();
        view! { <a href=href>{word}</a> }.into_any()
    } else {
        word.into_any()
    }
}
