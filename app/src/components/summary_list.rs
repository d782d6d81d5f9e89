//! What was answered, line by line, each with a way to change it.

use leptos::prelude::*;

use crate::words::words;

/// One line of a [`SummaryList`].
pub(crate) struct SummaryRow {
    /// What was asked.
    pub(crate) key: String,
    /// What was answered.
    pub(crate) value: AnyView,
    /// Where it can be changed.
    pub(crate) change: Option<&'static str>,
}

impl SummaryRow {
    /// A line that cannot be changed from here.
    pub(crate) fn fixed(key: impl Into<String>, value: impl IntoAny) -> Self {
        Self {
            key: key.into(),
            value: value.into_any(),
            change: None,
        }
    }

    /// The same line with the page where it can be changed.
    pub(crate) fn changed_at(self, path: &'static str) -> Self {
        Self {
            change: Some(path),
            ..self
        }
    }
}

/// Answers to look over. The links say for screen readers what they change.
#[component]
pub(crate) fn SummaryList(
    /// In the order they were asked.
    rows: Vec<SummaryRow>,
) -> impl IntoView {
    let rows = rows.into_iter().map(row).collect_view();
    view! { <dl class="c-summary">{rows}</dl> }.into_any()
}

fn row(row: SummaryRow) -> impl IntoView {
    let named = row.key.clone();
    let change = row.change.map(|path| {
        view! {
            <dd class="c-summary__change">
                <a href=path>{words().common.change}<span class="u-hidden">{words().frame.colon}{named}</span></a>
            </dd>
        }
    });
    view! {
        <div class="c-summary__row">
            <dt class="c-summary__key">{row.key}</dt>
            <dd class="c-summary__value">{row.value}</dd>
            {change}
        </div>
    }
    .into_any()
}
