package dev.camelentrata.mirror;

import dev.camelentrata.resource.Resource;
import dev.camelentrata.resource.ResourceCatalog;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The mirror in PostgreSQL, each resource in a table of its own. Safe for use by many threads and
 * replicas: of one scope one batch is written at a time, of one company one change.
 *
 * <p>A page over several properties is as old as the oldest of those that were ever read.
 */
public final class PostgresMirror implements Mirror {

  /** Temporary tables are seen by their own connection only; names repeat after so many. */
  private static final long IMPORTS_AT_ONCE = 1_000_000;

  private final DataSource dataSource;
  private final ResourceCatalog catalog;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final JdbcClient jdbc;
  private final BatchWrite writer;
  private final MirrorReader reader;
  private final MirrorAges ages;
  private final AtomicLong writes = new AtomicLong();
  private final AtomicLong imports = new AtomicLong();

  /**
   * A mirror of the catalogue's resources; writes join the caller's transaction if there is one.
   */
  public PostgresMirror(DataSource dataSource, ResourceCatalog catalog, Clock clock) {
    JdbcTemplate template = new JdbcTemplate(dataSource);
    this.dataSource = dataSource;
    this.catalog = catalog;
    this.clock = clock;
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.jdbc = JdbcClient.create(template);
    this.writer = new BatchWrite(jdbc, clock);
    this.reader = new MirrorReader(template);
    this.ages = new MirrorAges(template, catalog);
  }

  @Override
  public WriteResult write(MirrorBatch batch) {
    known(batch.scope().resource());
    try {
      return transaction.execute(status -> writer.write(batch));
    } finally {
      writes.incrementAndGet();
    }
  }

  @Override
  public MirrorImport importing(MirrorImport.ImportOrder order) {
    known(order.resource());
    MirrorImport rows =
        new MirrorImport(
            dataSource, order, clock, "import_" + imports.incrementAndGet() % IMPORTS_AT_ONCE);
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            writes.incrementAndGet();
          }
        });
    return rows;
  }

  @Override
  public List<String[]> keys(
      String company, Resource resource, String propertyId, List<String> fields) {
    StringBuilder sql = new StringBuilder("select m.id");
    fields.forEach(f -> sql.append(", ").append(FieldExpression.of(known(resource), f).sql()));
    sql.append(" from ").append(resource.table());
    sql.append(" m where m.company = ? and m.removed_at is null");
    sql.append(" and (m.property_id = ? or ?::text is null)");
    return transaction.execute(
        status -> {
          RowSecurity.write(jdbc, company);
          return jdbc.sql(sql.toString())
              .params(company, propertyId, propertyId)
              .query(
                  (row, number) -> {
                    String[] texts = new String[fields.size() + 1];
                    for (int i = 0; i < texts.length; i++) {
                      texts[i] = row.getString(i + 1);
                    }
                    return texts;
                  })
              .list();
        });
  }

  @Override
  public long writes() {
    return writes.get();
  }

  @Override
  public MirrorPage list(Viewer viewer, Resource resource, MirrorQuery query) {
    return reader.list(viewer, known(resource), query);
  }

  @Override
  public Optional<ScopeVersion> version(Viewer viewer, Resource resource, String propertyId) {
    return reader.version(viewer, known(resource), propertyId);
  }

  @Override
  public Optional<StoredItem> find(Viewer viewer, Resource resource, String id) {
    return reader.find(viewer, known(resource), id);
  }

  @Override
  public Optional<Instant> asOf(MirrorScope scope) {
    known(scope.resource());
    return transaction
        .execute(
            status -> {
              RowSecurity.write(jdbc, scope.company());
              return new ScopeFreshness(jdbc).of(scope);
            })
        .map(ScopeFreshness.Read::completeAsOf);
  }

  @Override
  public List<ResourceAge> ages(Viewer viewer) {
    return ages.of(viewer, clock.instant());
  }

  /** Names of tables and fields come from the catalogue and from nowhere else. */
  private Resource known(Resource resource) {
    if (!catalog.named(resource.name()).equals(resource)) {
      throw new IllegalArgumentException(resource + " are not as the catalogue describes them");
    }
    return resource;
  }
}
