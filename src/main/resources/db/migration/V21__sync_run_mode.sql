-- What a run reads, and how; and since when each resource owes a complete run.
alter table sync_run
    add column mode     text   not null default 'complete' check (mode in ('complete', 'incremental')),
    add column strategy text   not null default 'replay'   check (strategy in ('replay', 'report')),
    add column notes    text[] not null default '{}';
create index sync_run_succeeded on sync_run (company, resource, started_at desc) where state = 'succeeded';

create table sync_due (
    company   text        not null,
    resource  text        not null,
    due_at    timestamptz not null,
    primary key (company, resource)
);
alter table sync_due enable row level security;
alter table sync_due force row level security;
create policy writer on sync_due using (company = (select tenant_writer()))
    with check (company = (select tenant_writer()));
