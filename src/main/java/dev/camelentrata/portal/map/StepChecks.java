package dev.camelentrata.portal.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** Checks the steps of one write. */
final class StepChecks {

  /** What may be said of a file besides sending it. */
  private static final Set<String> OF_A_FILE = Set.of("name", "mediaType", "length");

  private final WriteNames names;
  private final MapFaults faults;
  private final SelectorChecks selectors;
  private final RequestChecks requests;
  private final Set<String> kept = new HashSet<>();

  /**
   * @param names null if they are not known
   */
  StepChecks(WriteNames names, MapFaults faults, SelectorChecks selectors) {
    this.names = names;
    this.faults = faults;
    this.selectors = selectors;
    this.requests = new RequestChecks(faults);
  }

  void check(JsonNode steps, String at) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < steps.size(); i++) {
      JsonNode step = steps.get(i);
      String path = FieldPath.of(at, i);
      if (step.hasNonNull("name") && !seen.add(step.get("name").asText())) {
        faults.add(path + ".name", "another step has this name; give each a name of its own");
      }
      checkCommits(step, i == steps.size() - 1, path);
      checkStep(step, path);
      step.path("keep").fieldNames().forEachRemaining(kept::add);
    }
    if (steps.isArray() && !steps.isEmpty() && !steps.toString().contains("{reference}")) {
      faults.add(
          at, "no step sends {reference}; put it into a field that the portal can be searched for");
    }
  }

  private void checkCommits(JsonNode step, boolean last, String at) {
    boolean commits = step.path("commits").asBoolean();
    if (last && !commits) {
      faults.add(
          at, "the last step has to be the one that commits: add commits: true, or the step");
    }
    if (commits && !last) {
      faults.add(at + ".commits", "only the last step may commit; move it there");
    }
    if (commits && step.has("each")) {
      faults.add(at + ".each", "the step that commits is taken once; leave each out");
    }
    if (commits && step.has("keep")) {
      faults.add(at + ".keep", "no step follows that could use it; leave it out");
    }
  }

  private void checkStep(JsonNode step, String at) {
    JsonNode request = step.path("request");
    Set<String> known = outside();
    JsonNode each = step.path("each");
    if (each.isTextual() && isList(each.asText(), at + ".each")) {
      known.addAll(within(each.asText()));
    }
    checkAll(request, at + ".request", known);
    JsonNode lists = request.path("lists");
    lists
        .properties()
        .forEach(
            list -> {
              String path = FieldPath.of(at + ".request.lists", list.getKey());
              if (isList(list.getKey(), path)) {
                Set<String> more = outside();
                more.addAll(within(list.getKey()));
                if (names != null) {
                  requests.checkPairs(list.getValue(), path, more);
                }
              }
            });
    boolean post = request.path("method").asText().equals("POST");
    if (lists.isObject() && !post) {
      faults.add(at + ".request.lists", "goes with method POST only");
    }
    if (step.has("file")) {
      checkFile(each, post, at);
    }
    selectors.check(step.path("expect"), at + ".expect");
    step.path("keep")
        .properties()
        .forEach(
            keep ->
                selectors.check(
                    keep.getValue().path("select"),
                    FieldPath.of(at + ".keep", keep.getKey()) + ".select"));
  }

  private void checkAll(JsonNode request, String at, Set<String> known) {
    if (names != null) {
      requests.check(request, at, known);
    } else {
      Set<String> all = new HashSet<>(known);
      Placeholders.each(request.toString(), name -> addUnlessKept(all, name));
      requests.check(request, at, all);
    }
  }

  /** Without the catalogue only what earlier steps kept can be known. */
  private static void addUnlessKept(Set<String> all, String name) {
    if (!name.startsWith("kept.")) {
      all.add(name);
    }
  }

  private void checkFile(JsonNode each, boolean post, String at) {
    boolean files =
        each.isTextual()
            && (names == null || names.lists().getOrDefault(each.asText(), OF_A_FILE).isEmpty());
    if (!files) {
      faults.add(at + ".file", "needs each beside it, with a list of files such as attachments");
    }
    if (!post) {
      faults.add(at + ".file", "goes with method POST only");
    }
  }

  private boolean isList(String name, String at) {
    if (names == null || names.lists().containsKey(name)) {
      return true;
    }
    faults.add(
        at,
        "the write has no list '"
            + name
            + "'"
            + Spelling.closest(name, names.lists().keySet())
                .map(meant -> "; did you mean " + meant + "?")
                .orElse("")
            + "; allowed here: "
            + (names.lists().isEmpty()
                ? "none"
                : String.join(", ", new TreeSet<>(names.lists().keySet()))));
    return false;
  }

  private Set<String> outside() {
    Set<String> known = new HashSet<>(names == null ? Set.of() : names.values());
    known.add("reference");
    kept.forEach(name -> known.add("kept." + name));
    return known;
  }

  private Set<String> within(String list) {
    Set<String> known = new HashSet<>(Set.of("index"));
    Set<String> inner = names == null ? Set.of() : names.lists().get(list);
    (inner.isEmpty() ? OF_A_FILE : inner).forEach(name -> known.add("item." + name));
    return known;
  }

  /** What a refusal of the portal can be about. */
  Set<String> knownFields() {
    Set<String> known = new TreeSet<>(names.values());
    names
        .lists()
        .forEach(
            (list, inner) -> {
              known.add(list);
              inner.forEach(name -> known.add(list + "." + name));
            });
    return known;
  }
}
