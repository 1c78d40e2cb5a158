-- Files that callers bring for a submission. The content is in the store; this is who announced what, and
-- what became of it.
create table upload (
    id             text        primary key,
    company        text        not null,
    username       text        not null,
    property_id    text,
    file_name      text        not null,
    media_type     text        not null,
    length         bigint      not null check (length > 0),
    sha256         bytea       check (length(sha256) = 32),
    state          text        not null default 'announced' check (state in ('announced', 'stored', 'used', 'expired')),
    storing_until  timestamptz,
    submission_id  text,
    created_at     timestamptz not null,
    expires_at     timestamptz not null,
    check (state in ('announced', 'expired') or sha256 is not null),
    check (state <> 'used' or submission_id is not null)
) with (fillfactor = 70);
create index upload_age on upload (company, created_at) where state <> 'expired';
create index upload_submission on upload (company, submission_id) where submission_id is not null;

-- Whoever was given the address of an upload knows its id, which nobody can guess, and not its company.
create function tenant_upload() returns text language sql stable parallel safe
    return nullif(current_setting('entrata.upload', true), '');

alter table upload enable row level security;
alter table upload force row level security;
create policy writer on upload using (company = (select tenant_writer()))
    with check (company = (select tenant_writer()));
create policy holder on upload for select using (id = (select tenant_upload()));
