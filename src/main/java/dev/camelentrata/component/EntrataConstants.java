package dev.camelentrata.component;

import org.apache.camel.spi.Metadata;

/** The names of the component's message headers. */
public final class EntrataConstants {

  @Metadata(
      label = "producer",
      description =
          "The id of an open portal session to use. Without it the endpoint's account is used.",
      javaType = "String")
  public static final String SESSION = "CamelEntrataSession";

  @Metadata(
      description =
          "The property to read or write; wins over the header propertyId and the option propertyId. A"
              + " consumer sets it to the property whose item changed.",
      javaType = "String")
  public static final String PROPERTY_ID = "CamelEntrataPropertyId";

  @Metadata(
      label = "producer",
      description = "The unit to read; wins over the header unitId and the option unitId.",
      javaType = "String")
  public static final String UNIT_ID = "CamelEntrataUnitId";

  @Metadata(
      label = "producer",
      description =
          "The thing to read or write, for the other operations; wins over the option id.",
      javaType = "String")
  public static final String ID = "CamelEntrataId";

  @Metadata(
      label = "producer",
      description =
          "Gives what the portal itself sent for the item of an index, as a JSON object, or null.",
      javaType = "java.util.function.IntFunction")
  public static final String SOURCES = "CamelEntrataSources";

  @Metadata(
      label = "producer",
      description =
          "Lists only what was changed since this time, where the portal map says how (replay.since).",
      javaType = "String")
  public static final String SINCE = "CamelEntrataSince";

  @Metadata(
      label = "producer",
      description = "The one portal page to read, 0-based; wins over the option page.",
      javaType = "Integer")
  public static final String PAGE = "CamelEntrataPage";

  @Metadata(
      label = "producer",
      description =
          "By what a write can be found in the portal afterwards; unique for each write, wins over"
              + " the option reference.",
      javaType = "String")
  public static final String REFERENCE = "CamelEntrataReference";

  @Metadata(
      label = "producer",
      description =
          "Of findWrite: the write that is looked for, such as createLease; wins over the option"
              + " writeOperation.",
      javaType = "String")
  public static final String OPERATION = "CamelEntrataOperation";

  @Metadata(
      label = "producer",
      description =
          "Is told each step of a write before it is taken; may be an exchange property instead.",
      javaType = "dev.camelentrata.portal.PortalWrite.Progress")
  public static final String PROGRESS = "CamelEntrataProgress";

  @Metadata(
      label = "producer",
      description = "How a write ended.",
      javaType = "String",
      enums = "completed,rejected,uncertain")
  public static final String OUTCOME = "CamelEntrataOutcome";

  @Metadata(description = "When the portal was asked.", javaType = "java.time.Instant")
  public static final String AS_OF = "CamelEntrataAsOf";

  @Metadata(
      description = "How the rows were got: replay or browser. Read only; it steers nothing.",
      javaType = "String",
      enums = "replay,browser")
  public static final String STRATEGY = "CamelEntrataStrategy";

  @Metadata(
      label = "producer",
      description = "How many portal pages were read.",
      javaType = "Integer")
  public static final String PAGES = "CamelEntrataPages";

  @Metadata(label = "producer", description = "How many items were read.", javaType = "Integer")
  public static final String COUNT = "CamelEntrataCount";

  @Metadata(
      label = "consumer",
      description = "The type of an event of the mirror, for example unit.price_changed.",
      javaType = "String")
  public static final String EVENT_TYPE = "CamelEntrataEventType";

  @Metadata(
      label = "consumer",
      description = "What happened to the item since the last poll.",
      javaType = "String",
      enums = "added,changed,removed")
  public static final String CHANGE = "CamelEntrataChange";

  @Metadata(
      label = "consumer",
      description = "The item as the poll before saw it; absent for an item that was added.",
      javaType = "Object")
  public static final String PREVIOUS = "CamelEntrataPrevious";

  private EntrataConstants() {}
}
