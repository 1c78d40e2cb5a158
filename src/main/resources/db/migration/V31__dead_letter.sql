-- What has used up its retries. Of one thing only one letter is open at a time. A letter is leased while it is
-- replayed; the fence keeps a replay that was overtaken from ending it.
create table dead_letter (
    id            text        primary key,
    company       text        not null,
    sequence      bigint      generated always as identity,
    property_id   text,
    module        text,
    kind          text        not null check
        (kind in ('delivery', 'submission', 'row', 'posting', 'exchange')),
    ref           text        not null,
    route         text,
    description   text        not null,
    error         text        not null,
    attempts      integer     not null,
    replays       integer     not null default 0,
    message       bytea,
    shown         jsonb,
    state         text        not null check (state in ('open', 'replayed', 'discarded', 'settled')),
    leased_until  timestamptz,
    fence         bigint      not null default 0,
    created_at    timestamptz not null,
    ended_at      timestamptz,
    check ((state = 'open') = (ended_at is null))
);
create unique index dead_letter_open on dead_letter (company, kind, ref) where state = 'open';
create index dead_letter_of on dead_letter (company, kind, ref);
create index dead_letter_latest on dead_letter (company, sequence desc);
create index dead_letter_age on dead_letter (company, kind, created_at) where state = 'open';

-- Only those who administer the portal's users see letters at all, and of them only what they see elsewhere.
alter table dead_letter enable row level security;
alter table dead_letter force row level security;
create policy viewer on dead_letter for select using (
    company = (select tenant_company())
    and (property_id is null or property_id = any ((select tenant_properties())::text[]))
    and (module is null or module = any ((select tenant_modules())::text[]))
    and 'users_groupsxxx' = any ((select tenant_modules())::text[]));
create policy writer on dead_letter using (company = (select tenant_writer()))
    with check (company = (select tenant_writer()));
