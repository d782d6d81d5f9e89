-- The pair of migrations/sqlite/0005_audit.sql.
-- What was done, without personal data (docs/decisions/0023-audit-log.md). Acts put entries
-- into the inbox in their own transaction; one process at a time numbers and chains them.

create table audit_inbox (
    place   bigint primary key generated always as identity,
    at      bigint not null,
    act     text   not null,
    -- The application's random name; empty where an entry is about none.
    subject text   not null,
    detail  text   not null
);

create table audit (
    number  bigint primary key,
    -- Where it was in the inbox; empty for checkpoints, which were in none.
    place   bigint unique,
    at      bigint not null,
    act     text   not null,
    subject text   not null,
    detail  text   not null,
    -- A checkpoint says up to which number entries may go.
    through bigint,
    -- SHA-256 of the hash before and this row (server/src/store/chain.rs).
    hash    bytea  not null
);
create index audit_checkpoints on audit (through) where through is not null;
create index audit_by_age on audit (at);

create function audit_refuses() returns trigger language plpgsql as $$
begin
    raise exception 'an entry of the audit log stays as it is';
end $$;

create function audit_goes_behind_a_checkpoint() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from audit where through >= old.number) then
        raise exception 'an entry of the audit log goes only when a checkpoint holds its hash';
    end if;
    return old;
end $$;

create function audit_inbox_goes_into_the_chain() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from audit where place = old.place) then
        raise exception 'an entry of the audit log goes only into the chain';
    end if;
    return old;
end $$;

create trigger audit_stays_as_it_is before update on audit
    for each row execute function audit_refuses();
create trigger audit_is_not_emptied before truncate on audit
    for each statement execute function audit_refuses();
create trigger audit_goes_behind_a_checkpoint before delete on audit
    for each row execute function audit_goes_behind_a_checkpoint();
create trigger audit_inbox_stays_as_it_is before update on audit_inbox
    for each row execute function audit_refuses();
create trigger audit_inbox_is_not_emptied before truncate on audit_inbox
    for each statement execute function audit_refuses();
create trigger audit_inbox_goes_into_the_chain before delete on audit_inbox
    for each row execute function audit_inbox_goes_into_the_chain();
