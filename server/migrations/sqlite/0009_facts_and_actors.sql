-- When an application was sent in, apart from its last change; when the office came to an end
-- with it; and how its case stands (rules::application::CaseStage). All empty until then.
alter table journeys add column submitted_at integer;
alter table journeys add column decided_at integer;
alter table journeys add column case_stage text;

update journeys set submitted_at = changed_at,
    case_stage = case when handed_over_at is null then 'received' else 'handed_over' end
    where stage = 'submitted';

-- A process of the version before sends in and hands over without these columns.
create trigger journeys_changed_by_the_version_before after update on journeys
when new.stage = 'submitted' and (new.submitted_at is null or new.case_stage is null
    or (new.handed_over_at is not null and new.case_stage <> 'handed_over'))
begin
    update journeys set submitted_at = coalesce(submitted_at, changed_at),
        case_stage = case when handed_over_at is not null then 'handed_over'
            else coalesce(case_stage, 'received') end
        where id = new.id;
end;

create trigger journeys_opened_by_the_version_before after insert on journeys
when new.stage = 'submitted' and (new.submitted_at is null or new.case_stage is null
    or (new.handed_over_at is not null and new.case_stage <> 'handed_over'))
begin
    update journeys set submitted_at = coalesce(submitted_at, changed_at),
        case_stage = case when handed_over_at is not null then 'handed_over'
            else coalesce(case_stage, 'received') end
        where id = new.id;
end;

-- The order of the queue does not move when an application changes later.
drop index journeys_sent_in;
drop index journeys_waiting;
create index journeys_sent_in on journeys (submitted_at, receipt) where stage = 'submitted';
create index journeys_waiting on journeys (submitted_at, receipt)
    where stage = 'submitted' and handed_over_at is null;

-- One application for each form, until the office has given the form free.
drop index journeys_one_submission;
create unique index journeys_one_submission on journeys (form_digest)
    where stage = 'submitted' and coalesce(case_stage, 'received') not in ('expired', 'withdrawn');

-- Those that nobody comes back to, by when they go.
create index journeys_given_up on journeys (decided_at)
    where stage = 'submitted' and case_stage in ('expired', 'withdrawn');

-- What a link is for: of each application only the newest for each purpose is in force. All that
-- the version before makes are for going on with the application.
alter table links add column purpose text not null default 'application';

-- Who did it: the applicant, a member of staff by number, the operator or the portal itself. Empty
-- of what a process of the version before recorded or chained; the hash of others covers it.
alter table audit_inbox add column actor text;
alter table audit add column actor text;
