-- What an entry is sent as where a company wants invoices and payments; null for a journal entry.
alter table posting add column document jsonb
    check (document is null or document->>'kind' in ('invoice', 'payment'));
create index posting_document on posting (company, subject) where document is not null;
