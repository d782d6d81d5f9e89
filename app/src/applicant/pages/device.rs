//! ⑤ The device code.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use rules::application::Page;
use rules::form::{Field, Problem};

use super::guarded::guarded_with;
use super::told::{is_refused, told};
use crate::applicant::api::{ProveDevice, ResendCode};
use crate::applicant::portal::{CodeView, Flash, Visit};
use crate::components::{
    ButtonKind, Disclosure, Layout, Office, PostForm, SubmitButton, TextField, TextLook,
};
use crate::site::Site;
use crate::words::words;

/// `/device`: the code from the mail. Shows nothing of the application.
#[component]
pub(crate) fn DevicePage() -> impl IntoView {
    guarded_with(Page::Device, |portal, visit| async move {
        let code = portal.look_at_code().await?;
        Ok(device(&visit, &code, portal.site()))
    })
}

fn device(visit: &Visit, code: &CodeView, site: Arc<Site>) -> impl IntoView + use<> {
    let flash = &visit.flash;
    let (told, form) = (told(flash), code_form(code, flash));
    let sent_to = words().device.sent_to(&code.masked_mail);
    // The button that is spoken of stands in there.
    let is_over = flash.problems.of(Field::DeviceCode) == Some(Problem::CodeOver);
    view! {
        <Layout
            title=words().device.title
            step=Some(Page::Device.step())
            has_errors=is_refused(flash)
            session_ends=Some(visit.session_ends)
        >
            {told}
            <p>{sent_to}</p>
            <p>{words().device.why}</p>
            {form}
            <Disclosure summary=words().device.missing_title open=is_over>
                <p>{words().device.missing}</p>
                <Office site />
                <PostForm action=ResendCode::url()>
                    <SubmitButton label=words().device.resend kind=ButtonKind::Second />
                </PostForm>
            </Disclosure>
        </Layout>
    }
}

fn code_form(code: &CodeView, flash: &Flash) -> impl IntoView + use<> {
    let (minutes, problems) = (code.minutes, flash.problems.clone());
    view! {
        <PostForm action=ProveDevice::url()>
            <TextField
                field=Field::DeviceCode
                name="device_code"
                label=words().device.code
                hint=words().device.code_hint(minutes)
                value=""
                problems=problems
                autocomplete="one-time-code"
                inputmode="numeric"
                maxlength=20
                look=TextLook::Code
            />
            <SubmitButton label=words().device.send />
        </PostForm>
    }
}
