package dev.camelentrata.sandbox;

import dev.camelentrata.sandbox.DialogField.Input;
import dev.camelentrata.sandbox.DialogStep.DialogList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The charges, fees, deposits and concessions of a new lease. */
final class LeaseMoney {

  private final DialogRecords records;
  private final ChargeCodeCheck codes;
  private final LedgerPosting ledger;

  LeaseMoney(DialogRecords records) {
    this.records = records;
    this.codes = new ChargeCodeCheck(records);
    this.ledger = new LedgerPosting(records);
  }

  DialogList[] lists() {
    Set<String> charges = ChargeCodeCheck.CHARGES;
    List<String> often = List.of("Monthly", "Weekly", "Daily", "Twice a Month");
    return new DialogList[] {
      list("add_charge", "charges", "Scheduled charges", "charge", often, charges),
      list("add_fee", "fees", "Fees", "fee", List.of(), charges),
      list("add_deposit", "deposits", "Deposits", "deposit", List.of(), ChargeCodeCheck.DEPOSITS),
      list(
          "add_concession",
          "concessions",
          "Concessions",
          "concession",
          List.of("One Time", "Monthly"),
          ChargeCodeCheck.CONCESSIONS)
    };
  }

  private DialogList list(
      String action,
      String name,
      String heading,
      String entity,
      List<String> frequencies,
      Set<String> types) {
    List<DialogField> more = new ArrayList<>();
    if (!entity.equals("deposit")) {
      more.add(DialogField.of(Input.TEXT, entity + "[description]", "Description").upTo(100));
    }
    more.add(DialogField.of(Input.MONEY, entity + "[amount]", "Amount").needed());
    if (!frequencies.isEmpty()) {
      more.add(DialogField.choice(entity + "[frequency]", "Frequency", frequencies).needed());
    }
    if (entity.equals("charge")) {
      more.add(DialogField.of(Input.DATE, "charge[start_date]", "From"));
      more.add(DialogField.of(Input.DATE, "charge[end_date]", "Until"));
    }
    return new DialogList(
        action,
        name,
        heading,
        draft -> {
          List<DialogField> fields = new ArrayList<>();
          fields.add(codes.field(entity + "[charge_code_id]"));
          fields.addAll(more);
          return fields;
        },
        (draft, item, mistakes) -> {
          codes.check(item, entity + "[charge_code_id]", types, "a " + entity, mistakes);
          if (item.cents(entity + "[amount]") == 0) {
            mistakes.add(entity + "[amount]", "Amount must be more than 0.");
          }
          if (item.given("charge[start_date]")
              && item.given("charge[end_date]")
              && item.day("charge[end_date]").isBefore(item.day("charge[start_date]"))) {
            mistakes.add("charge[end_date]", "Until must not be before From.");
          }
        });
  }

  /** What is charged again and again, the rent first. */
  List<SandboxRecord> scheduled(DialogDraft draft, LeaseTerms terms) {
    List<SandboxRecord> all = new ArrayList<>();
    all.add(rent(terms));
    for (Answers item : draft.list("charges")) {
      LocalDate from = item.day("charge[start_date]");
      LocalDate until = item.day("charge[end_date]");
      all.add(
          charge(
              item.text("charge[charge_code_id]"),
              codes.words(item.text("charge[charge_code_id]"), item.text("charge[description]")),
              item.cents("charge[amount]"),
              item.text("charge[frequency]"),
              from == null ? terms.startsOn() : from,
              until == null ? terms.endsOn() : until));
    }
    for (Answers item : draft.list("concessions")) {
      boolean once = "One Time".equals(item.text("concession[frequency]"));
      all.add(
          charge(
              item.text("concession[charge_code_id]"),
              codes.words(
                  item.text("concession[charge_code_id]"), item.text("concession[description]")),
              -item.cents("concession[amount]"),
              item.text("concession[frequency]"),
              terms.startsOn(),
              once ? terms.startsOn() : terms.endsOn()));
    }
    return all;
  }

  /** The rent of these terms as a scheduled charge. */
  SandboxRecord rent(LeaseTerms terms) {
    String code = codes.ofType("Rent");
    return charge(
        code, codes.words(code, null), terms.rent(), "Monthly", terms.startsOn(), terms.endsOn());
  }

  private SandboxRecord charge(
      String code, String words, long amount, String often, LocalDate from, LocalDate until) {
    return records.element("leases", "scheduledCharges", code, words, amount, often, from, until);
  }

  long deposits(DialogDraft draft) {
    return draft.list("deposits").stream().mapToLong(d -> d.cents("deposit[amount]")).sum();
  }

  /** Posts fees, deposits and what is let off once, due on the first day. */
  void post(DialogDraft draft, SandboxRecord lease) {
    post(draft, lease, "fees", "fee", "Charge", 1);
    post(draft, lease, "deposits", "deposit", "Deposit", 1);
    post(draft, lease, "concessions", "concession", "Concession", -1);
  }

  private void post(
      DialogDraft draft, SandboxRecord lease, String list, String entity, String type, int sign) {
    for (Answers item : draft.list(list)) {
      if (!"Monthly".equals(item.text(entity + "[frequency]"))) {
        String code = item.text(entity + "[charge_code_id]");
        LedgerPosting.Line line =
            new LedgerPosting.Line(
                type,
                code,
                codes.words(code, item.text(entity + "[description]")),
                sign * item.cents(entity + "[amount]"),
                records.today());
        ledger.post(lease, ledger.draft(lease, line).set("dueOn", lease.day("startsOn")));
      }
    }
  }

  /** The first month as it will be charged. */
  FirstMonth firstMonth(SandboxRecord settings, LeaseTerms terms, List<SandboxRecord> scheduled) {
    FirstMonth month = new FirstMonth(settings, terms.startsOn());
    for (SandboxRecord charge : scheduled) {
      if (charge.is("frequency", "Monthly")) {
        boolean prorates =
            codes
                .find(charge.text("chargeCodeId"))
                .map(code -> Boolean.TRUE.equals(code.get("prorates")))
                .orElse(false);
        month.add(charge.text("description"), charge.cents("amount"), prorates);
      }
    }
    return month;
  }
}
