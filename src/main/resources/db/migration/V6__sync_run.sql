-- Runs over a resource of a company; at most one of each is running.
create table sync_run (
    id            text        primary key,
    company       text        not null,
    resource      text        not null,
    trigger       text        not null,
    state         text        not null check (state in ('running', 'succeeded', 'partial', 'failed')),
    started_at    timestamptz not null,
    heartbeat_at  timestamptz not null,
    ended_at      timestamptz,
    scopes        integer     not null,
    done          integer     not null default 0,
    seen          integer     not null default 0,
    added         integer     not null default 0,
    changed       integer     not null default 0,
    removed       integer     not null default 0,
    missing       text[]      not null default '{}',
    errors        text[]      not null default '{}',
    check ((state = 'running') = (ended_at is null))
) with (fillfactor = 50);
create unique index sync_run_running on sync_run (company, resource) where state = 'running';
create index sync_run_latest on sync_run (company, started_at desc, id desc);

-- Whoever runs it knows its id, which nobody can guess, and not always its company.
create function tenant_run() returns text language sql stable parallel safe
    return nullif(current_setting('entrata.run', true), '');

alter table sync_run enable row level security;
alter table sync_run force row level security;
create policy viewer on sync_run for select using (company = (select tenant_company()));
create policy writer on sync_run using (company = (select tenant_writer()))
    with check (company = (select tenant_writer()));
create policy runner on sync_run using (id = (select tenant_run()))
    with check (id = (select tenant_run()));
