package dev.camelentrata.accounting.reconcile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The portal's ledgers, read anew and not written, against the mirror's: by day and charge code
 * first, one by one where these differ. One property at a time.
 */
final class PortalMirror implements Comparison {

  private static final ReconcileStep STEP = ReconcileStep.PORTAL_MIRROR;

  private final PortalLedger portal;
  private final MirrorLedger mirror;

  PortalMirror(PortalLedger portal, CompanyRows rows) {
    this.portal = portal;
    this.mirror = new MirrorLedger(rows);
  }

  /** A control total is kept for each. */
  private record Control(LocalDate day, String chargeCodeId) {}

  @Override
  public Optional<String> compare(Scope scope, Tally tally) {
    Map<String, String> codes = mirror.codes(scope.company());
    for (String property : scope.propertyIds()) {
      compare(scope, property, codes, tally);
    }
    return Optional.empty();
  }

  private void compare(Scope scope, String property, Map<String, String> codes, Tally tally) {
    Map<String, LedgerLine> shown = new HashMap<>();
    Map<String, LocalDate> elsewhere = new HashMap<>();
    portal.read(
        scope.company(),
        property,
        line -> {
          if (line.day() != null && scope.has(line.day())) {
            shown.put(line.id(), line);
          } else {
            elsewhere.put(line.id(), line.day());
          }
        });
    List<LedgerLine> copied = mirror.lines(scope.company(), property, scope.first(), scope.last());
    tally.add(property, sum(shown.values()), sum(copied));
    tally.looked(shown.size());
    Set<Control> differing = differing(shown.values(), copied);
    if (differing.isEmpty()) {
      return;
    }
    Map<String, LedgerLine> held = new HashMap<>();
    copied.forEach(line -> held.put(line.id(), line));
    List<String> unseen = new ArrayList<>();
    for (LedgerLine line : new TreeMap<>(shown).values()) {
      if (differing.contains(control(line)) || differing.contains(control(held.get(line.id())))) {
        LedgerLine copy = held.get(line.id());
        if (copy == null) {
          unseen.add(line.id());
        } else {
          differ(line, copy, codes, tally);
        }
      }
    }
    Map<String, LedgerLine> dated = new HashMap<>();
    if (!unseen.isEmpty()) {
      mirror.lines(scope.company(), unseen).forEach(line -> dated.put(line.id(), line));
    }
    unseen.forEach(id -> differ(shown.get(id), dated.get(id), codes, tally));
    for (LedgerLine copy : new TreeMap<>(held).values()) {
      if (!shown.containsKey(copy.id())) {
        extra(copy, elsewhere.containsKey(copy.id()), elsewhere.get(copy.id()), codes, tally);
      }
    }
  }

  private static Set<Control> differing(Iterable<LedgerLine> shown, Iterable<LedgerLine> copied) {
    Map<Control, Figure> portal = controls(shown);
    Map<Control, Figure> mirror = controls(copied);
    Set<Control> all = new HashSet<>(portal.keySet());
    all.addAll(mirror.keySet());
    all.removeIf(
        each ->
            portal.getOrDefault(each, Figure.NONE).same(mirror.getOrDefault(each, Figure.NONE)));
    return all;
  }

  private static Map<Control, Figure> controls(Iterable<LedgerLine> lines) {
    Map<Control, Figure> controls = new HashMap<>();
    lines.forEach(line -> controls.merge(control(line), line.figure(), Figure::plus));
    return controls;
  }

  private static Control control(LedgerLine line) {
    return line == null ? null : new Control(line.day(), line.chargeCodeId());
  }

  private static Figure sum(Iterable<LedgerLine> lines) {
    Figure sum = Figure.NONE;
    for (LedgerLine line : lines) {
      sum = sum.plus(line.figure());
    }
    return sum;
  }

  /** One that the portal shows for these days. */
  private static void differ(
      LedgerLine line, LedgerLine copy, Map<String, String> codes, Tally tally) {
    String name = line.type() + " " + line.id();
    if (copy == null) {
      find(
          tally, VarianceKind.MISSING, line, null, codes, "The mirror does not have " + name + ".");
    } else if (line.amount().compareTo(copy.amount()) != 0) {
      String what =
          name
              + " is "
              + Figure.plain(line.amount())
              + " in the portal and "
              + Figure.plain(copy.amount())
              + " in the mirror.";
      find(tally, VarianceKind.AMOUNT, line, copy, codes, what);
    } else if (!Objects.equals(line.day(), copy.day())) {
      String what = name + " is posted on " + line.day() + ", in the mirror on " + copy.day() + ".";
      find(tally, VarianceKind.DATE, line, copy, codes, what);
    } else if (!Objects.equals(line.chargeCodeId(), copy.chargeCodeId())) {
      String what = name + " has another charge code in the mirror.";
      find(tally, VarianceKind.MAPPING, line, copy, codes, what);
    }
  }

  /** One that the mirror has for these days, and the portal does not. */
  private static void extra(
      LedgerLine copy, boolean dated, LocalDate day, Map<String, String> codes, Tally tally) {
    String name = copy.type() + " " + copy.id();
    if (dated) {
      String what = name + " is posted on " + day + ", in the mirror on " + copy.day() + ".";
      find(tally, VarianceKind.DATE, null, copy, codes, what);
    } else {
      find(tally, VarianceKind.EXTRA, null, copy, codes, "The portal does not show " + name + ".");
    }
  }

  private static void find(
      Tally tally,
      VarianceKind kind,
      LedgerLine line,
      LedgerLine copy,
      Map<String, String> codes,
      String detail) {
    LedgerLine one = line == null ? copy : line;
    ObjectNode evidence = Finding.blank();
    row(evidence, "portal", line, codes);
    row(evidence, "mirror", copy, codes);
    tally.find(
        new Finding(
            STEP,
            kind,
            "transaction/" + one.id(),
            new Finding.Place(one.propertyId(), one.day(), code(one, codes), null),
            Finding.Entry.NONE,
            List.of(one.id()),
            line == null ? Figure.NONE : line.figure(),
            copy == null ? Figure.NONE : copy.figure(),
            Character.toUpperCase(detail.charAt(0)) + detail.substring(1),
            evidence));
  }

  private static String code(LedgerLine line, Map<String, String> codes) {
    return line.chargeCodeId() == null
        ? null
        : codes.getOrDefault(line.chargeCodeId(), line.chargeCodeId());
  }

  private static void row(
      ObjectNode evidence, String side, LedgerLine line, Map<String, String> codes) {
    if (line == null) {
      evidence.putNull(side);
      return;
    }
    evidence
        .putObject(side)
        .put("id", line.id())
        .put("type", line.type())
        .put("postedOn", Objects.toString(line.day(), null))
        .put("chargeCode", code(line, codes))
        .put("amount", Figure.plain(line.amount()));
  }
}
