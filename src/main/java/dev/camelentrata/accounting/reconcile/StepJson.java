package dev.camelentrata.accounting.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.camelentrata.accounting.reconcile.StepResult.Sides;
import dev.camelentrata.accounting.reconcile.StepResult.State;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The results of steps as they are stored. */
final class StepJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private StepJson() {}

  static String write(List<StepResult> steps) {
    ArrayNode array = JSON.createArrayNode();
    for (StepResult step : steps) {
      ObjectNode object = array.addObject();
      object.put("step", step.step().slug());
      object.put("connection", step.connectionId());
      object.put("state", step.state().name());
      object.put("reason", step.reason());
      object.put("variances", step.variances());
      ObjectNode properties = object.putObject("properties");
      step.properties()
          .forEach(
              (property, sides) ->
                  properties
                      .putArray(property)
                      .add(sides.expected().count())
                      .add(sides.expected().amount().toPlainString())
                      .add(sides.found().count())
                      .add(sides.found().amount().toPlainString()));
    }
    return array.toString();
  }

  static List<StepResult> read(String text) {
    try {
      List<StepResult> steps = new ArrayList<>();
      for (JsonNode object : JSON.readTree(text)) {
        SortedMap<String, Sides> properties = new TreeMap<>();
        object
            .path("properties")
            .properties()
            .forEach(each -> properties.put(each.getKey(), sides(each.getValue())));
        steps.add(
            new StepResult(
                ReconcileStep.ofSlug(object.path("step").asText()),
                object.path("connection").textValue(),
                State.valueOf(object.path("state").asText()),
                object.path("reason").textValue(),
                object.path("variances").asInt(),
                properties));
      }
      return steps;
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Sides sides(JsonNode row) {
    return new Sides(
        new Figure(row.get(0).asLong(), new BigDecimal(row.get(1).asText())),
        new Figure(row.get(2).asLong(), new BigDecimal(row.get(3).asText())));
  }
}
