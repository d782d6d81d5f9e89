-- A random secret for each mail that carries one, sealed under the operator's key; empty before
-- it is drawn and once the mail is settled (docs/decisions/0038-secrets-of-mails.md). Rows of the
-- version before have none: theirs is drawn when they are tried.
alter table outbox add column secret blob;

-- From which mail a code is, and when that mail was asked for: a mail that comes late does not
-- replace the code of a newer one.
alter table codes add column mail text not null default '';
alter table codes add column asked_at integer not null default 0;

-- Wrong birth dates in all; the office sets it back
-- (docs/decisions/0039-what-limits-count.md).
alter table forms add column tries integer not null default 0;

-- Links were derived from it; now nothing is.
delete from look_up_keys where purpose = 'link_token';
