package dev.camelentrata.sandbox.books;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Makes and changes documents. For one thread only. */
final class XeroWriting {

  private static final String NO_ID = "00000000-0000-0000-0000-000000000000";

  private final XeroKind kind;
  private final XeroBooks books;

  XeroWriting(XeroKind kind, XeroBooks books) {
    this.kind = kind;
    this.books = books;
  }

  /** What came of each document, and how many were taken. */
  record Written(ArrayNode documents, int taken) {}

  /** Takes each document by itself, whatever becomes of the others. */
  Written each(List<ObjectNode> sent) {
    ArrayNode answers = BooksJson.object().arrayNode();
    int taken = 0;
    for (ObjectNode document : sent) {
      try {
        ObjectNode kept = keep(checked(document));
        answers.add(kept.deepCopy().put("StatusAttributeString", "OK"));
        taken++;
      } catch (XeroRefusal e) {
        answers.add(refused(document, e).put("StatusAttributeString", "ERROR"));
      }
    }
    return new Written(answers, taken);
  }

  /** Takes all documents or none; what is wrong stands with the documents that are refused. */
  Written all(List<ObjectNode> sent) {
    ArrayNode refused = BooksJson.object().arrayNode();
    List<ObjectNode> good = new ArrayList<>();
    for (ObjectNode document : sent) {
      try {
        good.add(checked(document));
      } catch (XeroRefusal e) {
        refused.add(refused(document, e));
      }
    }
    if (!refused.isEmpty()) {
      return new Written(refused, 0);
    }
    ArrayNode answers = BooksJson.object().arrayNode();
    good.forEach(document -> answers.add(keep(document)));
    return new Written(answers, good.size());
  }

  private ObjectNode refused(ObjectNode document, XeroRefusal refusal) {
    ObjectNode answer = document.deepCopy();
    if (!answer.has(kind.id)) {
      answer.put(kind.id, NO_ID);
    }
    ArrayNode errors = answer.putArray("ValidationErrors");
    refusal.messages.forEach(message -> errors.addObject().put("Message", message));
    return answer;
  }

  private ObjectNode checked(ObjectNode sent) {
    List<String> errors = new ArrayList<>();
    ObjectNode document = sent.deepCopy();
    if (sent.hasNonNull(kind.id)) {
      ObjectNode before = books.organisation.documents(kind.word).get(sent.path(kind.id).asText());
      if (before == null) {
        throw new XeroRefusal("The document with this id does not exist");
      }
      if (List.of("VOIDED", "DELETED").contains(before.path("Status").asText())) {
        throw new XeroRefusal("This document cannot be edited as it is void or deleted");
      }
      LocalDate day = XeroDates.day(before.path("Date").asText());
      books.checkOpen(day, errors);
      document = before.deepCopy();
      document.setAll(sent);
    }
    kind.rules.check(document, books, errors);
    if (!errors.isEmpty()) {
      throw new XeroRefusal(errors);
    }
    return document;
  }

  /** Keeps a document as it is. */
  ObjectNode keep(ObjectNode document) {
    boolean fresh = !document.hasNonNull(kind.id);
    if (fresh) {
      long number = books.organisation.nextId();
      document.put(kind.id, XeroBooks.uuid(books.organisation.id + " " + kind.word + " " + number));
    }
    document.put("UpdatedDateUTC", XeroDates.time(books.clock.instant()));
    books.organisation.documents(kind.word).put(document.path(kind.id).asText(), document);
    if (fresh) {
      kind.rules.made(document, books);
    }
    return document;
  }

  /** The documents of a body: a list under the kind's name, a list, or one alone. */
  List<ObjectNode> read(JsonNode body) {
    JsonNode list = body.has(kind.word) ? body.path(kind.word) : body;
    List<ObjectNode> documents = new ArrayList<>();
    if (list instanceof ObjectNode one) {
      documents.add(one);
    }
    if (list.isArray()) {
      for (JsonNode each : list) {
        if (each instanceof ObjectNode document) {
          documents.add(document);
        }
      }
    }
    return documents;
  }
}
