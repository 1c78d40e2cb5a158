package dev.camelentrata.component;

import dev.camelentrata.model.Floorplan;
import dev.camelentrata.model.Property;
import dev.camelentrata.model.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The verbs of the component: what stands after {@code entrata:} in an endpoint URI. */
public enum EntrataOperation {
  LIST_PROPERTIES(
      "listProperties", Property.class, true, "The properties that the portal user may see."),
  GET_PROPERTY(
      "getProperty",
      Property.class,
      false,
      "One property with its profile.",
      EntrataParameter.PROPERTY_ID),
  LIST_UNITS(
      "listUnits",
      Unit.class,
      true,
      "The units of a property with availability and rents.",
      EntrataParameter.PROPERTY_ID),
  GET_UNIT("getUnit", Unit.class, false, "One unit.", EntrataParameter.UNIT_ID),
  LIST_FLOORPLANS(
      "listFloorplans",
      Floorplan.class,
      true,
      "The floorplans of a property with their rent ranges.",
      EntrataParameter.PROPERTY_ID);

  private final String operationName;
  private final Class<?> itemType;
  private final boolean list;
  private final String description;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<EntrataParameter> parameters;

  EntrataOperation(
      String operationName,
      Class<?> itemType,
      boolean list,
      String description,
      EntrataParameter... parameters) {
    this.operationName = operationName;
    this.itemType = itemType;
    this.list = list;
    this.description = description;
    this.parameters = List.of(parameters);
  }

  /** The name in URIs, portal maps and the REST API, for example {@code listUnits}. */
  public String operationName() {
    return operationName;
  }

  /** The class of what is read: of the list's elements, or of the single value. */
  public Class<?> itemType() {
    return itemType;
  }

  /** Whether the body becomes a list; else it becomes one value. */
  public boolean list() {
    return list;
  }

  /** What is read, in one sentence. */
  public String description() {
    return description;
  }

  /** What must be known before the portal can be asked; each of them is required. */
  List<EntrataParameter> parameters() {
    return parameters;
  }

  boolean takes(EntrataParameter parameter) {
    return parameters.contains(parameter);
  }

  /**
   * The operation of this name.
   *
   * @throws IllegalArgumentException with the list of known names if there is none
   */
  public static EntrataOperation ofName(String name) {
    return Arrays.stream(values())
        .filter(operation -> operation.operationName.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Unknown operation '"
                        + name
                        + "': after entrata: stands one of "
                        + Arrays.stream(values())
                            .map(EntrataOperation::operationName)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  @Override
  public String toString() {
    return operationName;
  }
}
