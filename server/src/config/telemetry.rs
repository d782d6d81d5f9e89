//! What the operator sees.

use std::net::SocketAddr;

use serde::{Deserialize, Serialize};

use super::section::section;

section! {
    /// What the operator sees.
    Telemetry {
        /// "json" for machines, "text" for people.
        format: LogFormat = LogFormat::Json;
        /// Least level that is written: "error", "warn", "info", "debug" or "trace".
        level: LogLevel = LogLevel::Info;
        /// Address and port where Prometheus finds `/metrics`; keep it from the public.
        metrics_address: Option<SocketAddr> = None => Example("127.0.0.1:9464");
    }
}

/// How log lines look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// One JSON object a line.
    Json,
    /// Lines for people.
    Text,
}

/// How much is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogLevel {
    /// Only what is broken.
    Error,
    /// Also what may break.
    Warn,
    /// Also what was done.
    Info,
    /// Also how it was done.
    Debug,
    /// Everything.
    Trace,
}

impl LogLevel {
    /// Its name as log filters spell it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warn => "warn",
            Self::Info => "info",
            Self::Debug => "debug",
            Self::Trace => "trace",
        }
    }
}
