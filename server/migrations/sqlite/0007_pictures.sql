-- Whose a picture authentication is, and how often it was drawn or spoken. Those of the
-- version before are nobody's; they live for minutes.
alter table challenges add column session blob;
alter table challenges add column drawn integer not null default 0;
create index challenges_by_session on challenges (session);
