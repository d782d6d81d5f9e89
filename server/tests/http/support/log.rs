//! What the portal has logged, every level of it.

use std::io::{self, Write};
use std::sync::{Arc, LazyLock, Mutex};

/// Everything that this process has logged.
static LOG: LazyLock<Log> = LazyLock::new(|| {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(move || writer.clone())
        .finish();
    drop(tracing::subscriber::set_global_default(subscriber));
    log
});

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Listens from now on.
pub(crate) fn listen() {
    LazyLock::force(&LOG);
}

/// What was logged since somebody first listened.
pub(crate) fn heard() -> Vec<u8> {
    LOG.0.lock().unwrap().clone()
}
