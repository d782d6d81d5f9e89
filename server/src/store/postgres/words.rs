//! Why the database server cannot be used, in words for the operator.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "faults of the driver and the system: most have no words of ours"
)]

use std::io::ErrorKind;

use crate::store::StoreError;

/// Names what stands between us and the server, where it is a known hindrance.
pub(super) fn unreachable(error: sqlx::Error) -> StoreError {
    match hindrance(&error) {
        Some(why) => StoreError::Unreachable { why, error },
        None => StoreError::Database(error),
    }
}

fn hindrance(error: &sqlx::Error) -> Option<&'static str> {
    match error {
        sqlx::Error::Io(fault) => Some(of_the_way(fault.kind())),
        sqlx::Error::PoolTimedOut => Some(of_the_way(ErrorKind::TimedOut)),
        sqlx::Error::Tls(_) => Some(
            "no protected connection comes about: does the server offer TLS, and is its \
             certificate for the name in database.url and from an authority that is trusted \
             (database.ca_file)?",
        ),
        sqlx::Error::Database(refusal) => of_the_server(refusal.code().as_deref()?),
        _ => None,
    }
}

fn of_the_way(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::ConnectionRefused | ErrorKind::NotFound => {
            "nobody answers there: is PostgreSQL running, and does it listen at the address in \
             database.url?"
        }
        ErrorKind::TimedOut => {
            "the server does not answer in time: is a firewall in between, or is it too busy?"
        }
        ErrorKind::PermissionDenied => {
            "the server's socket may not be used by the user of this process"
        }
        ErrorKind::InvalidData => {
            "no protected connection comes about: is the server's certificate for the name in \
             database.url and from an authority that is trusted (database.ca_file)?"
        }
        _ => "the server cannot be reached: is the name in database.url right?",
    }
}

/// By SQLSTATE, appendix A of the `PostgreSQL` manual.
fn of_the_server(code: &str) -> Option<&'static str> {
    Some(match code {
        "28P01" => {
            "the server refuses the password: set database.password_file to a file with the \
             right one"
        }
        "28000" => {
            "the server refuses this user: does the role exist, and does pg_hba.conf let it in \
             from this machine?"
        }
        "3D000" => "there is no such database: `createdb` makes one",
        "42501" => {
            "this user may not make tables in the database: make it the owner of the database"
        }
        "53300" => {
            "the server has no connection left: lower database.connections or raise its \
             max_connections"
        }
        "57P03" => "the server is just starting or stopping: try again",
        "25006" => "the server is a read-only copy: name the one that is written to",
        _ => return None,
    })
}
