-- Who reads or writes, as the transaction's settings say: `entrata.company`, `entrata.properties` and
-- `entrata.modules` for a viewer, `entrata.writer` (a company) for a writer. Unset means nobody, who sees
-- nothing. Owners are held to the policies too, so later migrations of these rows must set the writer.
create function tenant_company() returns text language sql stable parallel safe
    return nullif(current_setting('entrata.company', true), '');
create function tenant_writer() returns text language sql stable parallel safe
    return nullif(current_setting('entrata.writer', true), '');
create function tenant_properties() returns text[] language sql stable parallel safe
    return nullif(current_setting('entrata.properties', true), '')::text[];
create function tenant_modules() returns text[] language sql stable parallel safe
    return nullif(current_setting('entrata.modules', true), '')::text[];

-- Makes the table of a resource with its indexes and policies. The settings stand in subselects, so that
-- they are read once per statement and not once per row.
create function make_mirror_table(resource text, per_property boolean, module text) returns void
    language plpgsql as $$
declare
    name     text := 'mirror_' || replace(resource, '-', '_');
    visible  text := 'company = (select tenant_company())';
begin
    execute format(
        'create table %I (
            company        text        not null,
            id             text        collate "C" not null,
            property_id    text        %s,
            sort_key       text        collate "C" not null,
            data           json        not null,
            source         jsonb,
            sequence       integer     not null,
            first_seen_at  timestamptz not null,
            changed_at     timestamptz not null,
            as_of          timestamptz not null,
            removed_at     timestamptz,
            primary key (company, id))',
        name, case when per_property then 'not null' else 'check (property_id is null)' end);
    execute format('create index %I on %I (company, property_id, sort_key, id)', name || '_listed', name);
    execute format('create index %I on %I (company, changed_at)', name || '_changed', name);
    if per_property then
        execute format('create index %I on %I (company, sort_key, id)', name || '_all', name);
        visible := visible || ' and property_id = any ((select tenant_properties())::text[])';
    elsif resource = 'properties' then
        visible := visible || ' and id = any ((select tenant_properties())::text[])';
    end if;
    if module is not null then
        visible := visible || format(' and %L = any ((select tenant_modules())::text[])', module);
    end if;
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy viewer on %I for select using (%s)', name, visible);
    execute format(
        'create policy writer on %I using (company = (select tenant_writer()))
         with check (company = (select tenant_writer()))', name);
end $$;
revoke all on function make_mirror_table(text, boolean, text) from public;

do $$
begin
    perform make_mirror_table('companies',           false, null);
    perform make_mirror_table('properties',          false, null);
    perform make_mirror_table('units',               true,  null);
    perform make_mirror_table('portfolios',          false, null);
    perform make_mirror_table('users',               false, 'users_groupsxxx');
    perform make_mirror_table('roles',               false, 'users_groupsxxx');
    perform make_mirror_table('property-settings',   true,  null);
    perform make_mirror_table('floorplans',          true,  null);
    perform make_mirror_table('amenities',           true,  null);
    perform make_mirror_table('specials',            true,  null);
    perform make_mirror_table('leads',               true,  'applicationsxxx');
    perform make_mirror_table('applications',        true,  'applicationsxxx');
    perform make_mirror_table('residents',           true,  'customers_systemxxx');
    perform make_mirror_table('leases',              true,  'customers_systemxxx');
    perform make_mirror_table('documents',           true,  'customers_systemxxx');
    perform make_mirror_table('ledger-transactions', true,  'ar_paymentsxxx');
    perform make_mirror_table('charge-codes',        false, null);
    perform make_mirror_table('work-orders',         true,  'customer_work_orders_newxxx');
    perform make_mirror_table('picklists',           true,  'customer_work_orders_newxxx');
    perform make_mirror_table('inspections',         true,  'inspections_newxxx');
    perform make_mirror_table('vendors',             false, 'ap_payees_systemxxx');
    perform make_mirror_table('gl-transactions',     true,  'general_journalxxx');
    perform make_mirror_table('bank-deposits',       true,  'ar_depositsxxx');
    perform make_mirror_table('utility-charges',     true,  'ar_paymentsxxx');
end $$;

-- When a scope (a resource of a property, or of the company) was last read at all, and completely.
create table freshness (
    company         text        not null,
    resource        text        not null,
    property_id     text,
    as_of           timestamptz not null,
    complete_as_of  timestamptz,
    unique nulls not distinct (company, resource, property_id)
) with (fillfactor = 50);
alter table freshness enable row level security;
alter table freshness force row level security;
create policy viewer on freshness for select using (
    company = (select tenant_company())
    and (property_id is null or property_id = any ((select tenant_properties())::text[])));
create policy writer on freshness using (company = (select tenant_writer()))
    with check (company = (select tenant_writer()));
