package dev.camelentrata.ingest;

import java.util.List;

/**
 * What reading a table gave; what it does to the mirror shows at the end of the file.
 *
 * @param unmatched rows of properties or units that the mirror does not have
 */
record TableResult(
    HeaderRow header,
    long read,
    long unmatched,
    List<FeedWriter> feeds,
    List<RejectedRow> rejected) {}
