package dev.camelentrata.accounting.reconcile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.camelentrata.accounting.system.Connection;
import dev.camelentrata.accounting.system.HeldEntry;
import dev.camelentrata.accounting.system.SystemKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Says how what an accounting system holds differs from the journal. */
final class SystemFindings {

  private static final ReconcileStep STEP = ReconcileStep.POSTINGS_SYSTEM;

  private final Connection connection;
  private final Tally tally;

  SystemFindings(Connection connection, Tally tally) {
    this.connection = connection;
    this.tally = tally;
  }

  static Figure figure(HeldEntry held) {
    return new Figure(1, ExpectedEntry.debits(ExpectedEntry.accounts(held).values()));
  }

  void missing(ExpectedEntry entry) {
    boolean confirmed = entry.state().equals("confirmed");
    String detail =
        name(entry)
            + " is not in "
            + system()
            + (confirmed ? "." : ": its delivery is " + entry.state() + ".");
    find(VarianceKind.MISSING, entry, List.of(), null, detail);
  }

  /** One that is there once, but otherwise. */
  void differs(ExpectedEntry entry, HeldEntry held) {
    String dates =
        held.date().equals(entry.date())
            ? ""
            : "is dated " + held.date() + " in " + system() + ", not " + entry.date();
    if (entry.sameLines(held)) {
      if (!dates.isEmpty()) {
        find(VarianceKind.DATE, entry, List.of(held), null, name(entry) + " " + dates + ".");
      }
      return;
    }
    VarianceKind kind = entry.sameAmounts(held) ? VarianceKind.MAPPING : VarianceKind.AMOUNT;
    AccountSide differing = differing(entry, held);
    String detail = name(entry) + " in " + system() + ": ";
    if (kind == VarianceKind.MAPPING) {
      detail += "the same amounts stand on other accounts";
    } else {
      detail +=
          "account "
              + differing.account()
              + " has "
              + shown(ExpectedEntry.accounts(held).get(differing))
              + ", not "
              + shown(entry.accounts().get(differing));
    }
    find(
        kind,
        entry,
        List.of(held),
        differing.account(),
        detail + (dates.isEmpty() ? "" : "; it " + dates) + ".");
  }

  /**
   * One that is there several times.
   *
   * @param others those that are too many
   */
  void duplicate(ExpectedEntry entry, List<HeldEntry> others) {
    String ids = String.join(", ", others.stream().map(HeldEntry::externalId).sorted().toList());
    find(
        VarianceKind.DUPLICATE,
        entry,
        others,
        null,
        system()
            + " holds entry "
            + entry.docNumber()
            + " "
            + (others.size() + 1)
            + " times; too many: "
            + ids
            + ".");
  }

  /** Ours by its number, but not in the journal. */
  void extra(List<HeldEntry> held) {
    HeldEntry first = held.get(0);
    ObjectNode evidence = Finding.blank();
    evidence.putNull("journal");
    rows(evidence.putArray("system"), held);
    tally.find(
        new Finding(
            STEP,
            VarianceKind.EXTRA,
            "entry/" + first.docNumber(),
            Finding.Place.of(null, first.date()),
            new Finding.Entry(connection.id(), first.docNumber(), null),
            List.of(),
            Figure.NONE,
            held.stream().map(SystemFindings::figure).reduce(Figure.NONE, Figure::plus),
            system() + " holds entry " + first.docNumber() + ", which is not in the journal.",
            evidence));
  }

  private void find(
      VarianceKind kind, ExpectedEntry entry, List<HeldEntry> held, String account, String detail) {
    ObjectNode evidence = Finding.blank();
    ObjectNode ours = evidence.putObject("journal");
    ours.put("docNumber", entry.docNumber());
    ours.put("date", entry.date().toString());
    ours.put("delivery", entry.state());
    lines(ours.putArray("lines"), entry.accounts());
    rows(evidence.putArray("system"), held);
    Figure found = held.stream().map(SystemFindings::figure).reduce(Figure.NONE, Figure::plus);
    if (kind == VarianceKind.DUPLICATE) {
      found = found.plus(entry.figure());
    }
    tally.find(
        new Finding(
            STEP,
            kind,
            "entry/" + entry.docNumber(),
            new Finding.Place(entry.propertyId(), entry.date(), null, account),
            new Finding.Entry(connection.id(), entry.docNumber(), entry.reference().digest()),
            List.of(),
            entry.figure(),
            found,
            detail,
            evidence));
  }

  private static void rows(ArrayNode rows, List<HeldEntry> held) {
    for (HeldEntry each : held.subList(0, Math.min(held.size(), Finding.MOST))) {
      ObjectNode row = rows.addObject();
      row.put("id", each.externalId());
      row.put("date", each.date().toString());
      lines(row.putArray("lines"), ExpectedEntry.accounts(each));
    }
  }

  private static void lines(ArrayNode lines, Map<AccountSide, BigDecimal> accounts) {
    accounts.entrySet().stream()
        .limit(Finding.MOST)
        .forEach(
            each ->
                lines
                    .addObject()
                    .put("account", each.getKey().account())
                    .put("amount", Figure.plain(each.getValue())));
  }

  /** The first that differs; those of the accounts that the entry should have come first. */
  private static AccountSide differing(ExpectedEntry entry, HeldEntry held) {
    Map<AccountSide, BigDecimal> found = entry.found(held);
    return Stream.concat(entry.accounts().keySet().stream().sorted(), found.keySet().stream())
        .filter(side -> zero(entry.accounts().get(side)).compareTo(zero(found.get(side))) != 0)
        .findFirst()
        .orElseThrow();
  }

  private static BigDecimal zero(BigDecimal amount) {
    return Objects.requireNonNullElse(amount, BigDecimal.ZERO);
  }

  private static String shown(BigDecimal amount) {
    return Figure.plain(zero(amount));
  }

  private static String name(ExpectedEntry entry) {
    return "Entry " + entry.docNumber() + " of " + entry.date();
  }

  private String system() {
    String kind = connection.system() == SystemKind.XERO ? "Xero" : "QuickBooks";
    return connection.name() == null ? kind : kind + " (" + connection.name() + ")";
  }
}
