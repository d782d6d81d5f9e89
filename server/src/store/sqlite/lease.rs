//! The lease as a file's one writer gives it.

/// Leases jobs until `$1` that are due at `$2`, of photos if `$3` is 1, `$4` at most.
pub(in crate::store) const LEASE: &str = "update outbox set leased_until = $1 where id in ( \
     select id from outbox where outcome is null and due_at <= $2 and leased_until <= $2 \
     and (kind = 'discard_photo') = ($3 = 1) order by due_at limit $4) returning *";
