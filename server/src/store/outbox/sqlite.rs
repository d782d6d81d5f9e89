//! The lease as a file's one writer gives it.

use crate::store::Jobs;

/// Leases jobs until `$1` that are due at `$2`, `$3` at most.
pub(super) fn lease(jobs: Jobs) -> String {
    let kinds = jobs.list();
    format!(
        "update outbox set leased_until = $1 where id in ( \
         select id from outbox where outcome is null and due_at <= $2 and leased_until <= $2 \
         and kind in ({kinds}) order by due_at limit $3) returning *"
    )
}
