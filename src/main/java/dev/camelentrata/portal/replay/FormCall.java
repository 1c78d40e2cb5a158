package dev.camelentrata.portal.replay;

import dev.camelentrata.portal.PortalFile;
import java.util.List;

/**
 * A call of the portal with its values put in.
 *
 * @param path begins with a slash; what needs encoding is encoded
 * @param query pairs of the address, not encoded
 * @param form pairs of the body of a POST, not encoded
 * @param headers values that a header may hold
 * @param fileInput the name of the form's file input; null if no file is sent
 * @param file what goes into it; null if no file is sent
 */
public record FormCall(
    String method,
    String path,
    List<Pair> query,
    List<Pair> form,
    List<Pair> headers,
    String fileInput,
    PortalFile file) {

  /** A name and its value; names may be repeated. */
  public record Pair(String name, String value) {

    @Override
    public String toString() {
      return "Pair[" + name + "]";
    }
  }

  public FormCall {
    query = List.copyOf(query);
    form = List.copyOf(form);
    headers = List.copyOf(headers);
  }

  @Override
  public String toString() {
    return "FormCall[" + method + "]";
  }
}
