-- Report files that were taken in: one row per file and try. A running one of a process that is gone is begun
-- again, since what it had written was rolled back with it.
create table ingest_run (
    id               text        primary key,
    company          text        not null,
    source           text        not null,
    file             text        not null,
    checksum         text        not null,
    bytes            bigint      not null,
    definitions      text        not null,
    owner            text        not null,
    state            text        not null check (state in
        ('running', 'succeeded', 'partial', 'unchanged', 'older', 'refused', 'failed')),
    reports          text[]      not null default '{}',
    as_of            timestamptz,
    started_at       timestamptz not null,
    heartbeat_at     timestamptz not null,
    ended_at         timestamptz,
    percent          integer     not null default 0,
    rows_read        bigint      not null default 0,
    rows_added       bigint      not null default 0,
    rows_changed     bigint      not null default 0,
    rows_unchanged   bigint      not null default 0,
    rows_older       bigint      not null default 0,
    rows_unmatched   bigint      not null default 0,
    rows_rejected    bigint      not null default 0,
    unknown_columns  text[]      not null default '{}',
    notes            text[]      not null default '{}',
    problem          text,
    problem_detail   text,
    check ((state = 'running') = (ended_at is null))
) with (fillfactor = 50);
create unique index ingest_run_running on ingest_run (company, checksum) where state = 'running';
create index ingest_run_content on ingest_run (company, checksum);
create index ingest_run_latest on ingest_run (company, started_at desc, id desc);

alter table ingest_run enable row level security;
alter table ingest_run force row level security;
create policy viewer on ingest_run for select using (company = (select tenant_company()));
create policy writer on ingest_run using (company = (select tenant_writer()))
    with check (company = (select tenant_writer()));

-- As of when a report last told of a property, and which fields of the resource it told.
create table ingest_told (
    company      text        not null,
    resource     text        not null,
    property_id  text        not null,
    report       text        not null,
    fields       text[]      not null,
    as_of        timestamptz not null,
    primary key (company, resource, property_id, report)
);
alter table ingest_told enable row level security;
alter table ingest_told force row level security;
create policy writer on ingest_told using (company = (select tenant_writer()))
    with check (company = (select tenant_writer()));

-- Rows of reports whose columns no resource has. Those of no property are for administrators only.
create table report_row (
    company      text        not null,
    run_id       text        not null,
    part         integer     not null,
    line         bigint      not null,
    report       text        not null,
    property_id  text,
    module       text,
    data         json        not null,
    primary key (company, run_id, part, line)
);

alter table report_row enable row level security;
alter table report_row force row level security;
create policy viewer on report_row for select using (
    company = (select tenant_company())
    and (property_id = any ((select tenant_properties())::text[])
        or property_id is null and 'users_groupsxxx' = any ((select tenant_modules())::text[]))
    and (module is null or module = any ((select tenant_modules())::text[])));
create policy writer on report_row using (company = (select tenant_writer()))
    with check (company = (select tenant_writer()));
