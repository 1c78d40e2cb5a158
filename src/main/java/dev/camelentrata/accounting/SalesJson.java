package dev.camelentrata.accounting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.camelentrata.model.LedgerTransaction.Allocation;
import dev.camelentrata.model.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an entry is sent as, as the journal keeps it. */
public final class SalesJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private SalesJson() {}

  /** The same text for the same content. */
  static String write(SalesDocument document) {
    ObjectNode json = JSON.createObjectNode();
    json.put("kind", document.kind().name().toLowerCase(Locale.ROOT));
    json.put("lease", document.leaseId());
    ArrayNode pays = json.putArray("pays");
    document
        .pays()
        .forEach(
            each ->
                pays.addObject()
                    .put("transaction", each.transactionId())
                    .put("amount", each.amount().amount().toPlainString())
                    .put("currency", each.amount().currency()));
    return json.toString();
  }

  /** Null for null. */
  public static SalesDocument read(String text) {
    if (text == null) {
      return null;
    }
    try {
      JsonNode json = JSON.readTree(text);
      List<Allocation> pays = new ArrayList<>();
      json.path("pays")
          .forEach(
              each ->
                  pays.add(
                      new Allocation(
                          each.path("transaction").asText(),
                          Money.of(each.path("amount").asText(), each.path("currency").asText()))));
      return new SalesDocument(
          SalesDocument.Kind.valueOf(json.path("kind").asText().toUpperCase(Locale.ROOT)),
          json.path("lease").asText(),
          pays);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the journal holds no JSON", e);
    }
  }
}
