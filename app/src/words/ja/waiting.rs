//! How long to wait.

use crate::words::sentence::Template;
use crate::words::waiting::Waiting;

/// How long to wait.
pub(super) const WAITING: Waiting = Waiting {
    seconds: Template("{count}秒"),
    minutes: Template("{count}分"),
    hours: Template("{count}時間"),
};
