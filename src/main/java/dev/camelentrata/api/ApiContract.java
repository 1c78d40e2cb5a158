package dev.camelentrata.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.model.rest.ParamDefinition;
import org.apache.camel.model.rest.RestDefinition;
import org.apache.camel.model.rest.RestParamType;
import org.apache.camel.model.rest.VerbDefinition;

/**
 * What the REST DSL under {@code routes/api} promises: paths, methods, scopes and parameters, read
 * from the definitions in force, so that nothing is said twice and a reloaded file counts at once.
 */
final class ApiContract {

  private final CamelContext camel;
  private volatile Read read = new Read(List.of(), List.of());

  private record Read(List<RestDefinition> definitions, List<ApiOperation> operations) {}

  ApiContract(CamelContext camel) {
    this.camel = camel;
  }

  /** The operation that answers this request; of several the one whose path is this very path. */
  Optional<ApiOperation> find(String method, String path) {
    return operations().stream()
        .filter(o -> o.method().equals(method) && o.match(path).isPresent())
        .min(Comparator.comparing(o -> !o.path().equals(path)));
  }

  /** The methods that this path knows; empty if there is nothing at the path. */
  List<String> methods(String path) {
    List<String> methods = new ArrayList<>();
    for (ApiOperation operation : operations()) {
      if (operation.match(path).isPresent()) {
        methods.add(operation.method());
        if (operation.method().equals("GET")) {
          methods.add("HEAD");
        }
      }
    }
    if (!methods.isEmpty()) {
      methods.add("OPTIONS");
    }
    return methods;
  }

  /** All there are; read anew when a route file was reloaded. */
  List<ApiOperation> operations() {
    Read last = read;
    List<RestDefinition> definitions = definitions();
    if (!definitions.equals(last.definitions())) {
      List<ApiOperation> operations = new ArrayList<>();
      for (RestDefinition rest : definitions) {
        for (VerbDefinition verb : rest.getVerbs()) {
          operations.add(operation(rest, verb));
        }
      }
      last = new Read(List.copyOf(definitions), List.copyOf(operations));
      read = last;
    }
    return last.operations();
  }

  List<RestDefinition> definitions() {
    return camel.getCamelContextExtension().getContextPlugin(Model.class).getRestDefinitions();
  }

  private static ApiOperation operation(RestDefinition rest, VerbDefinition verb) {
    List<ApiParameter> query = new ArrayList<>();
    for (ParamDefinition parameter : verb.getParams()) {
      if (parameter.getType() == RestParamType.query) {
        query.add(
            new ApiParameter(
                parameter.getName(),
                parameter.getDataType() == null ? "string" : parameter.getDataType(),
                parameter.getDataFormat(),
                parameter.getAllowableValuesAsStringList()));
      }
    }
    List<String> scopes =
        verb.getSecurity().stream()
            .filter(s -> s.getScopes() != null)
            .flatMap(s -> Arrays.stream(s.getScopes().split(",")))
            .map(String::strip)
            .toList();
    return new ApiOperation(
        verb.getId(),
        verb.asVerb().toUpperCase(Locale.ROOT),
        path(rest.getPath()) + path(verb.getPath()),
        !verb.getSecurity().isEmpty(),
        scopes,
        query,
        verb.getConsumes());
  }

  private static String path(String part) {
    return part == null || part.equals("/") ? "" : part;
  }
}
