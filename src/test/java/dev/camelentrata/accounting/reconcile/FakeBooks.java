package dev.camelentrata.accounting.reconcile;

import dev.camelentrata.accounting.Posting;
import dev.camelentrata.accounting.PostingReference;
import dev.camelentrata.accounting.system.AccountingSystem;
import dev.camelentrata.accounting.system.AccountingSystems;
import dev.camelentrata.accounting.system.Connection;
import dev.camelentrata.accounting.system.Deliveries;
import dev.camelentrata.accounting.system.HeldEntry;
import dev.camelentrata.accounting.system.HeldEntry.HeldLine;
import dev.camelentrata.accounting.system.OutgoingEntry;
import dev.camelentrata.accounting.system.SendOutcome;
import dev.camelentrata.accounting.system.SystemKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Books in memory behind one connection, with which somebody may tamper. */
final class FakeBooks implements AccountingSystem, AccountingSystems, Deliveries {

  static final String CONNECTION = "con_1";

  final List<HeldEntry> held = new ArrayList<>();
  final List<PostingReference> resent = new ArrayList<>();
  Connection.State state = Connection.State.CONNECTED;
  boolean resends = true;

  /** Takes an entry as its vendor would. */
  void take(Posting posting) {
    held.add(
        new HeldEntry(
            "je-" + (held.size() + 1),
            posting.reference().docNumber(),
            posting.date(),
            posting.lines().stream()
                .map(line -> new HeldLine(line.booking().account(), line.signed().amount()))
                .toList()));
  }

  HeldEntry delete(int index) {
    held.sort(Comparator.comparing(HeldEntry::docNumber));
    return held.remove(index);
  }

  void change(String docNumber, UnaryOperator<HeldEntry> change) {
    held.replaceAll(each -> each.docNumber().equals(docNumber) ? change.apply(each) : each);
  }

  /** The same entry with this much more on the first line and less on the second. */
  static HeldEntry altered(HeldEntry entry, String amount) {
    List<HeldLine> lines = new ArrayList<>(entry.lines());
    BigDecimal by = new BigDecimal(amount);
    lines.set(0, new HeldLine(lines.get(0).account(), lines.get(0).amount().add(by)));
    lines.set(1, new HeldLine(lines.get(1).account(), lines.get(1).amount().subtract(by)));
    return new HeldEntry(entry.externalId(), entry.docNumber(), entry.date(), lines);
  }

  @Override
  public List<Connection> connections(String company) {
    return List.of(
        new Connection(
            CONNECTION,
            company,
            SystemKind.QUICKBOOKS,
            "realm-1",
            "Oak Books",
            state,
            state == Connection.State.CONNECTED ? null : "the permission was taken back",
            Instant.EPOCH));
  }

  @Override
  public Optional<AccountingSystem> system(String company, String connectionId) {
    return state == Connection.State.CONNECTED ? Optional.of(this) : Optional.empty();
  }

  @Override
  public boolean resend(String company, String connectionId, PostingReference reference) {
    resent.add(reference);
    return resends;
  }

  @Override
  public int batchSize() {
    return 30;
  }

  @Override
  public List<SendOutcome> send(List<OutgoingEntry> entries) {
    throw new AssertionError("a reconciliation sends nothing");
  }

  @Override
  public Optional<HeldEntry> find(Posting entry) {
    return held.stream()
        .filter(each -> each.docNumber().equals(entry.reference().docNumber()))
        .findFirst();
  }

  @Override
  public void read(LocalDate first, LocalDate last, Consumer<HeldEntry> taker) {
    held.stream()
        .filter(each -> !each.date().isBefore(first) && !each.date().isAfter(last))
        .forEach(taker);
  }

  @Override
  public Optional<LocalDate> lockedThrough() {
    return Optional.empty();
  }
}
