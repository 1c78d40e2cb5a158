package dev.camelentrata.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Step: reads {@code limit} and {@code cursor} of a list and checks the cursor's signature. */
final class ReadPage implements Processor {

  private final Cursors cursors;

  ReadPage(Cursors cursors) {
    this.cursors = cursors;
  }

  @Override
  public void process(Exchange exchange) {
    Call call = Call.of(exchange);
    call.page(read(call));
  }

  PageRequest read(Call call) {
    int limit = call.parameters().integer("limit").orElse(PageRequest.DEFAULT);
    if (limit < PageRequest.SMALLEST || limit > PageRequest.LARGEST) {
      throw ApiException.invalid(List.of(FieldError.inParameter("limit", "must be from 1 to 500")));
    }
    String filters = fingerprint(call);
    List<String> after =
        call.parameters().text("cursor").map(c -> cursors.read(c, filters)).orElse(List.of());
    return new PageRequest(limit, after, filters);
  }

  private static String fingerprint(Call call) {
    TreeMap<String, Object> filters = new TreeMap<>(call.parameters().values());
    filters.remove("limit");
    filters.remove("cursor");
    String text = call.request().operation().id() + " " + call.request().path() + " " + filters;
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 9));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is missing from this Java", e);
    }
  }
}
