package dev.camelentrata.sandbox;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The control calls for faults. */
final class ControlFaults {

  private static final Set<String> FIELDS =
      Arrays.stream(FaultOrder.class.getRecordComponents())
          .map(component -> component.getName())
          .collect(Collectors.toUnmodifiableSet());

  private final Faults faults;
  private final ObjectMapper json;

  ControlFaults(Faults faults, ObjectMapper json) {
    this.faults = faults;
    this.json = json;
  }

  /** A fault as it is shown. */
  record Shown(int id, int hits, boolean spent, @JsonUnwrapped FaultOrder order) {
    static Shown of(Fault fault) {
      return new Shown(fault.id, fault.hits(), fault.spent(), fault.order);
    }
  }

  List<Shown> list() {
    return faults.all().stream().map(Shown::of).toList();
  }

  Shown add(JsonNode sent) throws JsonProcessingException {
    ControlApi.only(sent, FIELDS);
    try {
      return Shown.of(faults.add(json.treeToValue(sent, FaultOrder.class)));
    } catch (JsonMappingException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        throw refused;
      }
      throw e;
    }
  }

  /** Takes away one fault, or all if id is null or empty; false if there is none of this id. */
  boolean delete(String id) {
    if (id == null || id.isEmpty()) {
      faults.clear();
      return true;
    }
    return id.matches("\\d{1,9}") && faults.remove(Integer.parseInt(id));
  }
}
