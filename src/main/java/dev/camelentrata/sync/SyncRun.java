package dev.camelentrata.sync;

import java.time.Instant;
import java.util.List;

/**
 * One run over a resource.
 *
 * @param trigger what began it: {@code schedule}, {@code start} or {@code request}
 * @param mode {@code complete} or {@code incremental}
 * @param strategy {@code report} if one report holds all properties, else {@code replay}
 * @param state {@code running}, {@code succeeded}, {@code partial} or {@code failed}
 * @param scopes how many scopes are to be read; {@code done} of them were
 * @param missing the property ids that could not be read
 * @param notes what should be known though nothing is missing
 * @param errors what went wrong, in words, without resident's data
 */
public record SyncRun(
    String id,
    String company,
    String resource,
    String trigger,
    String mode,
    String strategy,
    String state,
    Instant startedAt,
    Instant endedAt,
    int scopes,
    int done,
    int seen,
    int added,
    int changed,
    int removed,
    List<String> missing,
    List<String> errors,
    List<String> notes) {

  public SyncRun {
    missing = List.copyOf(missing);
    errors = List.copyOf(errors);
    notes = List.copyOf(notes);
  }
}
