-- The pair of migrations/sqlite/0001_portal.sql: the same tables and columns.
-- Everything personal is sealed (server/src/seal.rs); digests are keyed.
-- Moments are seconds since 1970-01-01T00:00:00Z. Every number is a bigint and a flag is
-- 0 or 1, so that both databases hand out the same types.

create table forms (
    digest    bytea  primary key,
    sealed    bytea  not null,
    issued_at bigint not null,
    -- The order of issue, which SQLite keeps in a column of this name by itself.
    rowid     bigint not null generated always as identity unique
);

create table journeys (
    id           text   primary key,
    version      bigint not null,
    stage        text   not null check (stage in
        ('registered', 'opened', 'pictured', 'photographed', 'described', 'submitted')),
    form_digest  bytea  not null,
    wrapped_key  bytea  not null,
    sealed       bytea  not null,
    photo_key    text,
    receipt      text   unique,
    created_at   bigint not null,
    changed_at   bigint not null,
    check ((stage = 'submitted') = (receipt is not null)),
    check (photo_key is null or stage not in ('registered', 'opened')),
    check (photo_key is not null or stage <> 'pictured')
);

-- One application for each form, whoever sends it in first.
create unique index journeys_one_submission on journeys (form_digest) where stage = 'submitted';
create index journeys_by_age on journeys (stage, changed_at);
create index journeys_by_photo on journeys (photo_key) where photo_key is not null;

create table sessions (
    digest     bytea  primary key,
    version    bigint not null,
    sealed     bytea  not null,
    created_at bigint not null,
    seen_at    bigint not null
);
create index sessions_by_age on sessions (seen_at);

create table links (
    digest  bytea  primary key,
    journey text   not null references journeys (id) on delete cascade,
    until   bigint not null,
    ended   bigint not null default 0 check (ended in (0, 1))
);
create index links_by_journey on links (journey);

create table codes (
    session bytea  not null references sessions (digest) on delete cascade,
    journey text   not null references journeys (id) on delete cascade,
    digest  bytea  not null,
    until   bigint not null,
    tries   bigint not null default 0,
    primary key (session, journey)
);
create index codes_by_journey on codes (journey);

create table challenges (
    id     text   primary key,
    sealed bytea  not null,
    until  bigint not null,
    used   bigint not null default 0 check (used in (0, 1))
);

create table outbox (
    id           text   primary key,
    kind         text   not null check (kind in ('link', 'device_code', 'received', 'discard_photo')),
    journey      text   not null,
    session      bytea,
    photo_key    text,
    due_at       bigint not null,
    leased_until bigint not null default 0,
    tries        bigint not null default 0,
    outcome      text   check (outcome in ('done', 'dropped', 'failed')),
    queued_at    bigint not null,
    check ((kind = 'device_code') = (session is not null)),
    check ((kind = 'discard_photo') = (photo_key is not null))
);
create index outbox_due on outbox (due_at) where outcome is null;

-- Limits: the moment (milliseconds) at which a key's allowance is whole again.
create table allowances (
    key      bytea  primary key,
    whole_at bigint not null
);
