-- What the application's role may do, set again at each start so that the role can be changed.
-- One replica at a time: PostgreSQL refuses two that grant on the same table at once.
do $$
begin
    perform pg_advisory_xact_lock(hashtext('camel-entrata grants'));
end $$;
grant usage on schema "${flyway:defaultSchema}" to "${application}";
grant select, insert, update, delete
    on portal_session, login_rejection, totp_step, access_token, master_key_check
    to "${application}";
grant select, insert on audit_entry to "${application}";
grant execute on function ensure_audit_partition(date) to "${application}";

-- The mirror: rows are marked as removed and not deleted, events are only added.
do $$
declare
    mirror regclass;
begin
    for mirror in
        select c.oid from pg_class c
        where c.relnamespace = '"${flyway:defaultSchema}"'::regnamespace
            and c.relkind = 'r' and starts_with(c.relname, 'mirror_')
    loop
        execute format('grant select, insert, update on %s to %I', mirror, '${application}');
    end loop;
end $$;
grant select, insert, update on freshness, sync_run, sync_due to "${application}";
grant select, insert, update on upload to "${application}";
grant select, insert on event to "${application}";
grant select, insert, update, delete
    on qrtz_job_details, qrtz_triggers, qrtz_simple_triggers, qrtz_cron_triggers,
        qrtz_simprop_triggers, qrtz_blob_triggers, qrtz_calendars, qrtz_paused_trigger_grps,
        qrtz_fired_triggers, qrtz_scheduler_state, qrtz_locks
    to "${application}";
grant select, insert, update, delete on event_subscription to "${application}";
grant select, insert, update on submission, submission_attempt to "${application}";
grant select, insert, delete on idempotency_key to "${application}";
grant select, insert, update, delete
    on webhook_endpoint, webhook_fan_out, webhook_delivery, webhook_attempt, webhook_replay
    to "${application}";
grant usage on sequence webhook_delivery_turn to "${application}";
grant select, insert, update on dead_letter to "${application}";
grant select, insert, update on reconciliation, variance to "${application}";
grant select, insert on reconciled_day, reconciliation_variance to "${application}";
grant select, insert, update on ingest_run, ingest_told to "${application}";
grant select, insert, delete on report_row to "${application}";
grant select, insert, update, delete on ingest_file, import_memory to "${application}";

grant select, insert, update, delete on accounting_grant, accounting_authorization to "${application}";
grant select, insert, update on accounting_connection to "${application}";

-- The journal is only ever added to.
grant select, insert on posting, posting_line, posting_transaction to "${application}";
grant select, insert, update on posting_delivery, posting_start to "${application}";
grant select, insert, update, delete on posting_due, posting_stop to "${application}";
grant select, insert, update, delete on accounting_gate, accounting_call to "${application}";
