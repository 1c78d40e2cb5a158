package dev.camelentrata.accounting;

import java.util.List;

/** What is to be posted, and what cannot be. */
record PostingPlan(List<Posting> postings, List<StoppedPosting> stopped) {

  PostingPlan {
    postings = List.copyOf(postings);
    stopped = List.copyOf(stopped);
  }
}
