package dev.camelentrata.mirror;

import dev.camelentrata.resource.Resource;
import dev.camelentrata.resource.ResourceCatalog;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** A mirror, short words to write into it, and viewers of company {@code acme}. */
public final class MirrorHouse {

  public static final String COMPANY = "acme";
  public static final ResourceCatalog CATALOG = ResourceCatalog.load();

  private final Mirror mirror;
  private final SettableClock clock;

  public MirrorHouse(DataSource dataSource, SettableClock clock) {
    this.clock = clock;
    this.mirror = new PostgresMirror(dataSource, CATALOG, clock);
  }

  public Mirror mirror() {
    return mirror;
  }

  public Clock clock() {
    return clock;
  }

  public static Resource resource(String name) {
    return CATALOG.named(name);
  }

  public static Viewer manager(String... properties) {
    return new Viewer(COMPANY, Set.of(properties), Set.of("ar_paymentsxxx", "customers_systemxxx"));
  }

  public static Viewer onsite(String... properties) {
    return new Viewer(COMPANY, Set.of(properties), Set.of("customers_systemxxx"));
  }

  public static MirrorScope scope(String resource, String property) {
    return new MirrorScope(COMPANY, resource(resource), property);
  }

  /** Writes all there is in a scope, a minute after what was written before. */
  public WriteResult all(MirrorScope scope, MirrorItem... items) {
    clock.forward(Duration.ofMinutes(1));
    return mirror.write(new MirrorBatch(scope, List.of(items), true, clock.instant(), "run_1"));
  }

  /** Writes some of what there is in a scope, a minute after what was written before. */
  public WriteResult some(MirrorScope scope, MirrorItem... items) {
    clock.forward(Duration.ofMinutes(1));
    return mirror.write(new MirrorBatch(scope, List.of(items), false, clock.instant(), null));
  }

  public static MirrorItem unit(String id, String property, String status, String rent) {
    return new MirrorItem(
        id,
        "A " + id,
        """
        {"id":"%s","propertyId":"%s","number":"%s","bedrooms":2,"status":"%s","available":%s,\
        "availableOn":"2026-12-0%d","marketRent":{"amount":%s,"currency":"USD"}}"""
            .formatted(
                id,
                property,
                id,
                status,
                status.startsWith("vacant"),
                id.charAt(id.length() - 1) - '0',
                rent),
        "{\"unit_id\": \"" + id + "\"}");
  }

  public static MirrorItem payment(String id, String property, String amount) {
    return new MirrorItem(
        id,
        "2026-11-01 " + id,
        """
        {"id":"%s","propertyId":"%s","leaseId":"9","type":"payment","postedOn":"2026-11-01",\
        "amount":{"amount":%s,"currency":"USD"},"balance":{"amount":0.00,"currency":"USD"}}"""
            .formatted(id, property, amount),
        null);
  }
}
