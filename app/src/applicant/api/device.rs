//! ⑤ The device code.

use leptos::prelude::*;
use rules::DeviceCode;
use rules::application::Page;
use rules::form::{Field, FormProblems, Problem};

use super::answer::{Form, Next, answer};
use crate::refusal::Refusal;
use crate::words::pages::common;

/// Proves this device by the code from the mail.
///
/// # Errors
/// What is wrong with the code, for a script only.
#[server(prefix = "/api", endpoint = "device/prove")]
pub async fn prove_device(#[server(default)] device_code: String) -> Result<(), Refusal> {
    let form = Form::on(Page::Device.path()).secret("device_code", device_code);
    let code = read(&form);
    answer(
        form,
        |portal| async move { portal.prove_device(code?).await },
    )
    .await
}

/// Sends another device code.
///
/// # Errors
/// Too often, for a script only.
#[server(prefix = "/api", endpoint = "device/resend")]
pub async fn resend_code() -> Result<(), Refusal> {
    answer(Form::on(Page::Device.path()), |portal| async move {
        let page = portal.resend_code().await?;
        Ok(Next::Told(page, common::CODE_SENT_AGAIN))
    })
    .await
}

fn read(form: &Form) -> Result<DeviceCode, Refusal> {
    DeviceCode::parse(form.value("device_code")).map_err(|problem| {
        Refusal::Form(FormProblems::one(
            Field::DeviceCode,
            Problem::DeviceCode(problem),
        ))
    })
}
