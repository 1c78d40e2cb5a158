-- The journal of what is posted to the accounting system. Entries and their lines are only ever added; of an
-- entry only its state changes. Debits and credits of an entry are equal, or the transaction that adds it fails.
create table posting (
    company          text        not null,
    reference        text        not null check (reference ~ '^[0-9a-f]{64}$'),
    sequence         bigint      generated always as identity,
    journal          text        not null,
    number           integer     not null check (number >= 1),
    property_id      text        not null,
    post_month       date        not null check (extract(day from post_month) = 1),
    posted_on        date        not null,
    subject          text        not null,
    dated_on         date        not null,
    adjusts          text,
    currency         char(3)     not null,
    transaction_ids  text[]      not null,
    state            text        not null check
        (state in ('pending', 'sent', 'confirmed', 'failed', 'uncertain')),
    external_id      text,
    error            text,
    created_at       timestamptz not null,
    changed_at       timestamptz not null,
    added_by         xid8        not null default pg_current_xact_id(),
    primary key (company, reference),
    unique (company, journal, number),
    foreign key (company, adjusts) references posting,
    check ((number = 1) = (adjusts is null))
);
create index posting_latest on posting (company, sequence desc);
create index posting_state on posting (company, state, sequence) where state <> 'confirmed';
create index posting_property on posting (company, property_id, post_month, posted_on);

create table posting_line (
    company      text          not null,
    reference    text          not null,
    number       integer       not null check (number >= 1),
    property_id  text          not null,
    account      text          not null,
    side         text          not null check (side in ('debit', 'credit')),
    amount       numeric(19,4) not null check (amount > 0),
    charge_code  text,
    tax_code     text,
    class        text,
    tracking     jsonb         not null,
    primary key (company, reference, number),
    foreign key (company, reference) references posting
);

create function check_posting() returns trigger language plpgsql as $$
declare
    lines    bigint;
    balance  numeric;
begin
    select count(*), sum(case side when 'debit' then amount else -amount end)
        into lines, balance
        from posting_line where company = new.company and reference = new.reference;
    if lines < 2 or balance <> 0 then
        raise exception 'posting % is out of balance by % in % lines', new.reference, balance, lines
            using errcode = 'check_violation';
    end if;
    return null;
end $$;
create constraint trigger posting_balances after insert on posting
    deferrable initially deferred for each row execute function check_posting();
create constraint trigger posting_balances after insert on posting_line
    deferrable initially deferred for each row execute function check_posting();

-- Lines come with their entry, in one transaction, and none later.
create function check_posting_line() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from posting where company = new.company and reference = new.reference
            and property_id = new.property_id and added_by = pg_current_xact_id()) then
        raise exception 'posting % is complete or not there; no line can be added', new.reference
            using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger posting_line_in_time before insert on posting_line
    for each row execute function check_posting_line();

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only; add an entry that takes the other back', tg_table_name
        using errcode = 'restrict_violation';
end $$;
create trigger posting_line_stays before update or delete on posting_line
    for each row execute function refuse_change();
create trigger posting_line_remains before truncate on posting_line
    for each statement execute function refuse_change();
create trigger posting_stays before delete on posting
    for each row execute function refuse_change();
create trigger posting_remains before truncate on posting
    for each statement execute function refuse_change();
create trigger posting_content_stays before update on posting for each row
    when ((old.company, old.reference, old.journal, old.number, old.property_id, old.post_month, old.posted_on,
            old.subject, old.dated_on, old.adjusts, old.currency, old.transaction_ids, old.created_at, old.added_by)
        is distinct from
        (new.company, new.reference, new.journal, new.number, new.property_id, new.post_month, new.posted_on,
            new.subject, new.dated_on, new.adjusts, new.currency, new.transaction_ids, new.created_at, new.added_by))
    execute function refuse_change();

-- Seen by those who see the portal's general journal.
do $$
declare
    name text;
begin
    foreach name in array array['posting', 'posting_line'] loop
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
