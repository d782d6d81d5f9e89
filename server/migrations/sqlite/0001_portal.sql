-- Everything personal is sealed (server/src/seal.rs); digests are keyed.
-- Moments are seconds since 1970-01-01T00:00:00Z.

create table forms (
    digest    blob    primary key not null,
    sealed    blob    not null,
    issued_at integer not null
) strict;

create table journeys (
    id           text    primary key not null,
    version      integer not null,
    stage        text    not null check (stage in
        ('registered', 'opened', 'pictured', 'photographed', 'described', 'submitted')),
    form_digest  blob    not null,
    wrapped_key  blob    not null,
    sealed       blob    not null,
    photo_key    text,
    receipt      text    unique,
    created_at   integer not null,
    changed_at   integer not null,
    check ((stage = 'submitted') = (receipt is not null)),
    check (photo_key is null or stage not in ('registered', 'opened')),
    check (photo_key is not null or stage <> 'pictured')
) strict;

-- One application for each form, whoever sends it in first.
create unique index journeys_one_submission on journeys (form_digest) where stage = 'submitted';
create index journeys_by_age on journeys (stage, changed_at);

create table sessions (
    digest     blob    primary key not null,
    version    integer not null,
    sealed     blob    not null,
    created_at integer not null,
    seen_at    integer not null
) strict;
create index sessions_by_age on sessions (seen_at);

create table links (
    digest  blob    primary key not null,
    journey text    not null references journeys (id) on delete cascade,
    until   integer not null,
    ended   integer not null default 0 check (ended in (0, 1))
) strict;
create index links_by_journey on links (journey);

create table codes (
    session blob    not null references sessions (digest) on delete cascade,
    journey text    not null references journeys (id) on delete cascade,
    digest  blob    not null,
    until   integer not null,
    tries   integer not null default 0,
    primary key (session, journey)
) strict;

create table challenges (
    id     text    primary key not null,
    sealed blob    not null,
    until  integer not null,
    used   integer not null default 0 check (used in (0, 1))
) strict;

create table outbox (
    id           text    primary key not null,
    kind         text    not null check (kind in ('link', 'device_code', 'received', 'discard_photo')),
    journey      text    not null,
    session      blob,
    photo_key    text,
    due_at       integer not null,
    leased_until integer not null default 0,
    tries        integer not null default 0,
    outcome      text    check (outcome in ('done', 'dropped', 'failed')),
    queued_at    integer not null,
    check ((kind = 'device_code') = (session is not null)),
    check ((kind = 'discard_photo') = (photo_key is not null))
) strict;
create index outbox_due on outbox (due_at) where outcome is null;

-- Limits: the moment (milliseconds) at which a key's allowance is whole again.
create table allowances (
    key      blob    primary key not null,
    whole_at integer not null
) strict;
