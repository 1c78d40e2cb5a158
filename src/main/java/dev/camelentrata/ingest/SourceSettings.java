package dev.camelentrata.ingest;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How report files are fetched, as far as the routes do not say.
 *
 * @param work folder for what is attached to mails while it is ingested
 * @param lease after how long without a sign of life the files of a process are free
 * @param alone whether no other process fetches files
 */
public record SourceSettings(Path work, Duration lease, boolean alone) {}
