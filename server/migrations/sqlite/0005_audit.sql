-- What was done, without personal data (docs/decisions/0023-audit-log.md). Acts put entries
-- into the inbox in their own transaction; one process at a time numbers and chains them.

create table audit_inbox (
    place   integer primary key autoincrement not null,
    at      integer not null,
    act     text    not null,
    -- The application's random name; empty where an entry is about none.
    subject text    not null,
    detail  text    not null
) strict;

create table audit (
    number  integer primary key not null,
    -- Where it was in the inbox; empty for checkpoints, which were in none.
    place   integer unique,
    at      integer not null,
    act     text    not null,
    subject text    not null,
    detail  text    not null,
    -- A checkpoint says up to which number entries may go.
    through integer,
    -- SHA-256 of the hash before and this row (server/src/store/chain.rs).
    hash    blob    not null
) strict;
create index audit_checkpoints on audit (through) where through is not null;
create index audit_by_age on audit (at);

create trigger audit_stays_as_it_is before update on audit
begin select raise(abort, 'an entry of the audit log stays as it is'); end;

create trigger audit_goes_behind_a_checkpoint before delete on audit
when not exists (select 1 from audit where through >= old.number)
begin select raise(abort, 'an entry of the audit log goes only when a checkpoint holds its hash'); end;

create trigger audit_inbox_stays_as_it_is before update on audit_inbox
begin select raise(abort, 'an entry of the audit log stays as it is'); end;

create trigger audit_inbox_goes_into_the_chain before delete on audit_inbox
when not exists (select 1 from audit where place = old.place)
begin select raise(abort, 'an entry of the audit log goes only into the chain'); end;
