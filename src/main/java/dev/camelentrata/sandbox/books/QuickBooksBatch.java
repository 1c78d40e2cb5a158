package dev.camelentrata.sandbox.books;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;

/** Many writes and queries in one call, one after the other; each has its own answer. */
final class QuickBooksBatch {

  private static final int MOST = 30;
  private static final int LONGEST_REQUEST_ID = 36;
  private static final int LONGEST_ITEM_ID = 10;

  private final StandIn stand;
  private final QuickBooks quickbooks;
  private final QuickBooksBooks books;

  QuickBooksBatch(StandIn stand, QuickBooks quickbooks, QuickBooksBooks books) {
    this.stand = stand;
    this.quickbooks = quickbooks;
    this.books = books;
  }

  BooksAnswer answer(BooksCall call, JsonNode body) {
    JsonNode items = body.path("BatchItemRequest");
    String requestId = call.query("requestid");
    if (items.isEmpty()) {
      throw QuickBooksFault.missing("BatchItemRequest");
    }
    if (items.size() > MOST) {
      throw QuickBooksFault.malformed("A batch has at most " + MOST + " items");
    }
    if (requestId.length() > LONGEST_REQUEST_ID) {
      throw QuickBooksFault.malformed("requestid of a batch is longer than 36 characters");
    }
    checkIds(items);
    ObjectNode answer = BooksJson.object();
    ArrayNode answers = answer.putArray("BatchItemResponse");
    for (JsonNode item : items) {
      String id = item.path("bId").asText();
      ObjectNode one;
      try {
        one = item(item, requestId.isEmpty() ? "" : requestId + "-" + id);
      } catch (QuickBooksFault e) {
        one = BooksJson.object();
        one.set("Fault", e.fault());
      }
      answers.add(one.put("bId", id));
    }
    return BooksAnswer.json(200, answer.put("time", QuickBooksFault.time(stand.clock)));
  }

  private static void checkIds(JsonNode items) {
    Set<String> ids = new HashSet<>();
    for (JsonNode item : items) {
      String id = item.path("bId").asText("");
      if (id.isEmpty()) {
        throw QuickBooksFault.missing("bId");
      }
      if (id.length() > LONGEST_ITEM_ID || !ids.add(id)) {
        throw QuickBooksFault.malformed("bId has up to 10 characters and is used once: " + id);
      }
    }
  }

  private ObjectNode item(JsonNode item, String requestId) {
    if (item.has("Query")) {
      ObjectNode answer = BooksJson.object();
      answer.set(
          "QueryResponse", quickbooks.query(item.path("Query").asText(), books.organisation));
      return answer;
    }
    for (QuickBooksKind kind : QuickBooksKind.values()) {
      if (item.has(kind.word)) {
        return write(kind, item, requestId);
      }
    }
    throw QuickBooksFault.unsupported("without an entity");
  }

  private ObjectNode write(QuickBooksKind kind, JsonNode item, String requestId) {
    BooksAnswer made =
        quickbooks.first(
            books.organisation,
            requestId,
            () -> {
              ObjectNode answer = BooksJson.object();
              answer.set(
                  kind.word,
                  new QuickBooksWriting(books)
                      .write(kind, item.path("operation").asText(), item.path(kind.word)));
              return BooksAnswer.json(200, answer);
            });
    try {
      return (ObjectNode) BooksJson.read(made.body());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
