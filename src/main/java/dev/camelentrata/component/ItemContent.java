package dev.camelentrata.component;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What an item of the model says, apart from when it was read: two reads of an unchanged item are
 * equal.
 *
 * @param values the record's components but {@code asOf}; numbers without trailing zeros
 */
record ItemContent(String id, List<Object> values) {

  private static final String ID = "id";
  private static final String AS_OF = "asOf";

  static ItemContent of(Object item) {
    String id = null;
    List<Object> values = new ArrayList<>();
    for (RecordComponent component : components(item)) {
      Object value = value(component, item);
      if (component.getName().equals(ID)) {
        id = String.valueOf(value);
      } else if (!component.getName().equals(AS_OF)) {
        values.add(value instanceof BigDecimal number ? number.stripTrailingZeros() : value);
      }
    }
    return new ItemContent(id, values);
  }

  private static RecordComponent[] components(Object item) {
    if (!item.getClass().isRecord()) {
      throw new IllegalArgumentException(
          item.getClass().getName() + " is not a value of the model");
    }
    return item.getClass().getRecordComponents();
  }

  private static Object value(RecordComponent component, Object item) {
    try {
      return component.getAccessor().invoke(item);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }
}
