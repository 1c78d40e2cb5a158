package dev.camelentrata.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The change of a unit's status, market rent, available-on date and notes. */
final class UnitUpdate {

  static final String STATUS = "property_unit[status_id]";
  static final String MARKET_RENT = "property_unit[market_rent]";
  static final String AVAILABLE_ON = "property_unit[available_on]";
  static final String NOTES = "property_unit[notes]";

  private static final long HIGHEST_RENT = 50_000_00;
  private static final int LONGEST_NOTES = 500;

  private final EntitledContent content;
  private final SandboxState state;

  UnitUpdate(EntitledContent content, SandboxState state) {
    this.content = content;
    this.state = state;
  }

  List<Screen> screens() {
    return List.of(Screen.write("property_unitsxxx", "update_unit", this::update));
  }

  private Reply update(PortalCall call) {
    SandboxUnit unit = content.unit(call);
    Letting now = unit.letting();
    List<String> mistakes = new ArrayList<>();
    SpaceStatus status = status(call, now, mistakes);
    long marketRent = marketRent(call, now, mistakes);
    LocalDate availableOn = availableOn(call, now, mistakes);
    String notes = call.has(NOTES) ? call.param(NOTES) : now.notes();
    if (notes.length() > LONGEST_NOTES) {
      mistakes.add("Notes may have at most " + LONGEST_NOTES + " characters.");
    }
    if (mistakes.isEmpty()) {
      checkTogether(status, availableOn, mistakes);
    }
    if (!mistakes.isEmpty()) {
      return refused(mistakes);
    }
    SandboxUnit changed = unit.with(changed(now, status, availableOn, marketRent, notes));
    state.content.replace(changed);
    state.counters.write("updateUnit");
    return UnitJson.success(List.of("Unit " + unit.number() + " was saved."), changed);
  }

  private Letting changed(
      Letting now, SpaceStatus status, LocalDate availableOn, long marketRent, String notes) {
    boolean occupied = status == SpaceStatus.OCCUPIED_NO_NOTICE;
    LocalDate madeReady = Optional.ofNullable(now.madeReadyOn()).orElseGet(state.content::today);
    LocalDate moveOut = now.moveOutOn() == null ? availableOn : now.moveOutOn();
    return new Letting(
        status,
        availableOn,
        status.ready() ? madeReady : null,
        occupied ? null : moveOut,
        marketRent,
        Math.max(0, marketRent - (now.marketRent() - now.effectiveRent())),
        now.terms(),
        now.deposit(),
        notes);
  }

  private static SpaceStatus status(PortalCall call, Letting now, List<String> mistakes) {
    if (!call.has(STATUS)) {
      return now.status();
    }
    Optional<SpaceStatus> status = SpaceStatus.of(call.param(STATUS));
    if (status.isEmpty()) {
      mistakes.add("Choose one of the unit statuses.");
    }
    return status.orElse(now.status());
  }

  private static long marketRent(PortalCall call, Letting now, List<String> mistakes) {
    if (!call.has(MARKET_RENT)) {
      return now.marketRent();
    }
    long cents = UsText.parseMoney(call.param(MARKET_RENT)).orElse(0L);
    if (cents < 1 || cents > HIGHEST_RENT) {
      mistakes.add(
          "Market rent must be an amount from $0.01 to " + UsText.money(HIGHEST_RENT) + ".");
    }
    return cents;
  }

  private static LocalDate availableOn(PortalCall call, Letting now, List<String> mistakes) {
    if (!call.has(AVAILABLE_ON)) {
      return now.availableOn();
    }
    String text = call.param(AVAILABLE_ON);
    Optional<LocalDate> date = UsText.parseDate(text);
    if (date.isEmpty() && !text.isEmpty()) {
      mistakes.add("Available On must be a date in the form MM/DD/YYYY.");
    }
    return date.orElse(null);
  }

  private static void checkTogether(
      SpaceStatus status, LocalDate availableOn, List<String> mistakes) {
    boolean occupied = status == SpaceStatus.OCCUPIED_NO_NOTICE;
    if (occupied && availableOn != null) {
      mistakes.add("A unit that is Occupied No Notice has no Available On date.");
    }
    if (!occupied && availableOn == null) {
      mistakes.add("A unit that is " + status.text + " needs an Available On date.");
    }
  }

  private static Reply refused(List<String> mistakes) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("status", "error");
    mistakes.forEach(answer.putArray("messages")::add);
    answer.putNull("data");
    return Reply.json(200, answer.toString());
  }
}
