-- What changed in the mirror, written with the change. Within a company, later commits have higher
-- positions, since its writers take turns. Events are only ever added.
create table event (
    position     bigint      generated always as identity primary key,
    id           text        not null unique,
    type         text        not null,
    company      text        not null,
    property_id  text,
    entity       text        not null,
    entity_id    text        not null,
    sequence     integer     not null check (sequence >= 1),
    module       text,
    occurred_at  timestamptz not null,
    before       jsonb,
    after        jsonb,
    run_id       text,
    unique (company, entity, entity_id, sequence)
);
create index event_company on event (company, position);

alter table event enable row level security;
alter table event force row level security;
create policy viewer on event for select using (
    company = (select tenant_company())
    and (property_id is null or property_id = any ((select tenant_properties())::text[]))
    and (module is null or module = any ((select tenant_modules())::text[])));
create policy writer on event using (company = (select tenant_writer()))
    with check (company = (select tenant_writer()));
