//! The frame of every page.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_meta::Title;
use rules::Moment;

use super::footer::Footer;
use super::header::Header;
use super::icon::{Icon, icon};
use super::phrases::phrases;
use super::session_watch::SessionWatch;
use super::steps::{LAST_STEP, Steps};
use super::wake::WakeIslands;
use super::which_application::WhichApplication;
use crate::site::PageContext;
use crate::words::words;

/// A whole page: title, header, way back, step line, heading, main part and
/// foot. The children come after the heading; an error summary first.
#[component]
pub(crate) fn Layout(
    /// The page's heading, and the first part of its title.
    #[prop(into)]
    title: String,
    /// The leaflet's step, if the page belongs to one.
    #[prop(optional_no_strip)]
    step: Option<u8>,
    /// The page before, if one may go back.
    #[prop(optional_no_strip)]
    back: Option<&'static str>,
    /// Whether the page shows what is wrong with a form.
    #[prop(optional)]
    has_errors: bool,
    /// When the session ends; gives warning before.
    #[prop(optional_no_strip)]
    session_ends: Option<Moment>,
    /// Whether the page holds an island. Other pages load no module.
    #[prop(optional)]
    islands: bool,
    /// The main part.
    children: Children,
) -> impl IntoView {
    let portal = expect_context::<Arc<dyn PageContext>>();
    let site = portal.site();
    let ends_in = session_ends.map(|end| end.seconds_since(portal.now()));
    let step_line = step.map(|number| words().frame.step(number, LAST_STEP));
    let page_title = page_title(&title, step_line.as_deref(), has_errors);
    view! {
        <Title text=page_title />
        <a class="c-skip" href="#main">{words().frame.skip}</a>
        <Header demo=site.demo />
        <div class="l-page">
            {back.map(back_link)}
            <main class="l-main" id="main" tabindex="-1">
                {step.map(|number| view! { <Steps number /> })}
                <WhichApplication />
                <h1>{phrases(&title)}</h1>
                {children()}
            </main>
        </div>
        <Footer site />
        {ends_in.map(|seconds| view! { <SessionWatch seconds /> })}
        {islands.then(|| view! { <WakeIslands /> })}
    }
    .into_any()
}

/// The page's title in the browser: what it is about first.
pub(super) fn page_title(title: &str, step_line: Option<&str>, has_errors: bool) -> String {
    let words = &words().frame;
    let named = match step_line {
        Some(line) => words.title_of_step(title, line, words.service),
        None => words.title(title, words.service),
    };
    let error = if has_errors { words.error } else { "" };
    format!("{error}{named}")
}

fn back_link(path: &'static str) -> impl IntoView {
    view! {
        <nav class="c-back" aria-label=words().frame.way_back>
            <a href=path>{icon(Icon::Back)} {words().common.back}</a>
        </nav>
    }
    .into_any()
}
