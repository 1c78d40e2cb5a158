package dev.camelentrata.write;

import java.util.List;

/** A rule that more than one field takes part in. */
public sealed interface WriteRule {

  /** One of these fields is given and the others are not. */
  record ExactlyOneOf(List<String> fields) implements WriteRule {
    public ExactlyOneOf {
      fields = List.copyOf(fields);
    }
  }

  /** One of these fields is given, or more. */
  record AtLeastOneOf(List<String> fields) implements WriteRule {
    public AtLeastOneOf {
      fields = List.copyOf(fields);
    }
  }

  /** Exactly one element of the list has this value in this field. */
  record ExactlyOneElement(String list, String field, String value) implements WriteRule {}
}
