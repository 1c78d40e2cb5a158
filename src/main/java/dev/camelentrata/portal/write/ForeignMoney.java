package dev.camelentrata.portal.write;

import dev.camelentrata.model.Money;
import dev.camelentrata.portal.PortalOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds amounts in another currency than the portal's, whose forms take bare numbers. */
final class ForeignMoney {

  private final String currency;

  ForeignMoney(String currency) {
    this.currency = currency;
  }

  /** One refusal for each such amount. */
  List<PortalOutcome.Refusal> in(Map<String, Object> values) {
    List<PortalOutcome.Refusal> found = new ArrayList<>();
    values.forEach((name, value) -> find(name, value, found));
    return found;
  }

  private void find(String at, Object value, List<PortalOutcome.Refusal> found) {
    if (value instanceof Money money && !money.currency().equals(currency)) {
      found.add(
          new PortalOutcome.Refusal(
              at, "must be in " + currency + ", the currency of this portal"));
    } else if (value instanceof Map<?, ?> map) {
      map.forEach((name, inner) -> find(at + "." + name, inner, found));
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        find(at + "." + i, list.get(i), found);
      }
    }
  }
}
