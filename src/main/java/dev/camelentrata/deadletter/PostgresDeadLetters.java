package dev.camelentrata.deadletter;

import dev.camelentrata.event.EventWriter;
import dev.camelentrata.mirror.Viewer;
import dev.camelentrata.security.SecretBox;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Dead letters in PostgreSQL. Safe for use by many threads. */
final class PostgresDeadLetters implements DeadLetters {

  /** What tells of letters is for those only who see them. */
  private static final String ADMINISTRATION = "users_groupsxxx";

  private final DeadLetterTransaction transaction;
  private final SecretBox secrets;
  private final Masking masking = new Masking();

  PostgresDeadLetters(DataSource dataSource, SecretBox secrets, Clock clock) {
    this.transaction = new DeadLetterTransaction(dataSource, clock);
    this.secrets = secrets;
  }

  @Override
  public String add(NewDeadLetter letter) {
    return transaction.write(
        letter.company(), jdbc -> again(jdbc, letter).orElseGet(() -> insert(jdbc, letter)));
  }

  /** Brings the letter that is open, or was replayed last, up to date. */
  private Optional<String> again(JdbcClient jdbc, NewDeadLetter letter) {
    return jdbc.sql(
            """
            update dead_letter set state = 'open', ended_at = null, leased_until = null,
              fence = fence + 1, error = :error, attempts = :attempts,
              created_at = case when state = 'open' then created_at else :now end
            where id = (
              select id from dead_letter
              where company = :company and kind = :kind and ref = :ref
                and state in ('open', 'replayed')
              order by state, sequence desc limit 1 for update)
            returning id
            """)
        .param("error", masking.text(letter.error()))
        .param("attempts", letter.attempts())
        .param("now", transaction.now())
        .param("company", letter.company())
        .param("kind", letter.kind().slug())
        .param("ref", letter.ref())
        .query(String.class)
        .optional();
  }

  private String insert(JdbcClient jdbc, NewDeadLetter letter) {
    String id = "dl_" + UUID.randomUUID().toString().replace("-", "");
    int added =
        jdbc.sql(
                """
                insert into dead_letter (id, company, property_id, module, kind, ref, route,
                  description, error, attempts, message, shown, state, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, 'open', ?)
                on conflict (company, kind, ref) where state = 'open' do nothing
                """)
            .params(
                id,
                letter.company(),
                letter.propertyId(),
                letter.module(),
                letter.kind().slug(),
                letter.ref(),
                letter.route(),
                letter.description(),
                masking.text(letter.error()),
                letter.attempts(),
                letter.message() == null ? null : secrets.seal(letter.message(), id),
                letter.shown() == null ? null : masking.json(letter.shown()),
                transaction.now())
            .update();
    if (added == 0) {
      return again(jdbc, letter).orElseThrow();
    }
    if (letter.told()) {
      EventWriter.write(jdbc, event(id, letter), transaction.instant());
    }
    return id;
  }

  private static EventWriter.NewEvent event(String id, NewDeadLetter letter) {
    return new EventWriter.NewEvent(
        "dead_letter.added",
        letter.company(),
        letter.propertyId(),
        "dead-letter",
        id,
        1,
        ADMINISTRATION,
        null,
        DeadLetterEvent.after(letter));
  }

  @Override
  public void reopen(String company, DeadLetterKind kind, String ref, String error, int attempts) {
    transaction.write(
        company,
        jdbc ->
            jdbc.sql(
                    """
                    update dead_letter set state = 'open', ended_at = null, error = ?,
                      attempts = ?, fence = fence + 1
                    where id = (
                        select id from dead_letter where company = ? and kind = ? and ref = ?
                        order by sequence desc limit 1)
                      and state = 'replayed'
                    """)
                .params(masking.text(error), attempts, company, kind.slug(), ref)
                .update());
  }

  @Override
  public void settle(String company, DeadLetterKind kind, List<String> refs) {
    transaction.write(
        company,
        jdbc ->
            jdbc.sql(
                    """
                    update dead_letter
                    set state = 'settled', ended_at = ?, leased_until = null, fence = fence + 1
                    where company = ? and kind = ? and ref = any (?) and state = 'open'
                    """)
                .params(transaction.now(), company, kind.slug(), refs.toArray(String[]::new))
                .update());
  }

  @Override
  public boolean known(String company, DeadLetterKind kind, String ref, Instant since) {
    return transaction.write(
        company,
        jdbc ->
            jdbc.sql(
                    """
                    select exists (select 1 from dead_letter
                      where company = ? and kind = ? and ref = ?
                        and (state in ('open', 'discarded') or ended_at > ?))
                    """)
                .params(company, kind.slug(), ref, DeadLetterTransaction.utc(since))
                .query(Boolean.class)
                .single());
  }

  @Override
  public Optional<DeadLetter> find(Viewer viewer, String id) {
    return transaction
        .view(
            viewer,
            "select * from dead_letter where company = ? and id = ?",
            List.of(viewer.company(), id),
            DeadLetterRow::letter)
        .stream()
        .findFirst();
  }

  @Override
  public List<DeadLetter> list(Viewer viewer, DeadLetterQuery query, Long before, int limit) {
    DeadLetterStatement statement =
        new DeadLetterStatement("select *", viewer, query)
            .and("sequence < ?", before)
            .then("order by sequence desc limit " + limit);
    return transaction.view(viewer, statement.sql(), statement.values(), DeadLetterRow::letter);
  }

  @Override
  public Map<DeadLetterKind, Integer> count(Viewer viewer, DeadLetterQuery query) {
    DeadLetterStatement statement =
        new DeadLetterStatement("select kind, count(*)", viewer, query.open())
            .then("group by kind");
    Map<DeadLetterKind, Integer> counts = new TreeMap<>();
    transaction.view(
        viewer,
        statement.sql(),
        statement.values(),
        (row, number) -> counts.put(DeadLetterKind.ofSlug(row.getString(1)), row.getInt(2)));
    return counts;
  }

  @Override
  public Optional<DeadLetter> discard(Viewer viewer, String id) {
    return find(viewer, id)
        .flatMap(
            seen ->
                transaction.write(
                    viewer.company(),
                    jdbc ->
                        jdbc.sql(
                                """
                                update dead_letter set state = 'discarded', ended_at = ?,
                                  leased_until = null, fence = fence + 1
                                where id = ? and state = 'open' returning *
                                """)
                            .params(transaction.now(), id)
                            .query(DeadLetterRow::letter)
                            .optional()));
  }
}
