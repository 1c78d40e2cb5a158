package dev.camelentrata.portal.map;

import java.util.List;
import java.util.Map;

/**
 * The portal's own dialog for one write, step by step.
 *
 * @param source the file it came from, for messages
 * @param rejected what the portal says when it refuses; the attribute holds its own field name
 * @param fields the portal's field names and the write catalogue's, where the forms do not tell
 * @param id where the last answer shows the id of what was made; null if it does not
 * @param confirmation where the last answer shows the confirmation number; null if it does not
 */
public record WriteFlow(
    String operation,
    String source,
    String screen,
    PortalMap.Place rejected,
    Map<String, String> fields,
    List<Step> steps,
    PortalMap.Place id,
    PortalMap.Place confirmation) {

  /**
   * One call of the dialog; its values may hold placeholders such as {@code {window.day}}, {@code
   * {kept.dialog}} and {@code {reference}}, and {@code {item.firstName}} and {@code {index}} where
   * elements of a list are meant.
   *
   * @param lists more pairs of the form, once for each element of the list of this name
   * @param each the list whose elements are sent one by one; null if there is one call only
   * @param file the form's file input, which takes the element; null if the step sends no file
   * @param commits whether the portal keeps what was written once this step is done
   * @param expect a CSS selector of what must be in the answer
   * @param keep what is taken from the answer for later steps
   */
  public record Step(
      String name,
      PortalMap.Request request,
      Map<String, Map<String, String>> lists,
      String each,
      String file,
      boolean commits,
      String expect,
      Map<String, PortalMap.Place> keep) {}

  public WriteFlow {
    steps = List.copyOf(steps);
  }
}
