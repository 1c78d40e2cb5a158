package dev.camelentrata.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Step: reads path and query parameters as the REST DSL declares them, and how fresh the answer
 * must be; refuses, all at once, what is unknown, given twice or of the wrong type.
 */
final class ReadParameters implements Processor {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  @Override
  public void process(Exchange exchange) {
    Call call = Call.of(exchange);
    List<FieldError> errors = new ArrayList<>();
    call.request().pathParameters().forEach((name, value) -> checkId(name, value, errors));
    Map<String, Object> values = read(call.request(), errors);
    try {
      call.cacheControl(CacheControl.read(call.request().cacheControl()));
    } catch (IllegalArgumentException e) {
      errors.add(FieldError.inHeader("Cache-Control", e.getMessage()));
    }
    if (!errors.isEmpty()) {
      throw ApiException.invalid(errors);
    }
    call.parameters(new Parameters(values));
  }

  private static void checkId(String name, String value, List<FieldError> errors) {
    if (!ID.matcher(value).matches()) {
      errors.add(
          FieldError.inParameter(name, "must be an id of letters, digits, hyphens, underscores"));
    }
  }

  private static Map<String, Object> read(ApiRequest request, List<FieldError> errors) {
    Map<String, Object> values = new HashMap<>();
    if (request.query() == null || request.query().isEmpty()) {
      return values;
    }
    for (String pair : request.query().split("&", -1)) {
      if (!pair.isEmpty()) {
        read(request.operation(), pair, values, errors);
      }
    }
    return values;
  }

  private static void read(
      ApiOperation operation, String pair, Map<String, Object> values, List<FieldError> errors) {
    String[] parts = pair.split("=", 2);
    String name = parts[0];
    try {
      name = URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
      String value = parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
      if (!StorableCharacters.in(name) || !StorableCharacters.in(value)) {
        throw new IllegalArgumentException(StorableCharacters.FAULT);
      }
      Optional<ApiParameter> declared = declared(operation, name);
      if (declared.isEmpty()) {
        errors.add(FieldError.inParameter(name, "is unknown; " + allowed(operation)));
      } else if (values.putIfAbsent(name, declared.get().read(value)) != null) {
        errors.add(FieldError.inParameter(name, "is given more than once"));
      }
    } catch (IllegalArgumentException e) {
      errors.add(FieldError.inParameter(name, e.getMessage()));
    }
  }

  private static Optional<ApiParameter> declared(ApiOperation operation, String name) {
    return operation.query().stream().filter(p -> p.name().equals(name)).findFirst();
  }

  private static String allowed(ApiOperation operation) {
    return operation.query().isEmpty()
        ? "this path takes no query parameters"
        : operation.query().stream()
            .map(ApiParameter::name)
            .collect(Collectors.joining(", ", "allowed are ", ""));
  }
}
