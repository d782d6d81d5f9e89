-- Which browsers an application knows as its own: they need no device code
-- (docs/decisions/0044-links-and-devices.md). Digests are keyed.
create table devices (
    digest  bytea   not null,
    journey text    not null references journeys (id) on delete cascade,
    primary key (digest, journey)
);
create index devices_by_journey on devices (journey);

-- From which mail a link is, and when that mail was asked for: a mail that comes late does not
-- end the link of a newer one.
alter table links add column mail text not null default '';
alter table links add column asked_at bigint not null default 0;
create index outbox_waiting_by_journey on outbox (journey) where outcome is null;

-- A link is not used up any more. The newest of an application goes on, where using it was
-- what ended it.
update links set ended = 0 where ended = 1 and not exists (select 1 from links as other
    where other.journey = links.journey
    and (other.ended = 0 or (other.until, other.digest) > (links.until, links.digest)));
