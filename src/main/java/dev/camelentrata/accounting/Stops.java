package dev.camelentrata.accounting;

import java.util.List;

/**
 * Is told of properties of which something cannot be posted, within the transaction that notes it.
 */
public interface Stops {

  /**
   * Some journals of a property are stopped, more or others than before.
   *
   * @param journals how many
   * @param reasons why, each once and not more than a few; each says what to do
   */
  void stopped(String company, String propertyId, int journals, List<String> reasons);

  /** Nothing of the property is stopped any longer. */
  void resumed(String company, String propertyId);
}
