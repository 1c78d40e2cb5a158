-- The latest calls to the accounting systems, by which all replicas together stay within a system's limits. A call
-- counts while it lasts and for the length of a window after its end: at what moment between its start and its end
-- the system counts it is not known. One that never told its end is thought to have ended with its lease.
create table accounting_gate (
    company       text        not null,
    system        text        not null check (system in ('quickbooks', 'xero')),
    tenant        text        not null,
    closed_until  timestamptz,
    reason        text,
    primary key (company, system, tenant)
);

create table accounting_call (
    company       text        not null,
    system        text        not null,
    tenant        text        not null,
    id            bigint      generated always as identity,
    kind          text        not null check (kind in ('single', 'batch')),
    leased_until  timestamptz not null,
    ended_at      timestamptz,
    primary key (company, system, tenant, id),
    foreign key (company, system, tenant) references accounting_gate
);
create index accounting_call_ended on accounting_call (company, system, tenant, ended_at desc nulls first);

-- Nobody reads them but the limiter.
do $$
declare
    name text;
begin
    foreach name in array array['accounting_gate', 'accounting_call'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format(
            'create policy writer on %I using (company = (select tenant_writer()))
             with check (company = (select tenant_writer()))', name);
    end loop;
end $$;
