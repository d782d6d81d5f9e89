//! `shinsei demo`: everything on this machine, nothing to set up.

use std::io::{self, Write as _};
use std::net::SocketAddr;
use std::path::Path;
use std::process::ExitCode;

use rules::{BirthDate, CivilDate};

use super::{Failure, block_on, logging, output, serve};
use crate::config::{ConfigProblems, KEY_BYTES, Settings};
use crate::private;
use crate::random::{Random, SystemRandom};
use crate::service::{FormOnRecord, Service};
use crate::setup::{Runtime, open};

/// Forms issued when the demonstration has none.
const FORMS: u32 = 10;

pub(super) fn run(
    data: &Path,
    address: SocketAddr,
    settings: impl FnOnce(Vec<(String, String)>) -> Result<Settings, ConfigProblems>,
) -> Result<ExitCode, Failure> {
    private::folder(data)?;
    let key_file = data.join("key");
    make_key(&key_file)?;
    let path = |name: &str| data.join(name).display().to_string();
    let flags = [
        ("mode", "demo".to_owned()),
        ("http.address", address.to_string()),
        ("http.base_url", format!("http://{}", browsable(address))),
        ("database.url", format!("sqlite://{}", path("shinsei.db"))),
        ("photos.folder", path("photos")),
        ("secrets.key_file", key_file.display().to_string()),
        ("mail.transport", "memory".to_owned()),
        ("telemetry.format", "text".to_owned()),
        ("telemetry.level", "warn".to_owned()),
    ];
    let settings = settings(flags.map(|(key, value)| (key.to_owned(), value)).to_vec())?;
    logging::start(&settings.telemetry);
    block_on(async {
        let runtime = open(&settings).await?;
        issue_forms(&runtime).await?;
        say_where_to_click(&settings, &runtime.service).await?;
        serve::until_stopped(&settings, runtime, true).await
    })
}

/// An address a browser can open: `0.0.0.0` is this machine.
fn browsable(address: SocketAddr) -> String {
    if address.ip().is_unspecified() {
        format!("localhost:{}", address.port())
    } else {
        address.to_string()
    }
}

fn make_key(file: &Path) -> io::Result<()> {
    if file.exists() {
        private::key_file(file);
        return Ok(());
    }
    let random: &dyn Random = &SystemRandom;
    let key: [u8; KEY_BYTES] = random.bytes().map_err(io::Error::other)?;
    private::new_file(file)?.write_all(hex::encode(key).as_bytes())
}

/// Birth dates of the demonstration's people: a grown-up of each era, children
/// of 10 and under 1, and one whose day of birth is not known.
fn birth_date(number: u32, today: CivilDate) -> Option<BirthDate> {
    let text = match number {
        0 => "1998-03-27".to_owned(),
        1 => "1989-01-08".to_owned(),
        2 => "1955-11-03".to_owned(),
        3 => "1926-12-25".to_owned(),
        4 => "2000-02-29".to_owned(),
        5 => format!("{}-05-05", today.year() - 10),
        6 => today.plus_days(-90)?.to_string(),
        7 => "1935-04-00".to_owned(),
        8 => "1972-07-30".to_owned(),
        _ => "1985-10-12".to_owned(),
    };
    BirthDate::parse(&text, today).ok()
}

async fn issue_forms(runtime: &Runtime) -> Result<(), Failure> {
    if !runtime.service.newest_forms(1).await?.is_empty() {
        return Ok(());
    }
    let today = runtime.service.now().japan_day();
    let mut forms = Vec::new();
    // The last one added is the first one shown.
    for number in (0..FORMS).rev() {
        if let Some(birth_date) = birth_date(number, today) {
            forms.push(FormOnRecord {
                id: runtime.service.new_application_id()?,
                birth_date,
            });
        }
    }
    runtime.service.add_forms(&forms, false).await?;
    Ok(())
}

async fn say_where_to_click(settings: &Settings, service: &Service) -> Result<(), Failure> {
    let base = settings.http.base_url.as_str();
    output::line("");
    output::line("  Shinsei demonstration");
    output::line(&format!(
        "  Start here:    {base}/demo        (ten application forms with QR codes)"
    ));
    output::line(&format!(
        "  Read mail:     {base}/demo/mail   (every mail is caught, links work)"
    ));
    if let Some(form) = service.newest_forms(1).await?.first() {
        output::line(&format!(
            "  Or directly:   {base}/apply/{}",
            form.id.as_str()
        ));
        output::line(&format!(
            "                 birth date {}",
            form.birth_date.iso()
        ));
    }
    output::line("  Stop:          Ctrl+C");
    output::line("");
    Ok(())
}
