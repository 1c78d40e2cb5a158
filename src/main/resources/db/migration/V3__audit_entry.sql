-- Who did what, each entry chained to the one before by its hash. Entries are only ever added.
create table audit_entry (
    id             bigint      not null,
    at             timestamptz not null,
    actor          text        not null,
    action         text        not null,
    subject        text,
    remote         text,
    outcome        text        not null,
    details        jsonb       not null,
    previous_hash  bytea       not null,
    hash           bytea       not null,
    primary key (id, at)
) partition by range (at);

create table audit_entry_default partition of audit_entry default;

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
    raise exception 'audit entries are only ever added' using errcode = 'insufficient_privilege';
end $$;

create trigger audit_entry_no_change before update or delete on audit_entry
    for each row execute function refuse_audit_change();
create trigger audit_entry_no_truncate before truncate on audit_entry
    for each statement execute function refuse_audit_change();

-- Makes the partition of a month, for a role that may not create tables. Where entries of that month
-- are in the default partition already, they stay there and so do the later ones.
create function ensure_audit_partition(month_start date) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    first_day  date := date_trunc('month', month_start)::date;
    home       text := '${flyway:defaultSchema}';
    partition  text := 'audit_entry_' || to_char(first_day, 'YYYY_MM');
begin
    if to_regclass(format('%I.%I', home, partition)) is null then
        execute format(
            'create table %I.%I partition of %I.audit_entry for values from (%L) to (%L)',
            home, partition, home,
            first_day::timestamp at time zone 'UTC',
            (first_day + interval '1 month')::timestamp at time zone 'UTC');
    end if;
exception
    when check_violation or duplicate_table then null;
end $$;
revoke all on function ensure_audit_partition(date) from public;
