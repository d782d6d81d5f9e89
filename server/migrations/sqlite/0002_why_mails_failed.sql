-- Why the last try of a job went wrong: a class and a number, never a server's own words,
-- which quote addresses.
alter table outbox add column reason text;

-- Few; the operator lists and counts them.
create index outbox_failed on outbox (queued_at) where outcome = 'failed';
