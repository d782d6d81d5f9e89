-- open_application
insert into journeys (id, version, stage, form_digest, wrapped_key, sealed, photo_key, receipt, created_at, changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)

-- change_application
update journeys set version = $2, stage = $3, sealed = $4, photo_key = $5, receipt = $6, changed_at = $7 where id = $1 and version = $2 - 1

-- hand_over
update journeys set handed_over_at = coalesce(handed_over_at, case when changed_at < $2 then $2 else changed_at end) where id = $1 and stage = 'submitted'

-- application
select id, version, stage, form_digest, wrapped_key, sealed, photo_key, receipt, created_at, changed_at from journeys where id = $1

-- by_receipt
select id, version, stage, form_digest, wrapped_key, sealed, photo_key, receipt, created_at, changed_at from journeys where receipt = $1

-- waiting
select id, receipt, changed_at, handed_over_at from journeys where stage = 'submitted' and handed_over_at is null and (changed_at, receipt) > ($1, $2) order by changed_at, receipt limit $3

-- is_submitted
select 1 from journeys where form_digest = $1 and stage = 'submitted'

-- make_link
insert into links (digest, journey, until, mail, asked_at) values ($1, $2, $3, $4, $5) on conflict (digest) do update set until = excluded.until, mail = excluded.mail, asked_at = excluded.asked_at where links.ended = 0

-- end_other_links
update links set ended = 1 where journey = $1 and digest <> $2

-- link
select digest, journey, until, ended, mail, asked_at from links where digest = $1

-- keep_session
insert into sessions (digest, version, sealed, created_at, seen_at) values ($1, $2, $3, $4, $5) on conflict (digest) do update set version = excluded.version, sealed = excluded.sealed, created_at = excluded.created_at, seen_at = excluded.seen_at

-- session
select digest, version, sealed, created_at, seen_at from sessions where digest = $1

-- queue
insert into outbox (id, kind, journey, session, photo_key, secret, queued_at, due_at) values ($1, $2, $3, $4, $5, $6, $7, $8)

-- lease_sqlite
update outbox set leased_until = $1 where id in ( select id from outbox where outcome is null and due_at <= $2 and leased_until <= $2 and (kind = 'discard_photo') = ($3 = 1) order by due_at limit $4) returning *

-- lease_postgres
with waiting as materialized ( select id from outbox where outcome is null and due_at <= $2 and leased_until <= $2 and (kind = 'discard_photo') = ($3 = 1) order by due_at limit $4 for update skip locked) update outbox set leased_until = $1 from waiting where outbox.id = waiting.id returning outbox.id, kind, journey, session, photo_key, secret, queued_at, due_at, tries

-- record_sqlite
insert into audit_inbox (at, act, subject, detail) values ($1, $2, $3, $4)

-- record_postgres
insert into audit_inbox (at, act, subject, detail) select at, act, subject, detail from unnest($1::bigint[], $2::text[], $3::text[], $4::text[]) with ordinality as given (at, act, subject, detail, nth) order by nth

-- inbox
select place, at, act, subject, detail from audit_inbox order by place limit $1

-- head
select number, hash from audit order by number desc limit 1

-- chain_sqlite
insert into audit (number, place, at, act, subject, detail, through, hash) values ($1, $2, $3, $4, $5, $6, $7, $8)

-- unbox_sqlite
delete from audit_inbox where place = $1

-- chain_postgres
insert into audit (number, place, at, act, subject, detail, through, hash) select * from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::bigint[], $8::bytea[])

-- unbox_postgres
delete from audit_inbox where place = any($1)

-- audit
select number, place, at, act, subject, detail, through, hash from audit where number > $1 order by number limit $2
