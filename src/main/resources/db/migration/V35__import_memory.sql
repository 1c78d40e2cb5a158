-- What a source of files told last of a property's things: a hash of each row. A row that is told again, of a
-- thing that nobody else has changed since, need not be compared.
create table import_memory (
    company      text        not null,
    resource     text        not null,
    source       text        not null,
    property_id  text        not null,
    fields       text[]      not null,
    began_at     timestamptz not null,
    merged_at    timestamptz not null,
    as_of        timestamptz not null,
    hashes       bytea       not null,
    primary key (company, resource, source, property_id)
);
alter table import_memory alter column hashes set storage external;
alter table import_memory enable row level security;
alter table import_memory force row level security;
create policy writer on import_memory using (company = (select tenant_writer()))
    with check (company = (select tenant_writer()));
