-- Access tokens by hash; the text of a token is known to its holder only.
create table access_token (
    id          text        primary key,
    hash        bytea       not null unique,
    session_id  text        not null,
    company     text        not null,
    scopes      text[]      not null,
    created_at  timestamptz not null,
    expires_at  timestamptz not null
);
create index access_token_session on access_token (session_id);
create index access_token_expiry on access_token (expires_at);

-- A constant sealed with each master key that was ever used, so that a wrong key is noticed at start.
create table master_key_check (
    key_id  smallint primary key,
    sealed  bytea    not null
);
