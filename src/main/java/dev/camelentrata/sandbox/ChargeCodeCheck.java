package dev.camelentrata.sandbox;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which charge codes may be used for what. */
final class ChargeCodeCheck {

  static final Set<String> CHARGES = Set.of("Rent", "Other Income", "Other Liability");
  static final Set<String> DEPOSITS = Set.of("Deposit");
  static final Set<String> CONCESSIONS = Set.of("Rent", "Other Income", "Expense");

  private final DialogRecords records;

  ChargeCodeCheck(DialogRecords records) {
    this.records = records;
  }

  DialogField field(String name) {
    return DialogField.open(name, "Charge code", records.chargeCodes()).needed();
  }

  Optional<SandboxRecord> find(String id) {
    return records.find("charge-codes", null, id);
  }

  /** The words on the ledger: those given, or else the code's. */
  String words(String codeId, String given) {
    return given == null ? find(codeId).orElseThrow().text("name") : given;
  }

  /** The first code of this type. */
  String ofType(String type) {
    List<SandboxRecord> codes = records.list("charge-codes", null);
    return codes.stream().filter(code -> code.is("type", type)).findFirst().orElseThrow().id();
  }

  /** Notes why the code of this field cannot be used for a charge, a deposit or the like. */
  void check(Answers answers, String field, Set<String> types, String what, Mistakes mistakes) {
    String id = answers.text(field);
    Optional<SandboxRecord> found = find(id);
    if (found.isEmpty()) {
      mistakes.add(field, "There is no charge code " + id + ".");
      return;
    }
    String name = found.get().text("name");
    if (Boolean.TRUE.equals(found.get().get("disabled"))) {
      mistakes.add(field, "Charge code " + name + " is disabled.");
    } else if (!types.contains(found.get().text("type"))) {
      String type = found.get().text("type");
      mistakes.add(
          field, "Charge code " + name + " is of the type " + type + ", not for " + what + ".");
    }
  }
}
