-- What the application's role may do, set again at each start so that the role can be changed.
grant usage on schema "${flyway:defaultSchema}" to "${application}";
grant select, insert, update, delete
    on portal_session, login_rejection, totp_step, access_token, master_key_check
    to "${application}";
grant select, insert on audit_entry to "${application}";
grant execute on function ensure_audit_partition(date) to "${application}";
