package dev.camelentrata.write;

import java.util.List;

/**
 * Something that may be written into the portal.
 *
 * @param operation its name in the API, in portal maps and in URIs, for example {@code createLease}
 * @param method the HTTP method
 * @param path the path's template
 * @param module the portal module that a portal user needs for it
 * @param scope the scope that a token needs for it
 * @param resource the plural name of what it makes or changes; its result's id is one of these
 * @param creates whether it makes a new one, whose id is not known before
 * @param order the fields by whose values writes are put in order
 * @param refresh the resources that the portal is asked for again afterwards
 * @param bulk the path under which many are taken at once; null for none
 */
public record Write(
    String operation,
    String summary,
    String method,
    String path,
    String module,
    String scope,
    String resource,
    boolean creates,
    List<String> order,
    List<String> refresh,
    String bulk,
    List<WriteField> fields,
    List<WriteRule> rules) {

  public Write {
    order = List.copyOf(order);
    refresh = List.copyOf(refresh);
    fields = List.copyOf(fields);
    rules = List.copyOf(rules);
  }

  /** The name of the id in the path, for example {@code leaseId}. */
  public String idName() {
    return path.substring(path.indexOf('{') + 1, path.indexOf('}'));
  }

  @Override
  public String toString() {
    return operation;
  }
}
