package dev.camelentrata.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.camelentrata.mirror.MirrorQuery;
import dev.camelentrata.mirror.MirrorScope;
import dev.camelentrata.mirror.StoredItem;
import dev.camelentrata.resource.Resource;
import dev.camelentrata.security.ShortMemory;
import dev.camelentrata.write.WriteField;
import dev.camelentrata.write.WriteType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Checks, before the portal is touched, that the ids and words of a request are those of its
 * property.
 */
final class WriteReferences {

  private static final int MOST_WORDS = 500;
  private static final Duration MOMENT = Duration.ofSeconds(1);

  private final ApiSources sources;
  private final ObjectMapper json;

  /** A property's words hardly ever change; the portal has the last word on them anyway. */
  private final ShortMemory<String, Map<String, List<String>>> remembered;

  WriteReferences(ApiSources sources, ObjectMapper json, Clock clock) {
    this.sources = sources;
    this.json = json;
    this.remembered = new ShortMemory<>(MOMENT, clock);
  }

  /** Everything that does not exist in the property. */
  List<FieldError> check(Call call, WriteRequest request) {
    List<FieldError> errors = new ArrayList<>();
    new Check(call, request, errors).fields(request.write().fields(), request.body(), "");
    return errors;
  }

  private final class Check {
    private final Call call;
    private final String propertyId;
    private final List<FieldError> errors;
    private Map<String, List<String>> words;
    private Optional<String> currency;

    Check(Call call, WriteRequest request, List<FieldError> errors) {
      this.call = call;
      this.propertyId = request.propertyId();
      this.errors = errors;
    }

    void fields(List<WriteField> fields, JsonNode object, String at) {
      for (WriteField field : fields) {
        JsonNode value = object.path(field.name());
        String pointer = at + "/" + field.name();
        if (value.isArray()) {
          for (int i = 0; i < value.size(); i++) {
            fields(field.fields(), value.get(i), pointer + "/" + i);
          }
        } else if (field.type() == WriteType.MONEY) {
          money(value, pointer);
        } else if (value.isObject()) {
          fields(field.fields(), value, pointer);
        } else if (value.isTextual() && field.refers() != null) {
          reference(sources.catalog().named(field.refers()), value.textValue(), pointer);
        } else if (value.isTextual() && field.picklist() != null && propertyId != null) {
          word(field.picklist(), value.textValue(), pointer);
        }
      }
    }

    /**
     * Portals take bare numbers: an amount in another currency would be booked as if it were in
     * theirs.
     */
    private void money(JsonNode value, String pointer) {
      String given = value.path("currency").asText("");
      if (given.isEmpty()) {
        return;
      }
      if (currency == null) {
        currency = booksCurrency();
      }
      currency
          .filter(books -> !books.equals(given))
          .ifPresent(
              books ->
                  errors.add(
                      FieldError.inBody(
                          pointer + "/currency",
                          "must be " + books + ", the currency of the company's books")));
    }

    private Optional<String> booksCurrency() {
      Resource companies = sources.catalog().named("companies");
      if (!call.viewer().sees(companies)) {
        return Optional.empty();
      }
      return sources
          .mirror()
          .list(call.viewer(), companies, MirrorQuery.all(null, 1))
          .items()
          .stream()
          .map(WriteReferences.this::data)
          .filter(company -> company.hasNonNull("currency"))
          .map(company -> company.get("currency").asText())
          .findFirst();
    }

    private void reference(Resource resource, String id, String pointer) {
      boolean known =
          find(resource, id)
              .filter(item -> item.removedAt() == null)
              .filter(
                  item -> !resource.perProperty() || Objects.equals(item.propertyId(), propertyId))
              .isPresent();
      if (!known) {
        errors.add(
            FieldError.inBody(
                pointer,
                resource.perProperty()
                    ? "is no " + resource.noun() + " of property " + propertyId
                    : "is no " + resource.noun() + " of the company"));
      }
    }

    private Optional<StoredItem> find(Resource resource, String id) {
      if (!call.viewer().sees(resource)) {
        return Optional.empty();
      }
      Optional<StoredItem> found = sources.mirror().find(call.viewer(), resource, id);
      if (found.isEmpty() && readFirst(resource)) {
        found = sources.mirror().find(call.viewer(), resource, id);
      }
      return found;
    }

    private void word(String kind, String word, String pointer) {
      Resource picklists = sources.catalog().named("picklists");
      if (words == null) {
        words =
            remembered
                .get(
                    call.viewer().company() + " " + propertyId,
                    key -> {
                      readFirst(picklists);
                      return Optional.of(words(picklists));
                    })
                .orElseThrow();
      }
      List<String> offered = words.getOrDefault(kind, List.of());
      if (!offered.contains(word)) {
        errors.add(
            FieldError.inBody(
                pointer,
                offered.isEmpty()
                    ? "is not offered by property " + propertyId
                    : "must be one of " + String.join(", ", offered)));
      }
    }

    /** Reads a scope that was never read; gives whether it did. */
    private boolean readFirst(Resource resource) {
      MirrorScope scope =
          new MirrorScope(
              call.viewer().company(), resource, resource.perProperty() ? propertyId : null);
      if (sources.mirror().asOf(scope).isPresent()) {
        return false;
      }
      sources.refresh().refresh(scope, call.session().id());
      return true;
    }

    private Map<String, List<String>> words(Resource picklists) {
      Map<String, List<String>> found = new HashMap<>();
      sources
          .mirror()
          .list(call.viewer(), picklists, MirrorQuery.all(propertyId, MOST_WORDS))
          .items()
          .forEach(
              item -> {
                JsonNode entry = data(item);
                found
                    .computeIfAbsent(entry.path("kind").asText(), kind -> new ArrayList<>())
                    .add(entry.path("name").asText());
              });
      return found;
    }
  }

  private JsonNode data(StoredItem item) {
    try {
      return json.readTree(item.data());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
