package dev.camelentrata.accounting.reconcile;

import dev.camelentrata.accounting.PostingReference;
import dev.camelentrata.accounting.system.AccountingSystem;
import dev.camelentrata.accounting.system.Connection;
import dev.camelentrata.accounting.system.HeldEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The journal against what an accounting system really holds, through one connection. What is read
 * from the system is compared as it comes; only what does not fit is kept.
 */
final class PostingsSystem implements Comparison {

  private static final long MOST = 50_000;

  /** So many missing entries are looked up, in case they are dated elsewhere. */
  private static final int LOOKED_UP = 100;

  private final Connection connection;
  private final AccountingSystem system;
  private final ExpectedEntries expected;
  private final JournalRows journal;

  PostingsSystem(Connection connection, AccountingSystem system, CompanyRows rows) {
    this.connection = connection;
    this.system = system;
    this.expected = new ExpectedEntries(rows);
    this.journal = new JournalRows(rows);
  }

  /** What does not fit at once: expected and not there, there and not expected. */
  private record Rest(Map<String, ExpectedEntry> missing, Map<String, List<HeldEntry>> strays) {}

  @Override
  public Optional<String> compare(Scope scope, Tally tally) {
    Rest rest = new Rest(new HashMap<>(), new HashMap<>());
    SystemFindings findings = new SystemFindings(connection, tally);
    DayChunks.each(
        scope.first(),
        scope.last(),
        expected.count(scope, connection.id()),
        MOST,
        (first, last) -> compare(scope, first, last, rest, findings, tally));
    pair(rest, findings, tally);
    lookUp(scope, rest, findings, tally);
    place(scope, rest, findings, tally);
    return Optional.empty();
  }

  private void compare(
      Scope scope,
      LocalDate first,
      LocalDate last,
      Rest rest,
      SystemFindings findings,
      Tally tally) {
    Map<String, ExpectedEntry> entries = expected.read(scope, connection.id(), first, last);
    Map<String, List<HeldEntry>> held = new HashMap<>();
    Set<String> seen = new HashSet<>();
    system.read(
        first,
        last,
        each -> {
          ExpectedEntry entry = entries.get(each.docNumber());
          if (entry != null
              && entry.date().equals(each.date())
              && entry.sameLines(each)
              && seen.add(each.docNumber())) {
            tally.add(entry.propertyId(), entry.figure(), SystemFindings.figure(each));
          } else if (entry == null) {
            rest.strays().computeIfAbsent(each.docNumber(), key -> new ArrayList<>()).add(each);
          } else {
            held.computeIfAbsent(each.docNumber(), key -> new ArrayList<>()).add(each);
          }
        });
    tally.looked(entries.size());
    held.forEach(
        (docNumber, some) -> {
          ExpectedEntry entry = entries.get(docNumber);
          if (seen.add(docNumber)) {
            first(entry, some, findings, tally);
          } else {
            others(entry, some, findings, tally);
          }
        });
    entries.keySet().removeAll(seen);
    rest.missing().putAll(entries);
  }

  /** None of them fits; the first one is taken for the entry, the others for doubles. */
  private static void first(
      ExpectedEntry entry, List<HeldEntry> held, SystemFindings findings, Tally tally) {
    tally.add(entry.propertyId(), entry.figure(), SystemFindings.figure(held.get(0)));
    findings.differs(entry, held.get(0));
    others(entry, held.subList(1, held.size()), findings, tally);
  }

  private static void others(
      ExpectedEntry entry, List<HeldEntry> held, SystemFindings findings, Tally tally) {
    if (!held.isEmpty()) {
      held.forEach(each -> tally.add(entry.propertyId(), Figure.NONE, SystemFindings.figure(each)));
      findings.duplicate(entry, held);
    }
  }

  /** What is missing on one day may be there on another one. */
  private static void pair(Rest rest, SystemFindings findings, Tally tally) {
    for (String docNumber : List.copyOf(rest.strays().keySet())) {
      ExpectedEntry entry = rest.missing().remove(docNumber);
      if (entry != null) {
        first(entry, rest.strays().remove(docNumber), findings, tally);
      }
    }
  }

  /** What is missing may be dated outside of the scope. */
  private void lookUp(Scope scope, Rest rest, SystemFindings findings, Tally tally) {
    List<PostingReference> asked =
        rest.missing().values().stream().limit(LOOKED_UP).map(ExpectedEntry::reference).toList();
    Map<PostingReference, HeldEntry> elsewhere =
        asked.isEmpty() ? Map.of() : system.findAll(journal.find(scope.company(), asked));
    for (ExpectedEntry entry : rest.missing().values()) {
      HeldEntry held = elsewhere.get(entry.reference());
      tally.add(
          entry.propertyId(),
          entry.figure(),
          held == null ? Figure.NONE : SystemFindings.figure(held));
      if (held == null) {
        findings.missing(entry);
      } else {
        findings.differs(entry, held);
      }
    }
  }

  /** What is there and was not expected on its day: a double, of another day, or not ours. */
  private void place(Scope scope, Rest rest, SystemFindings findings, Tally tally) {
    if (rest.strays().isEmpty()) {
      return;
    }
    List<PostingReference> known = new ArrayList<>();
    journal.references(
        scope.company(),
        reference -> {
          if (rest.strays().containsKey(reference.docNumber())) {
            known.add(reference);
          }
        });
    for (ExpectedEntry entry : expected.find(scope.company(), connection.id(), known)) {
      List<HeldEntry> held = rest.strays().remove(entry.docNumber());
      if (!scope.has(entry.propertyId())) {
        continue;
      }
      if (scope.has(entry.date()) || isElsewhere(scope, entry, held)) {
        others(entry, held, findings, tally);
      } else {
        findings.differs(entry, held.get(0));
      }
    }
    known.forEach(reference -> rest.strays().remove(reference.docNumber()));
    if (scope.whole()) {
      rest.strays()
          .values()
          .forEach(
              held -> {
                held.forEach(each -> tally.add(null, Figure.NONE, SystemFindings.figure(each)));
                findings.extra(held);
              });
    }
  }

  /** Whether the entry stands on its own day beside these. */
  private boolean isElsewhere(Scope scope, ExpectedEntry entry, List<HeldEntry> held) {
    return journal
        .find(scope.company(), entry.reference())
        .flatMap(system::find)
        .filter(one -> held.stream().noneMatch(each -> each.externalId().equals(one.externalId())))
        .isPresent();
  }
}
