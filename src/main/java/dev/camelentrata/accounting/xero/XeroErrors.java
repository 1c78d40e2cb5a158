package dev.camelentrata.accounting.xero;

import com.fasterxml.jackson.databind.JsonNode;
import dev.camelentrata.accounting.system.SendOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Why Xero will not have a document, in its own words. */
final class XeroErrors {

  private static final Pattern LOCKED =
      Pattern.compile("lock date|locked (period|until)|period is locked", Pattern.CASE_INSENSITIVE);

  private static final int KEPT = 300;

  private XeroErrors() {}

  /** What Xero says against a document; null if nothing. */
  static String words(JsonNode document) {
    List<String> messages = new ArrayList<>();
    document
        .path("ValidationErrors")
        .forEach(error -> messages.add(error.path("Message").asText("")));
    return messages.isEmpty() ? null : clean(String.join("; ", messages));
  }

  static SendOutcome outcome(String words) {
    String told = "Xero: " + words;
    return LOCKED.matcher(words).find()
        ? SendOutcome.periodClosed(told)
        : SendOutcome.refused(told);
  }

  /** The words of an answer that refuses the whole call. */
  static String ofCall(JsonNode answer) {
    String words = answer.path("Message").asText(answer.path("Detail").asText("no reason given"));
    for (JsonNode element : answer.path("Elements")) {
      String own = words(element);
      if (own != null) {
        return clean(words + ": " + own);
      }
    }
    return clean(words);
  }

  private static String clean(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() <= KEPT ? line : line.substring(0, KEPT) + "…";
  }
}
