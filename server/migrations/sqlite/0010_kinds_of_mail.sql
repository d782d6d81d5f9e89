-- Which kinds of mail there are is said by the program alone
-- (rules::application::MailKind): a new one needs no new table, and any may be for
-- one browser. A file's checks cannot be dropped, so the table is made anew, with its columns in
-- the same order; a process of the version before goes on with it.
create table outbox_anew (
    id           text    primary key not null,
    kind         text    not null,
    journey      text    not null,
    session      blob,
    photo_key    text,
    due_at       integer not null,
    leased_until integer not null default 0,
    tries        integer not null default 0,
    outcome      text    check (outcome in ('done', 'dropped', 'failed')),
    queued_at    integer not null,
    reason       text,
    secret       blob,
    check (kind <> 'device_code' or session is not null),
    check ((kind = 'discard_photo') = (photo_key is not null))
) strict;
insert into outbox_anew
    (id, kind, journey, session, photo_key, due_at, leased_until, tries, outcome, queued_at, reason, secret)
    select id, kind, journey, session, photo_key, due_at, leased_until, tries, outcome, queued_at, reason, secret
    from outbox;
drop table outbox;
alter table outbox_anew rename to outbox;
create index outbox_due on outbox (due_at) where outcome is null;
create index outbox_failed on outbox (queued_at) where outcome = 'failed';
create index outbox_waiting_by_journey on outbox (journey) where outcome is null;
