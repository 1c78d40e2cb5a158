package dev.camelentrata.accounting;

import java.util.List;

/** What is to be posted, and what cannot be. */
public record PostingPlan(List<Posting> postings, List<StoppedPosting> stopped) {

  public PostingPlan {
    postings = List.copyOf(postings);
    stopped = List.copyOf(stopped);
  }
}
