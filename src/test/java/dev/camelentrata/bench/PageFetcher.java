package dev.camelentrata.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Fetches a page of the unit listing and throws it away unread. */
interface PageFetcher {

  /** How many bytes the page has. */
  int fetch(String propertyId, int page) throws IOException, InterruptedException;

  /** Fetches every page of every property, as many at a time as the executor has threads. */
  default long fetchAll(List<String> propertyIds, int pages, ExecutorService executor)
      throws Exception {
    List<Future<Integer>> bodies =
        propertyIds.stream()
            .flatMap(
                id ->
                    IntStream.range(0, pages)
                        .mapToObj(page -> executor.submit(() -> fetch(id, page))))
            .toList();
    long bytes = 0;
    for (Future<Integer> body : bodies) {
      bytes += body.get();
    }
    return bytes;
  }
}
