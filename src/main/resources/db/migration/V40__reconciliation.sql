-- Reconciliations: one at a time per company. Seen by those who see the general journal of all its properties.
create table reconciliation (
    id            text        primary key,
    company       text        not null,
    sequence      bigint      generated always as identity,
    property_ids  text[]      not null,
    whole         boolean     not null,
    first_day     date        not null,
    last_day      date        not null,
    trigger       text        not null check (trigger in ('nightly', 'request')),
    repair        boolean     not null,
    owner         text        not null,
    state         text        not null check (state in ('running', 'matched', 'variances', 'failed')),
    started_at    timestamptz not null,
    heartbeat_at  timestamptz not null,
    ended_at      timestamptz,
    done          bigint      not null default 0,
    progress      text,
    currency      text,
    steps         jsonb       not null default '[]',
    found         integer     not null default 0,
    explained     integer     not null default 0,
    resolved      integer     not null default 0,
    repaired      integer     not null default 0,
    error         text,
    check (first_day <= last_day),
    check ((state = 'running') = (ended_at is null))
) with (fillfactor = 50);
create unique index reconciliation_running on reconciliation (company) where state = 'running';
create index reconciliation_latest on reconciliation (company, sequence desc);

-- When a day of a property was first reconciled after it was over: what comes later for that day is back-dated.
create table reconciled_day (
    company      text        not null,
    property_id  text        not null,
    day          date        not null,
    at           timestamptz not null,
    run_id       text        not null,
    primary key (company, property_id, day)
);

-- Differences: one row each, however many reconciliations find it. Its key is what it is about.
create table variance (
    id               text          primary key,
    company          text          not null,
    sequence         bigint        generated always as identity,
    key              text          not null,
    property_id      text,
    step             text          not null check (step in
        ('portal-mirror', 'mirror-postings', 'postings-system', 'deposits-payments')),
    kind             text          not null check (kind in
        ('missing', 'duplicate', 'amount', 'date', 'mapping', 'extra')),
    day              date          not null,
    connection_id    text,
    charge_code      text,
    account          text,
    doc_number       text,
    reference        text,
    transaction_ids  text[]        not null,
    expected_count   bigint        not null,
    expected_amount  numeric(21,4) not null,
    found_count      bigint        not null,
    found_amount     numeric(21,4) not null,
    currency         text          not null,
    detail           text          not null,
    evidence         jsonb         not null,
    state            text          not null check (state in ('open', 'explained', 'resolved')),
    explanation      text,
    first_seen_in    text          not null references reconciliation,
    last_seen_in     text          not null references reconciliation,
    first_seen_at    timestamptz   not null,
    last_seen_at     timestamptz   not null,
    resolved_at      timestamptz,
    repaired_in      text,
    events           integer       not null default 0,
    unique (company, key),
    check ((state = 'resolved') = (resolved_at is not null))
);
create index variance_latest on variance (company, sequence desc);
create index variance_unsettled on variance (company, step, day) where state <> 'resolved';

-- Which reconciliation saw which variance.
create table reconciliation_variance (
    company      text not null,
    run_id       text not null references reconciliation,
    variance_id  text not null references variance,
    property_id  text,
    primary key (company, run_id, variance_id)
);

do $$
declare
    name   text;
    sees   text;
begin
    foreach name in array
            array['reconciliation', 'reconciled_day', 'variance', 'reconciliation_variance'] loop
        sees := case name
            when 'reconciliation' then 'property_ids <@ (select tenant_properties())::text[]'
            when 'reconciled_day' then 'property_id = any ((select tenant_properties())::text[])'
            -- What belongs to no property is for those who administer the portal's users.
            else '(property_id = any ((select tenant_properties())::text[])
                or property_id is null and ''users_groupsxxx'' = any ((select tenant_modules())::text[]))'
        end;
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format(
            'create policy viewer on %I for select using (company = (select tenant_company()) and %s
             and ''general_journalxxx'' = any ((select tenant_modules())::text[]))', name, sees);
        execute format(
            'create policy writer on %I using (company = (select tenant_writer()))
             with check (company = (select tenant_writer()))', name);
    end loop;
end $$;
