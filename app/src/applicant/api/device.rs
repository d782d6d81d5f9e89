//! ⑤ The device code.

use leptos::prelude::*;
use rules::application::Page;
use rules::form::{Field, FormProblems, Problem};
use rules::{CivilDate, DeviceCode};
use serde::{Deserialize, Serialize};

use super::answer::{Next, answer};
use super::form::{Button, Form, Sent};
use crate::applicant::Notice;
use crate::refusal::Refusal;

/// The form of the device code.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct DeviceForm {
    device_code: String,
}

/// Proves this device by the code from the mail.
///
/// # Errors
/// What is wrong with the code, for a script only.
#[server(prefix = "/api", endpoint = "device/prove")]
pub async fn prove_device(#[server(flatten)] sent: Sent<DeviceForm>) -> Result<(), Refusal> {
    answer(Page::Device, sent, |portal, code| async move {
        portal.prove_device(code).await
    })
    .await
}

/// Sends another device code.
///
/// # Errors
/// Too often, for a script only.
#[server(prefix = "/api", endpoint = "device/resend")]
pub async fn resend_code(#[server(flatten)] sent: Sent<Button>) -> Result<(), Refusal> {
    answer(Page::Device, sent, |portal, ()| async move {
        let page = portal.resend_code().await?;
        Ok(Next::Told(page, Notice::CodeSentAgain))
    })
    .await
}

impl Form for DeviceForm {
    type Given = DeviceCode;

    fn read(&self, _: CivilDate) -> Result<DeviceCode, FormProblems> {
        let read = DeviceCode::parse(&self.device_code);
        read.map_err(|problem| FormProblems::one(Field::DeviceCode, Problem::DeviceCode(problem)))
    }
}
