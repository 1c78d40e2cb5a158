-- Which report files are taken: by their place while somebody works on them, and by their content for good. A claim
-- is leased, so that a file whose process was killed is free again. No reader sees this table.
create table ingest_file (
    kind          text        not null check (kind in ('place', 'content')),
    key           text        not null,
    owner         text        not null,
    leased_until  timestamptz,
    created_at    timestamptz not null default now(),
    primary key (kind, key)
);
comment on column ingest_file.leased_until is 'null: taken for good';
create index ingest_file_owner on ingest_file (owner) where leased_until is not null;
