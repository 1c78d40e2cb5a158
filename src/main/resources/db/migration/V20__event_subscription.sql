-- Up to which event each named subscription of a route has taken the log.
create table event_subscription (
    company   text   not null,
    name      text   not null,
    position  bigint not null,
    primary key (company, name)
);
alter table event_subscription enable row level security;
alter table event_subscription force row level security;
create policy writer on event_subscription using (company = (select tenant_writer()))
    with check (company = (select tenant_writer()));
