-- The pair of migrations/sqlite/0003_hand_over.sql.
-- When the office took an application over; empty until then. That only one that was sent
-- in is handed over is held by the statement that writes it: a process of the version
-- before works on the same table.
alter table journeys add column handed_over_at bigint;

-- Applications sent in, in the order they came; those that still wait; those to be deleted.
create index journeys_sent_in on journeys (changed_at, receipt) where stage = 'submitted';
create index journeys_waiting on journeys (changed_at, receipt)
    where stage = 'submitted' and handed_over_at is null;
create index journeys_handed_over on journeys (handed_over_at) where handed_over_at is not null;

-- Whether a form is held by an application, and which forms are old.
create index journeys_by_form on journeys (form_digest);
create index forms_by_age on forms (issued_at);
