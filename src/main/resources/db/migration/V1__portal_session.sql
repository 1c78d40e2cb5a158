-- Portal sessions, shared by all replicas. What makes a session usable is sealed by the application.
create table portal_session (
    id            text        primary key,
    company       text        not null,
    username      text        not null,
    user_name     text,
    role          text,
    property_ids  text[]      not null,
    modules       text[]      not null,
    opened_at     timestamptz not null,
    secrets       bytea       not null,
    version       integer     not null check (version >= 1),
    logged_in_at  timestamptz not null,
    last_used_at  timestamptz not null
);
create index portal_session_account on portal_session (company, username, logged_in_at desc);

-- Credentials that the portal rejected, as keyed fingerprints, so that they are not tried again.
create table login_rejection (
    account_key  text        not null,
    fingerprint  text        not null,
    problem      text        not null,
    rejected_at  timestamptz not null,
    primary key (account_key, fingerprint)
);
create index login_rejection_at on login_rejection (rejected_at);

-- The last TOTP time step that a login of the account has used: a code is good once.
create table totp_step (
    account_key  text   primary key,
    step         bigint not null
);
