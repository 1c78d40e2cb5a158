package dev.camelentrata.sandbox.books;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Makes, changes and deletes objects. For one thread only. */
final class QuickBooksWriting {

  private final QuickBooksBooks books;

  QuickBooksWriting(QuickBooksBooks books) {
    this.books = books;
  }

  /**
   * Carries out one write, and gives the object as it stands then.
   *
   * @param operation create, update or delete; what has an id is updated
   * @throws QuickBooksFault saying what is wrong
   */
  ObjectNode write(QuickBooksKind kind, String operation, JsonNode body) {
    if (!(body instanceof ObjectNode)) {
      throw QuickBooksFault.malformed("Send a " + kind.word);
    }
    ObjectNode sent = body.deepCopy();
    boolean known = sent.hasNonNull("Id");
    return switch (operation) {
      case "create", "update", "" -> known ? update(kind, sent) : create(kind, sent);
      case "delete" -> delete(kind, sent);
      default -> throw QuickBooksFault.unsupported(operation);
    };
  }

  private ObjectNode create(QuickBooksKind kind, ObjectNode sent) {
    kind.rules.check(sent, books);
    return keep(kind, sent, Long.toString(books.organisation.nextId()), 0);
  }

  /** Keeps an object as it is, unchecked. */
  ObjectNode keep(QuickBooksKind kind, ObjectNode checked, String id, int version) {
    String now = QuickBooksFault.time(books.clock);
    ObjectNode before = books.organisation.documents(kind.word).get(id);
    checked.put("domain", "QBO").put("sparse", false).put("Id", id);
    checked.put("SyncToken", Integer.toString(version));
    checked
        .putObject("MetaData")
        .put(
            "CreateTime",
            before == null ? now : before.path("MetaData").path("CreateTime").asText())
        .put("LastUpdatedTime", now);
    if (kind.transaction()) {
      checked.putObject("CurrencyRef").put("value", "USD").put("name", "United States Dollar");
    }
    books.organisation.documents(kind.word).put(id, checked);
    if (before == null) {
      kind.rules.made(checked, books);
    }
    return checked;
  }

  private ObjectNode update(QuickBooksKind kind, ObjectNode sent) {
    ObjectNode before = current(kind, sent);
    ObjectNode merged = sent;
    if (sent.path("sparse").asBoolean(false)) {
      merged = before.deepCopy();
      merged.setAll(sent);
    }
    kind.rules.check(merged, books);
    int version = Integer.parseInt(before.path("SyncToken").asText());
    return keep(kind, merged, before.path("Id").asText(), version + 1);
  }

  private ObjectNode delete(QuickBooksKind kind, ObjectNode sent) {
    ObjectNode before = current(kind, sent);
    Map<String, ObjectNode> all = books.organisation.documents(kind.word);
    all.remove(before.path("Id").asText());
    return BooksJson.object()
        .put("domain", "QBO")
        .put("status", "Deleted")
        .put("Id", before.path("Id").asText());
  }

  private ObjectNode current(QuickBooksKind kind, ObjectNode sent) {
    String id = sent.path("Id").asText("");
    ObjectNode before = books.organisation.documents(kind.word).get(id);
    if (before == null) {
      throw QuickBooksFault.inactive();
    }
    if (!sent.path("SyncToken").asText("").equals(before.path("SyncToken").asText())) {
      throw QuickBooksFault.stale();
    }
    if (kind.transaction()) {
      books.checkOpen(before);
    }
    return before;
  }
}
