-- The pair of migrations/sqlite/0004_look_up_keys.sql.
-- The keys of the digests by which rows are found, one for each purpose, sealed under the
-- operator's key (server/src/seal/look_up.rs). They are made at the first start from the
-- operator's key of that day and outlive it; a process of the version before derives the
-- same ones from that key itself.

create table look_up_keys (
    purpose text  primary key,
    sealed  bytea   not null
);
