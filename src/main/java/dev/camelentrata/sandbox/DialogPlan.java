package dev.camelentrata.sandbox;

import java.util.List;

/**
 * What a dialog is called and how it goes.
 *
 * @param write the kind of change that it makes, for example {@code createWorkOrder}
 * @param menu the module that a user must see to have it
 * @param module the module of its calls
 * @param opens the action that opens it
 * @param label on the button that opens it
 * @param kind the kind of record on whose screens the button is
 * @param onList whether it makes something new for a property; else it is about one record
 * @param entity what its confirmation is about in the names of fields, for example {@code lease}
 * @param steps its forms; the last one confirms
 */
record DialogPlan(
    String write,
    String menu,
    String module,
    String opens,
    String label,
    String kind,
    boolean onList,
    String entity,
    List<DialogStep> steps) {

  DialogPlan {
    steps = List.copyOf(steps);
  }

  /** A dialog of one form about a lease. */
  static DialogPlan ofLease(String write, String opens, String label, DialogStep step) {
    return new DialogPlan(
        write,
        "customers_systemxxx",
        "customerxxx",
        opens,
        label,
        "leases",
        false,
        "lease",
        List.of(step));
  }

  /** A dialog of one form about a resident. */
  static DialogPlan ofResident(String write, String opens, String label, DialogStep step) {
    return new DialogPlan(
        write,
        "customers_systemxxx",
        "customerxxx",
        opens,
        label,
        "residents",
        false,
        "customer",
        List.of(step));
  }

  /** The field for the reference under which the change is found again. */
  DialogField reference() {
    return DialogField.of(DialogField.Input.TEXT, entity + "[reference]", "Reference").upTo(80);
  }

  DialogStep last() {
    return steps.get(steps.size() - 1);
  }

  String href(String parameter, String id) {
    return "/?module=" + module + "&action=" + opens + "&" + parameter + "=" + id;
  }
}
