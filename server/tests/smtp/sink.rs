//! Starts the receiving mail server and reads what it got. Shared by the tests of the
//! mails (`tests/smtp`) and the portal's (`tests/http`).

#![expect(dead_code, reason = "neither of the tests needs all of it")]

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;

use serde_json::Value;

/// A Python that has aiosmtpd can be named here.
const PYTHON: &str = "SHINSEI_TEST_PYTHON";

/// Where `make` puts one.
const OWN_PYTHON: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../.tools/smtp/bin/python3");

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/smtp/sink.py");

/// A running mail server; ends with this value.
pub(crate) struct Sink {
    process: Child,
    folder: tempfile::TempDir,
    /// Its port on 127.0.0.1.
    pub(crate) port: u16,
}

impl Sink {
    /// A server that speaks in the clear and knows nobody.
    pub(crate) fn start() -> Self {
        Self::start_in(tempfile::tempdir().unwrap(), 0)
    }

    /// A server on a port that nobody listens on.
    pub(crate) fn start_at(port: u16) -> Self {
        Self::start_in(tempfile::tempdir().unwrap(), port)
    }

    /// What becomes of the mails that come next, one after another; see `sink.py`.
    pub(crate) fn set_fates(&self, fates: &[&str]) {
        std::fs::write(self.folder.path().join("fates"), fates.join("\n")).unwrap();
    }

    /// The fates that no mail has met yet.
    pub(crate) fn fates_left(&self) -> usize {
        let fates = std::fs::read_to_string(self.folder.path().join("fates")).unwrap();
        fates.lines().count()
    }

    /// A server that insists on TLS with a certificate of its own and on the user
    /// `shinsei` with the password `correct horse`.
    pub(crate) fn start_protected() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let made = rcgen::generate_simple_self_signed(["127.0.0.1".to_owned()]).unwrap();
        std::fs::write(folder.path().join("cert.pem"), made.cert.pem()).unwrap();
        std::fs::write(
            folder.path().join("key.pem"),
            made.signing_key.serialize_pem(),
        )
        .unwrap();
        Self::start_in(folder, 0)
    }

    /// The certificate of a protected server.
    pub(crate) fn certificate(&self) -> PathBuf {
        self.folder.path().join("cert.pem")
    }

    fn start_in(folder: tempfile::TempDir, port: u16) -> Self {
        let mut process = Command::new(python())
            .arg(SCRIPT)
            .arg(folder.path())
            .arg(port.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the Python that was found starts");
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap())
            .read_line(&mut line)
            .unwrap();
        let port = line
            .trim()
            .parse()
            .expect("sink.py prints its port; see its error above");
        Self {
            process,
            folder,
            port,
        }
    }

    /// The mails taken, in order.
    pub(crate) fn mails(&self) -> Vec<Value> {
        let read = |number: usize| {
            let text = std::fs::read_to_string(self.folder.path().join(format!("{number}.json")));
            text.ok().map(|text| serde_json::from_str(&text).unwrap())
        };
        (1..).map_while(read).collect()
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to end.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A Python that has aiosmtpd. Without one the tests fail: mail that was never
/// received by anybody has not been tested.
fn python() -> &'static Path {
    static FOUND: OnceLock<PathBuf> = OnceLock::new();
    FOUND.get_or_init(search)
}

fn search() -> PathBuf {
    let named = std::env::var_os(PYTHON).map(PathBuf::from);
    let known = [named, Some(PathBuf::from(OWN_PYTHON))];
    known
        .into_iter()
        .flatten()
        .find(|python| has_aiosmtpd(python))
        .unwrap_or_else(|| {
            panic!(
                "no Python with aiosmtpd, neither in ${PYTHON} nor at {OWN_PYTHON}: \
             `make test` installs it, or: python3 -m venv .tools/smtp && \
             .tools/smtp/bin/pip install aiosmtpd==1.4.6"
            )
        })
}

fn has_aiosmtpd(python: &Path) -> bool {
    let asked = Command::new(python)
        .args(["-c", "import aiosmtpd"])
        .stderr(Stdio::null())
        .status();
    asked.is_ok_and(|status| status.success())
}
