package dev.camelentrata.portal.replay;

import dev.camelentrata.portal.operation.Row;
import java.util.List;

/**
 * The rows of one answer.
 *
 * @param total the number of rows on all pages; null if the portal map has no place for it
 */
record RowPage(List<Row> rows, Integer total) {}
