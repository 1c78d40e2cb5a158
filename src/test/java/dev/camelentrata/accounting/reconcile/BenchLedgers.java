package dev.camelentrata.accounting.reconcile;

import dev.camelentrata.accounting.BooksSource;
import dev.camelentrata.accounting.LedgerMirror;
import dev.camelentrata.accounting.Periods;
import dev.camelentrata.accounting.Posting;
import dev.camelentrata.accounting.PostingPlanner;
import dev.camelentrata.accounting.Postings;
import dev.camelentrata.model.BankDeposit;
import dev.camelentrata.model.LedgerTransaction;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A month of ledgers in a mirror, by SQL, posted to a journal and to books in memory. */
final class BenchLedgers {

  static final String COMPANY = "sandbox";
  static final int PROPERTIES = 50;
  static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
  static final LocalDate LAST = LocalDate.of(2026, 11, 30);

  private static final String BEGIN =
      """
      insert into mirror_properties (company, id, sort_key, data, sequence, first_seen_at,
        changed_at, as_of)
      select 'sandbox', (1000 + p)::text, p::text, '{"timeZone": "America/Denver"}', 1, now(),
        now(), now() from generate_series(1, :properties) p;
      insert into mirror_charge_codes (company, id, sort_key, data, sequence, first_seen_at,
        changed_at, as_of)
      select 'sandbox', 'c-' || code, code, json_build_object('code', code), 1, now(), now(), now()
      from unnest(array['base-rent', 'pet-rent', 'monthly-utility-fee', 'late-fee',
        'payment', 'security-deposit', 'new-lease-one-time-concession']) code;
      insert into freshness (company, resource, property_id, as_of, complete_as_of)
      select 'sandbox', 'ledger-transactions', (1000 + p)::text, now(), now()
      from generate_series(1, :properties) p;
      insert into posting_start (company, property_id, resource, first_month, begun_at, swept_to)
      select 'sandbox', (1000 + p)::text, resource, '2026-11-01', now(), now()
      from generate_series(1, :properties) p,
        unnest(array['ledger-transactions', 'bank-deposits']) resource
      """;

  /** Of ten lines four are payments, which pay the charge before them but for some cents. */
  private static final String LINES =
      """
      insert into mirror_ledger_transactions (company, id, property_id, sort_key, data, sequence,
        first_seen_at, changed_at, as_of)
      select 'sandbox', n::text, property, '000000002026-000000000011-' || lpad(day::text, 12, '0')
          || E'\\x01' || lpad(n::text, 12, '0'),
        format('{"id":"%s","propertyId":"%s","leaseId":"L%s","residentId":"R%s","type":"%s",'
          '"chargeCodeId":"c-%s","description":"Line of the ledger","transactionOn":"2026-11-%s",'
          '"postedOn":"2026-11-%s","dueOn":"2026-11-%s","postMonth":"2026-11",'
          '"amount":{"amount":"%s","currency":"USD"},"balance":%s,"reversalOf":null,'
          '"reversedBy":null,"temporary":false,"paymentMethod":null,"allocations":%s}',
          n, property, n / 7, n / 7, kind, code, day, day, day, amount,
          case kind when 'payment' then '{"amount":"-0.25","currency":"USD"}' else 'null' end,
          case kind when 'payment' then format('[{"transactionId":"%s","amount":'
            '{"amount":"%s","currency":"USD"}}]', n - 1, -amount - 0.25) else '[]' end)::json,
        1, now(), now(), now()
      from (
        select n, (1001 + n % :properties)::text as property,
          lpad((1 + n / :properties % 30)::text, 2, '0') as day,
          (array['charge', 'payment', 'charge', 'payment', 'charge', 'payment', 'charge',
            'payment', 'deposit', 'concession'])[1 + n / (:properties * 30) % 10] as kind,
          (array['base-rent', 'payment', 'pet-rent', 'payment', 'monthly-utility-fee', 'payment',
            'late-fee', 'payment', 'security-deposit', 'new-lease-one-time-concession'])
            [1 + n / (:properties * 30) % 10] as code,
          case when n / (:properties * 30) % 10 in (1, 3, 5, 7, 9) then -1 else 1 end
            * (900 + n % 1000 + (n % 100) / 100.0)::numeric(12, 2) as amount
        from generate_series(:from, :to) n) line
      """;

  private static final String DEPOSITS =
      """
      insert into mirror_bank_deposits (company, id, property_id, sort_key, data, sequence,
        first_seen_at, changed_at, as_of)
      select company, 'd' || min(id), property_id, left(sort_key, 38) || E'\\x01',
        json_build_object('id', 'd' || min(id), 'propertyId', property_id, 'bankAccount', '4821',
          'status', 'deposited', 'depositedOn', min(data->>'postedOn'),
          'amount', json_build_object('amount',
            sum(-(data->'amount'->>'amount')::numeric)::text, 'currency', 'USD'),
          'paymentCount', count(*), 'transactionIds', json_agg(id)),
        1, now(), now(), now()
      from mirror_ledger_transactions where data->>'type' = 'payment'
      group by company, property_id, left(sort_key, 38)
      """;

  private final DataSource dataSource;
  private final CompanyRows rows;
  private final BooksSource codes;
  private final FakeBooks books;

  BenchLedgers(DataSource dataSource, BooksSource codes, FakeBooks books) {
    this.dataSource = dataSource;
    this.rows = new CompanyRows(dataSource);
    this.codes = codes;
    this.books = books;
  }

  void fill(int lines) {
    for (String statement : BEGIN.split(";\n")) {
      run(statement);
    }
    int step = 100_000;
    for (int from = 0; from < lines; from += step) {
      run(
          LINES
              .replace(":from", String.valueOf(from))
              .replace(":to", String.valueOf(Math.min(lines, from + step) - 1)));
    }
    run(DEPOSITS);
    for (int i = 1; i <= PROPERTIES; i++) {
      post(String.valueOf(1000 + i));
    }
    run(
        """
        insert into posting_delivery (company, connection_id, reference, property_id, sequence,
          state, next_attempt_at, changed_at)
        select company, 'con_1', reference, property_id, sequence, 'confirmed', now(), now()
        from posting
        """);
  }

  private void run(String sql) {
    rows.run(
        COMPANY,
        () -> rows.jdbc().sql(sql.replace(":properties", String.valueOf(PROPERTIES))).update());
  }

  private void post(String property) {
    PostingPlanner planner = new PostingPlanner(codes.books(COMPANY).orElseThrow());
    List<LedgerTransaction> transactions = new ArrayList<>();
    List<BankDeposit> deposits = new ArrayList<>();
    rows.run(
        COMPANY,
        () -> {
          LedgerMirror ledgers = new LedgerMirror(rows.jdbc(), COMPANY);
          ledgers.ledger(property, FIRST, LAST, row -> transactions.add(row.item()));
          ledgers.deposits(property, FIRST, LAST, row -> deposits.add(row.item()));
        });
    List<Posting> posted =
        new ArrayList<>(
            planner.ledger(transactions, List.of(), List.of(), Periods.OPEN).postings());
    posted.addAll(planner.bank(deposits, List.of(), Periods.OPEN).postings());
    Postings.of(dataSource, Clock.systemUTC()).append(COMPANY, posted);
    posted.forEach(books::take);
  }
}
