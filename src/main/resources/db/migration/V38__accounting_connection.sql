-- Permissions to work in a company's books, given by a person: the tokens, sealed. One permission may hold for
-- several organisations, which then share its tokens; a permission that ended has none.
create table accounting_grant (
    id                  text        primary key,
    company             text        not null,
    system              text        not null check (system in ('quickbooks', 'xero')),
    access_token        bytea,
    refresh_token       bytea,
    access_expires_at   timestamptz not null,
    refresh_expires_at  timestamptz,
    scopes              text[]      not null,
    generation          bigint      not null default 1,
    changed_at          timestamptz not null,
    check ((access_token is null) = (refresh_token is null))
);

-- The organisations whose books entries are sent to. link_id is what the system calls the connection itself.
create table accounting_connection (
    id            text        primary key,
    company       text        not null,
    sequence      bigint      generated always as identity,
    system        text        not null check (system in ('quickbooks', 'xero')),
    tenant        text        not null,
    name          text,
    link_id       text,
    grant_id      text        not null references accounting_grant,
    state         text        not null check (state in ('connected', 'broken', 'disconnected')),
    error         text,
    connected_by  text        not null,
    connected_at  timestamptz not null,
    changed_at    timestamptz not null,
    unique (company, system, tenant),
    check (state <> 'broken' or error is not null)
);
create index accounting_connection_latest on accounting_connection (company, sequence desc);
create index accounting_connection_grant on accounting_connection (grant_id);

-- Permissions that are being asked for; each state is good for one use, for ten minutes.
create table accounting_authorization (
    state_hash    text        primary key,
    company       text        not null,
    system        text        not null check (system in ('quickbooks', 'xero')),
    session_id    text        not null,
    begun_by      text        not null,
    verifier      bytea       not null,
    redirect_uri  text        not null,
    return_to     text,
    expires_at    timestamptz not null,
    used_at       timestamptz
);
create index accounting_authorization_end on accounting_authorization (company, expires_at);

-- Connections are seen by those who see the portal's general journal; the rest by nobody.
do $$
declare
    name text;
begin
    foreach name in array array['accounting_grant', 'accounting_connection', 'accounting_authorization'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format(
            'create policy writer on %I using (company = (select tenant_writer()))
             with check (company = (select tenant_writer()))', name);
    end loop;
end $$;
create policy viewer on accounting_connection for select using (
    company = (select tenant_company())
    and 'general_journalxxx' = any ((select tenant_modules())::text[]));
