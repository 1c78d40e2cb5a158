package dev.camelentrata.portal.map;

/**
 * The screen that finds any write again by its reference.
 *
 * @param source the file it came from, for messages
 * @param request holds the placeholder {@code {reference}}
 * @param rows a CSS selector of the rows found
 * @param empty a CSS selector of the sign that there is none
 * @param id in the row; its {@code select} is null where the row itself is meant
 * @param confirmation in the row; null if it is not shown
 * @param reference in the row, to be compared with what was searched for
 */
public record ReferenceSearch(
    String source,
    String screen,
    PortalMap.Request request,
    String rows,
    String empty,
    PortalMap.Place id,
    PortalMap.Place confirmation,
    PortalMap.Place reference) {}
