//! The document around every page, and which page stands at which address.

#![expect(
    unreachable_pub,
    reason = "the component macro gives its items more visibility than they are written with"
)]

use leptos::config::LeptosOptions;
use leptos::hydration::AutoReload;
use leptos::prelude::*;
use leptos_meta::{HashedStylesheet, MetaTags, provide_meta_context};
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::{SsrMode, path};

use crate::applicant::pages::{
    AccessibilityPage, ApplyPage, CheckerPage, DemoMailPage, DemoPage, DetailsPage, DevicePage,
    DonePage, GalleryPage, HelpPage, MailCheckPage, MailPage, MailSentPage, NotFoundPage,
    OpenLinkPage, OtherPage, PhotoCheckPage, PhotoPage, PrivacyPage, ReviewPage, StartPage,
    StatusPage, TermsPage,
};
use crate::files::address;
use crate::words::language;

/// The whole document. Holds no script of its own: pages with islands add
/// theirs by `components::wake`.
pub fn shell(options: LeptosOptions) -> impl IntoView {
    provide_context(options.clone());
    let language = language();
    view! {
        <!DOCTYPE html>
        <html lang=language.tag() dir=language.direction()>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="theme-color" content="#ffffff" />
                <meta name="format-detection" content="telephone=no" />
                <link rel="icon" href=address("favicon.svg") type="image/svg+xml" />
                <HashedStylesheet options=options.clone() id="style" />
                <AutoReload options />
                <MetaTags />
            </head>
            <body>
                <App />
            </body>
        </html>
    }
}

/// All pages. Each is rendered whole on the server before it is sent, so that it
/// is complete without scripting; there is no routing in the browser.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    view! {
        <Router>
            <FlatRoutes fallback=NotFoundPage>
                <Route path=path!("/") view=StartPage ssr=SsrMode::Async />
                <Route path=path!("/apply/:id") view=ApplyPage ssr=SsrMode::Async />
                <Route path=path!("/terms") view=TermsPage ssr=SsrMode::Async />
                <Route path=path!("/mail") view=MailPage ssr=SsrMode::Async />
                <Route path=path!("/mail/check") view=MailCheckPage ssr=SsrMode::Async />
                <Route path=path!("/mail/sent") view=MailSentPage ssr=SsrMode::Async />
                <Route path=path!("/open/:token") view=OpenLinkPage ssr=SsrMode::Async />
                <Route path=path!("/other") view=OtherPage ssr=SsrMode::Async />
                <Route path=path!("/device") view=DevicePage ssr=SsrMode::Async />
                <Route path=path!("/photo") view=PhotoPage ssr=SsrMode::Async />
                <Route path=path!("/photo-check") view=CheckerPage ssr=SsrMode::Async />
                <Route path=path!("/photo/check") view=PhotoCheckPage ssr=SsrMode::Async />
                <Route path=path!("/details") view=DetailsPage ssr=SsrMode::Async />
                <Route path=path!("/review") view=ReviewPage ssr=SsrMode::Async />
                <Route path=path!("/done") view=DonePage ssr=SsrMode::Async />
                <Route path=path!("/status") view=StatusPage ssr=SsrMode::Async />
                <Route path=path!("/privacy") view=PrivacyPage ssr=SsrMode::Async />
                <Route path=path!("/accessibility") view=AccessibilityPage ssr=SsrMode::Async />
                <Route path=path!("/help") view=HelpPage ssr=SsrMode::Async />
                <Route path=path!("/demo") view=DemoPage ssr=SsrMode::Async />
                <Route path=path!("/demo/mail") view=DemoMailPage ssr=SsrMode::Async />
                <Route path=path!("/gallery") view=GalleryPage ssr=SsrMode::Async />
            </FlatRoutes>
        </Router>
    }
}
