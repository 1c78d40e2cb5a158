package dev.camelentrata.portal.write;

import dev.camelentrata.portal.map.Placeholders;
import dev.camelentrata.portal.map.PortalMap;
import dev.camelentrata.portal.map.WriteFlow;
import dev.camelentrata.portal.replay.FormCall;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** A step of a write with its selectors made ready. Immutable. */
final class StepPlan {

  private final WriteFlow.Step step;
  private final Evaluator expect;
  private final Map<String, PlacePlan> keep = new LinkedHashMap<>();

  StepPlan(WriteFlow.Step step) {
    this.step = step;
    this.expect = QueryParser.parse(step.expect());
    step.keep().forEach((name, place) -> keep.put(name, new PlacePlan(place)));
  }

  String name() {
    return step.name();
  }

  boolean commits() {
    return step.commits();
  }

  /** The sign of a good answer. */
  Evaluator expect() {
    return expect;
  }

  /** The same as a person wrote it. */
  String expectation() {
    return step.expect();
  }

  Map<String, PlacePlan> keep() {
    return keep;
  }

  /** The calls' values: one for each element where the step has {@code each}. */
  List<StepValues> calls(StepValues values) {
    return step.each() == null ? List.of(values) : values.each(step.each());
  }

  /** The call with its values put in; a pair whose placeholder has no value is left out. */
  FormCall call(StepValues values) {
    PortalMap.Request request = step.request();
    List<FormCall.Pair> form = new ArrayList<>();
    fill(request.form(), values, form);
    step.lists()
        .forEach((list, pairs) -> values.each(list).forEach(each -> fill(pairs, each, form)));
    List<FormCall.Pair> query = new ArrayList<>();
    fill(request.query(), values, query);
    List<FormCall.Pair> headers = new ArrayList<>();
    request
        .headers()
        .forEach(
            (name, value) ->
                Placeholders.fillIfKnown(value, each -> encoded(values.text(each)))
                    .ifPresent(text -> headers.add(new FormCall.Pair(name, text))));
    return new FormCall(
        request.method(),
        path(request.path(), values),
        query,
        form,
        headers,
        step.file(),
        step.file() == null ? null : values.file(step.each()));
  }

  private static void fill(
      Map<String, String> pairs, StepValues values, List<FormCall.Pair> filled) {
    pairs.forEach(
        (name, value) ->
            Placeholders.fillIfKnown(name, values::text)
                .ifPresent(
                    known ->
                        Placeholders.fillIfKnown(value, values::text)
                            .ifPresent(text -> filled.add(new FormCall.Pair(known, text)))));
  }

  private String path(String path, StepValues values) {
    return Placeholders.fillIfKnown(path, each -> encoded(values.text(each)))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "a placeholder in the path " + path + " of step " + name() + " has no value"));
  }

  private static String encoded(String text) {
    return text == null ? null : URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
