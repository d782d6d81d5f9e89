//! Acts that are tried anew when another request of the same browser wrote first.

use crate::service::Stop;

/// How often an act is tried when two tabs act at once.
const ACT_TRIES: u32 = 3;

/// Does an act, and does it anew when another request of the same browser wrote first.
///
/// # Errors
/// What the act answers; [`Stop::Overtaken`] when it was overtaken every time.
pub(in crate::service) async fn tried_anew<T, Doing>(act: impl Fn() -> Doing) -> Result<T, Stop>
where
    Doing: Future<Output = Result<T, Stop>>,
{
    for _ in 1..ACT_TRIES {
        match act().await {
            Err(Stop::Overtaken) => {}
            done => return done,
        }
    }
    act().await
}
