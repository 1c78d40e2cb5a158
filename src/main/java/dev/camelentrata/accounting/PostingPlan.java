package dev.camelentrata.accounting;

import java.util.List;
import java.util.stream.Stream;

/** What is to be posted, and what cannot be. */
public record PostingPlan(List<Posting> postings, List<StoppedPosting> stopped) {

  public PostingPlan {
    postings = List.copyOf(postings);
    stopped = List.copyOf(stopped);
  }

  PostingPlan and(PostingPlan other) {
    return new PostingPlan(
        Stream.concat(postings.stream(), other.postings.stream()).toList(),
        Stream.concat(stopped.stream(), other.stopped.stream()).toList());
  }
}
