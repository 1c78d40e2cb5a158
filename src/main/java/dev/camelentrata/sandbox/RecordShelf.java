package dev.camelentrata.sandbox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The records of one property, or of the company, as they are now; each kind made when asked for.
 */
final class RecordShelf {

  private static final List<String> FOLLOWING =
      List.of("ledger-transactions", "leases", "residents");
  private static final List<String> COMPANY_WIDE = List.of("users", "roles");

  private final RecordKinds kinds;
  private final RecordMakers makers;
  private final RecordChanges changes;
  private final PropertyContent content;
  private final int propertyIndex;
  private final long seed;
  private final LocalDate today;
  private final Map<String, List<SandboxRecord>> made = new HashMap<>();
  private final Map<String, List<SandboxRecord>> now = new HashMap<>();

  /**
   * @param content null for the company's
   */
  RecordShelf(
      RecordKinds kinds,
      RecordMakers makers,
      RecordChanges changes,
      PropertyContent content,
      int propertyIndex,
      long seed,
      LocalDate today) {
    this.kinds = kinds;
    this.makers = makers;
    this.changes = changes;
    this.content = content;
    this.propertyIndex = propertyIndex;
    this.seed = seed;
    this.today = today;
  }

  /** The records of this kind with what follows from others. */
  List<SandboxRecord> list(String kind) {
    List<SandboxRecord> known = now.get(kind);
    if (known == null) {
      known = derived(kind);
      now.put(kind, known);
      if (stored(kind) == made.get(kind)) {
        made.put(kind, known);
      }
    }
    return known;
  }

  /** Makes a change, and stamps what is different after it, what follows from it included. */
  void change(String kind, Runnable change, Instant at) {
    Set<String> looked = new LinkedHashSet<>(content == null ? COMPANY_WIDE : FOLLOWING);
    looked.add(kind);
    Map<String, List<SandboxRecord>> before = new HashMap<>();
    looked.forEach(each -> before.put(each, list(each)));
    change.run();
    now.clear();
    before.forEach((each, rows) -> stamp(rows, list(each), at));
  }

  private void stamp(List<SandboxRecord> before, List<SandboxRecord> after, Instant at) {
    Map<String, SandboxRecord> known = new HashMap<>();
    before.forEach(record -> known.put(record.id(), record));
    after.stream()
        .filter(record -> !record.equals(known.get(record.id())))
        .forEach(record -> changes.stamp(record.id(), at));
  }

  private List<SandboxRecord> derived(String kind) {
    return switch (kind) {
      case "ledger-transactions" -> new LedgerBalances(kinds).settled(stored(kind));
      case "leases" -> leases();
      case "residents" -> residents();
      case "roles" -> roles();
      default -> stored(kind);
    };
  }

  private List<SandboxRecord> stored(String kind) {
    String property = content == null ? "" : content.property().id();
    return changes.applied(kinds.get(kind), property, seeded(kind));
  }

  private List<SandboxRecord> seeded(String kind) {
    if (!made.containsKey(kind)) {
      RecordMakers.Family family = makers.of(kind);
      SplittableRandom random =
          new SplittableRandom((seed * 1_000_003 + propertyIndex) * 31 + family.number());
      Making making = new Making(kinds, content, propertyIndex, today, random, this::seeded);
      family.maker().make(making);
      family.kinds().forEach(each -> made.put(each, making.made(each)));
    }
    return made.get(kind);
  }

  private List<SandboxRecord> leases() {
    Map<String, Long> balances = LedgerBalances.ofLeases(stored("ledger-transactions"));
    return stored("leases").stream()
        .map(lease -> lease.with("balance", balances.getOrDefault(lease.id(), 0L)))
        .toList();
  }

  private List<SandboxRecord> residents() {
    Map<String, SandboxRecord> leases = new HashMap<>();
    list("leases").forEach(lease -> leases.put(lease.id(), lease));
    return stored("residents").stream()
        .map(r -> resident(r, leases.get(r.get("leaseId"))))
        .toList();
  }

  private static SandboxRecord resident(SandboxRecord resident, SandboxRecord lease) {
    boolean pays = resident.is("relationship", "Primary");
    return resident
        .change()
        .set("status", lease == null ? null : lease.text("status"))
        .set("moveOutOn", lease == null ? null : lease.day("moveOutOn"))
        .set("balance", pays && lease != null ? lease.cents("balance") : 0L)
        .made();
  }

  private List<SandboxRecord> roles() {
    List<SandboxRecord> users = list("users");
    return stored("roles").stream()
        .map(
            role ->
                role.with(
                    "userCount",
                    (int) users.stream().filter(u -> u.is("roleId", role.id())).count()))
        .toList();
  }
}
