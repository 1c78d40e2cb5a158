-- Writes on their way into the portal. A row is leased while a worker is at it; the fence keeps a worker
-- that lost its lease from writing. Those of one order key are taken one after another, by sequence.
create table submission (
    id               text        primary key,
    company          text        not null,
    sequence         bigint      generated always as identity,
    operation        text        not null,
    property_id      text,
    module           text        not null,
    state            text        not null check
        (state in ('accepted', 'running', 'uncertain', 'succeeded', 'failed', 'cancelled')),
    order_key        text        not null,
    reference        text        not null unique,
    session_id       text        not null,
    username         text        not null,
    path_ids         jsonb       not null,
    body             jsonb       not null,
    result_id        text,
    confirmation     text,
    problem          jsonb,
    attempts         integer     not null default 0,
    events           integer     not null default 0,
    committing_at    timestamptz,
    next_attempt_at  timestamptz not null,
    leased_until     timestamptz,
    owner            text,
    fence            bigint      not null default 0,
    accepted_at      timestamptz not null,
    started_at       timestamptz,
    ended_at         timestamptz,
    check ((state in ('succeeded', 'failed', 'cancelled')) = (ended_at is not null))
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02);
create index submission_waiting on submission (company, next_attempt_at)
    where state in ('accepted', 'running', 'uncertain');
create index submission_ordered on submission (company, order_key, sequence)
    where state in ('accepted', 'running', 'uncertain');
create index submission_latest on submission (company, sequence desc);

-- What was tried for a submission, and how far it came.
create table submission_attempt (
    submission_id  text        not null references submission,
    number         integer     not null,
    company        text        not null,
    property_id    text,
    module         text        not null,
    kind           text        not null check (kind in ('write', 'look-up')),
    started_at     timestamptz not null,
    ended_at       timestamptz,
    step           text,
    outcome        text,
    detail         text,
    evidence       text,
    primary key (submission_id, number)
);

-- The keys by which a repeated request is known, per portal user.
create table idempotency_key (
    company        text        not null,
    username       text        not null,
    key            text        not null,
    fingerprint    text        not null,
    submission_id  text        not null references submission,
    created_at     timestamptz not null,
    primary key (company, username, key)
);
create index idempotency_key_age on idempotency_key (created_at);

do $$
declare
    name text;
begin
    foreach name in array array['submission', 'submission_attempt'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format(
            'create policy viewer on %I for select using (
                company = (select tenant_company())
                and (property_id is null or property_id = any ((select tenant_properties())::text[]))
                and module = any ((select tenant_modules())::text[]))', name);
    end loop;
    alter table idempotency_key enable row level security;
    alter table idempotency_key force row level security;
    foreach name in array array['submission', 'submission_attempt', 'idempotency_key'] loop
        execute format(
            'create policy writer on %I using (company = (select tenant_writer()))
             with check (company = (select tenant_writer()))', name);
    end loop;
end $$;
