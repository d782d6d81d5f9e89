//! A notice: something to know, good news, or something to mind.

use leptos::prelude::*;

use super::icon::{Icon, icon};
use crate::words::words;

/// What a notice is about; shown by a sign, a word and a colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoticeKind {
    /// Something to know.
    Info,
    /// Something went well.
    Good,
    /// Something to mind.
    Warn,
}

impl NoticeKind {
    fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Good => "good",
            Self::Warn => "warn",
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Info => words().frame.notice_info,
            Self::Good => words().frame.notice_good,
            Self::Warn => words().frame.notice_warn,
        }
    }

    fn icon(self) -> Icon {
        match self {
            Self::Info => Icon::Info,
            Self::Good => Icon::Good,
            Self::Warn => Icon::Warn,
        }
    }
}

/// A notice in its own box.
#[component]
pub(crate) fn Notice(
    /// What it is about.
    kind: NoticeKind,
    /// What matters, in one sentence.
    #[prop(into)]
    title: String,
    /// More about it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let body = children.map(|more| view! { <div class="c-notice__body">{more()}</div> });
    view! {
        <div class="c-notice" data-kind=kind.name()>
            <p class="c-notice__kind">{icon(kind.icon())} {kind.word()}</p>
            <p class="c-notice__title">{title}</p>
            {body}
        </div>
    }
    .into_any()
}
