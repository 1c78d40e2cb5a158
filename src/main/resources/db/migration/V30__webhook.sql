-- Where events are delivered to, and as whose eyes they are chosen: an endpoint gets what its creator may
-- see. Secrets, headers and the private key are sealed.
create table webhook_endpoint (
    id                text        primary key,
    company           text        not null,
    sequence          bigint      generated always as identity,
    url               text        not null,
    description       text,
    types             text[]      not null,
    only_properties   text[],
    created_by        text        not null,
    property_ids      text[]      not null,
    modules           text[]      not null,
    scopes            text[]      not null,
    rate_per_minute   integer     check (rate_per_minute > 0),
    header_names      text[]      not null,
    headers           bytea       not null,
    secret            bytea       not null,
    previous_secret   bytea,
    previous_until    timestamptz,
    private_key       bytea       not null,
    public_key        text        not null,
    with_key          boolean     not null,
    enabled           boolean     not null,
    disabled_at       timestamptz,
    disabled_reason   text        check (disabled_reason in ('request', 'gone', 'failing')),
    after_position    bigint      not null,
    failing_since     timestamptz,
    paused_until      timestamptz,
    paced_until       timestamptz,
    events            integer     not null default 0,
    version           bigint      not null default 1,
    created_at        timestamptz not null,
    updated_at        timestamptz not null,
    check (enabled = (disabled_at is null))
);
create index webhook_endpoint_company on webhook_endpoint (company, sequence);

-- Up to which event the log has become deliveries.
create table webhook_fan_out (
    company   text   primary key,
    position  bigint not null
);

-- One event on its way to one endpoint. It is leased by putting off next_attempt_at; the fence keeps a worker
-- that lost its lease from writing. Those of one thing go by turn: the later ones are held until the earlier
-- one has ended.
create sequence webhook_delivery_turn;
create table webhook_delivery (
    id               bigint      generated always as identity primary key,
    company          text        not null,
    endpoint_id      text        not null,
    position         bigint      not null,
    event_id         text        not null,
    type             text        not null,
    property_id      text,
    module           text,
    entity_key       text        not null,
    turn             bigint      not null default nextval('webhook_delivery_turn'),
    state            text        not null check (state in ('pending', 'delivered', 'dead', 'discarded')),
    held             boolean     not null,
    attempts         integer     not null default 0,
    failures         integer     not null default 0,
    next_attempt_at  timestamptz not null,
    owner            text,
    fence            bigint      not null default 0,
    status           integer,
    error            text,
    replay_id        text,
    created_at       timestamptz not null,
    ended_at         timestamptz,
    check ((state = 'pending') = (ended_at is null))
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);
alter sequence webhook_delivery_turn owned by webhook_delivery.turn;
create index webhook_delivery_due on webhook_delivery (endpoint_id, next_attempt_at, turn)
    where state = 'pending' and not held;
create index webhook_delivery_turns on webhook_delivery (endpoint_id, entity_key, turn)
    where state = 'pending';
create index webhook_delivery_dead on webhook_delivery (company, id) where state = 'dead';
create index webhook_delivery_old on webhook_delivery using brin (ended_at);
create index webhook_delivery_latest on webhook_delivery (endpoint_id, id);

-- Every try, with the beginning of what the receiver answered.
create table webhook_attempt (
    delivery_id  bigint      not null,
    number       integer     not null,
    company      text        not null,
    started_at   timestamptz not null,
    millis       integer     not null,
    status       integer,
    error        text,
    answer       text,
    primary key (delivery_id, number)
);

-- A range of the log that is delivered once more, and how far that has come.
create table webhook_replay (
    id           text        primary key,
    company      text        not null,
    endpoint_id  text        not null,
    from_time    timestamptz not null,
    to_time      timestamptz not null,
    position     bigint      not null,
    last         bigint      not null,
    enqueued     bigint      not null default 0,
    state        text        not null check (state in ('running', 'done')),
    created_at   timestamptz not null
);
create index webhook_replay_running on webhook_replay (company) where state = 'running';

create index event_time on event using brin (occurred_at);

do $$
declare
    name text;
begin
    foreach name in array array['webhook_endpoint', 'webhook_fan_out', 'webhook_delivery',
            'webhook_attempt', 'webhook_replay'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format(
            'create policy writer on %I using (company = (select tenant_writer()))
             with check (company = (select tenant_writer()))', name);
    end loop;
    foreach name in array array['webhook_endpoint', 'webhook_replay'] loop
        execute format(
            'create policy viewer on %I for select using (company = (select tenant_company()))', name);
    end loop;
end $$;
create policy viewer on webhook_delivery for select using (
    company = (select tenant_company())
    and (property_id is null or property_id = any ((select tenant_properties())::text[]))
    and (module is null or module = any ((select tenant_modules())::text[])));
create policy viewer on webhook_attempt for select using (
    company = (select tenant_company())
    and exists (select 1 from webhook_delivery d where d.id = delivery_id));
