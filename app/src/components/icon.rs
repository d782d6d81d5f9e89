//! Small signs drawn in lines, always beside a word: hidden from screen readers.

use leptos::prelude::*;

/// The signs there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Icon {
    /// A circled i.
    Info,
    /// A circled tick.
    Good,
    /// A triangle with an exclamation mark.
    Warn,
    /// An arrow to the left.
    Back,
}

/// The sign, as large as the text beside it and in its colour.
pub(super) fn icon(which: Icon) -> impl IntoView {
    let path = match which {
        Icon::Info => "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 11v5.5M12 7.4v.2",
        Icon::Good => "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM7.8 12.4l3 3 5.6-6.2",
        Icon::Warn => "M12 3.6 2.6 20h18.8L12 3.6ZM12 10v4.6M12 17.2v.2",
        Icon::Back => "M19 12H5M11 6l-6 6 6 6",
    };
    view! {
        <svg class="c-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=path></path>
        </svg>
    }
    .into_any()
}
