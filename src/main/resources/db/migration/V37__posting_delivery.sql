-- Where an entry stands is a matter of each connection that it goes through; the entry itself never changes.
drop index posting_state;
drop trigger posting_content_stays on posting;
alter table posting
    drop column state,
    drop column external_id,
    drop column error,
    drop column changed_at,
    add column line_count integer not null check (line_count >= 2);
create trigger posting_content_stays before update on posting
    for each row execute function refuse_change();

-- The balance is checked once per entry. No line can come later, since the entry says how many there are.
drop trigger posting_balances on posting_line;
create or replace function check_posting() returns trigger language plpgsql as $$
declare
    lines    bigint;
    balance  numeric;
begin
    select count(*), sum(case side when 'debit' then amount else -amount end)
        into lines, balance
        from posting_line where company = new.company and reference = new.reference;
    if lines <> new.line_count or balance <> 0 then
        raise exception 'posting % is out of balance by % in % lines of %',
            new.reference, balance, lines, new.line_count using errcode = 'check_violation';
    end if;
    return null;
end $$;
create or replace function check_posting_line() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from posting where company = new.company and reference = new.reference
            and property_id = new.property_id and added_by = pg_current_xact_id()
            and new.number <= line_count) then
        raise exception 'posting % is complete or not there; no line can be added', new.reference
            using errcode = 'check_violation';
    end if;
    return new;
end $$;

-- Entries on their way through a connection. Whoever sends or looks up one holds a lease; the fence keeps one
-- whose lease ended from saying what came of it. `issue` counts how often an entry was sent on purpose as
-- something new: dated anew, or once more though it was confirmed.
create table posting_delivery (
    company          text        not null,
    connection_id    text        not null,
    reference        text        not null,
    property_id      text        not null,
    sequence         bigint      not null,
    state            text        not null check
        (state in ('pending', 'sent', 'confirmed', 'failed', 'uncertain')),
    dated_on         date,
    external_id      text,
    error            text,
    attempts         integer     not null default 0,
    issue            integer     not null default 0,
    next_attempt_at  timestamptz not null,
    owner            text,
    fence            bigint      not null default 0,
    leased_until     timestamptz,
    sent_at          timestamptz,
    changed_at       timestamptz not null,
    primary key (company, connection_id, reference),
    foreign key (company, reference) references posting
);
create index posting_delivery_of on posting_delivery (company, reference);
create index posting_delivery_due on posting_delivery (company, connection_id, sequence)
    where state in ('pending', 'sent', 'uncertain');
create index posting_delivery_failed on posting_delivery (company, connection_id, sequence)
    where state = 'failed';

-- Days of a property in a month of the books that are to be compared with what is posted. A day without
-- a date stands for all that has none.
create table posting_due (
    company      text        not null,
    property_id  text        not null,
    post_month   date        check (extract(day from post_month) = 1),
    posted_on    date,
    due_at       timestamptz not null,
    unique nulls not distinct (company, property_id, post_month, posted_on),
    check ((post_month is null) = (posted_on is null))
);
create index posting_due_next on posting_due (company, due_at);

-- On which days a thing of the portal was posted ever.
create table posting_transaction (
    company         text not null,
    transaction_id  text not null,
    property_id     text not null,
    post_month      date not null,
    posted_on       date not null,
    primary key (company, transaction_id, property_id, post_month, posted_on)
);

-- What cannot be posted as things are, and what to do.
create table posting_stop (
    company      text        not null,
    journal      text        not null,
    property_id  text        not null,
    post_month   date        check (extract(day from post_month) = 1),
    posted_on    date,
    reasons      text[]      not null,
    since        timestamptz not null,
    primary key (company, journal)
);
create index posting_stop_day on posting_stop (company, property_id, post_month, posted_on);

-- From which month on a property goes to the books, and up to when changes of its mirror are looked at.
create table posting_start (
    company      text        not null,
    property_id  text        not null,
    resource     text        not null,
    first_month  date        not null check (extract(day from first_month) = 1),
    begun_at     timestamptz not null,
    swept_to     timestamptz not null,
    primary key (company, property_id, resource)
);

do $$
declare
    name text;
begin
    foreach name in array array['posting_delivery', 'posting_due', 'posting_transaction', 'posting_stop',
            'posting_start'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format(
            'create policy viewer on %I for select using (company = (select tenant_company())
             and property_id = any ((select tenant_properties())::text[])
             and ''general_journalxxx'' = any ((select tenant_modules())::text[]))', name);
        execute format(
            'create policy writer on %I using (company = (select tenant_writer()))
             with check (company = (select tenant_writer()))', name);
    end loop;
end $$;
