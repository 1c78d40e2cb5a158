package dev.camelentrata.portal.write;

import dev.camelentrata.portal.PortalOutcome;
import dev.camelentrata.portal.drift.DriftSite;
import dev.camelentrata.portal.map.PortalMap;
import dev.camelentrata.portal.map.WriteFlow;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The dialog of one write, made ready. Immutable. */
final class WritePlan {

  private final PortalMap map;
  private final WriteFlow flow;
  private final ValueText text;
  private final PlacePlan rejected;
  private final PlacePlan id;
  private final PlacePlan confirmation;
  private final FieldNames fields;
  private final List<StepPlan> steps;

  WritePlan(PortalMap map, WriteFlow flow) {
    this.map = map;
    this.flow = flow;
    this.text = new ValueText(map);
    this.rejected = new PlacePlan(flow.rejected());
    this.id = flow.id() == null ? null : new PlacePlan(flow.id());
    this.confirmation = flow.confirmation() == null ? null : new PlacePlan(flow.confirmation());
    this.fields = new FieldNames(flow);
    this.steps = flow.steps().stream().map(StepPlan::new).toList();
  }

  PortalMap map() {
    return map;
  }

  WriteFlow flow() {
    return flow;
  }

  ValueText text() {
    return text;
  }

  List<StepPlan> steps() {
    return steps;
  }

  /** Where a step stands in the map. */
  DriftSite site(StepPlan step) {
    return site().below("steps." + step.name());
  }

  private DriftSite site() {
    return new DriftSite(
        flow.source(), flow.operation(), "writes." + flow.operation(), flow.screen(), null);
  }

  /**
   * What the portal refuses; empty if it refuses nothing.
   *
   * @param index the element of a list that was sent; null if none was
   */
  List<PortalOutcome.Refusal> refusals(Document answer, Integer index) {
    List<PortalOutcome.Refusal> refusals = new ArrayList<>();
    for (Element element : answer.select(rejected.select())) {
      String words = element.text().strip();
      if (!words.isEmpty()) {
        String portal = rejected.attribute() == null ? "" : rejected.of(element);
        String ours = portal.isEmpty() ? null : fields.of(portal, index);
        refusals.add(new PortalOutcome.Refusal(ours, words));
      }
    }
    return refusals.stream().distinct().toList();
  }

  /** What the last answer shows; {@code portal-drift} if it does not show what the map says. */
  PortalOutcome.Completed completed(Document answer) {
    return new PortalOutcome.Completed(
        result(id, "id", answer), result(confirmation, "confirmation", answer));
  }

  private String result(PlacePlan place, String part, Document answer) {
    if (place == null) {
      return null;
    }
    String value = place.in(answer);
    if (value == null || value.isEmpty()) {
      throw site().drift("result." + part, "there is no " + place + ", or it is empty");
    }
    return value;
  }
}
