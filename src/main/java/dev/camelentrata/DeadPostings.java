package dev.camelentrata;

import dev.camelentrata.accounting.Posting;
import dev.camelentrata.accounting.PostingReference;
import dev.camelentrata.accounting.post.AccountingBeans;
import dev.camelentrata.accounting.post.PostingEnds;
import dev.camelentrata.deadletter.DeadLetter;
import dev.camelentrata.deadletter.DeadLetterKind;
import dev.camelentrata.deadletter.DeadLetterReplay;
import dev.camelentrata.deadletter.DeadLetters;
import dev.camelentrata.deadletter.NewDeadLetter;
import dev.camelentrata.deadletter.NotReplayableException;
import dev.camelentrata.deadletter.ReplayCaller;
import java.util.List;
import java.util.function.Supplier;

/**
 * Makes dead letters of entries that an accounting system refused, one each, and of properties of
 * which entries cannot be made as things are, and has both tried again.
 *
 * @param accounting where they are; asked for once they are needed
 */
record DeadPostings(DeadLetters letters, Supplier<AccountingBeans> accounting)
    implements PostingEnds, DeadLetterReplay {

  private static final String MODULE = "general_journalxxx";
  private static final String ENTRY = "entry/";
  private static final String PROPERTY = "property/";

  @Override
  public void stopped(String company, String propertyId, int journals, List<String> reasons) {
    letters.add(
        new NewDeadLetter(
            company,
            propertyId,
            MODULE,
            DeadLetterKind.POSTING,
            PROPERTY + propertyId,
            "accounting-plan",
            "Entries of property " + propertyId + " cannot be made",
            journals + (journals == 1 ? " entry: " : " entries: ") + String.join("\n", reasons),
            1,
            null,
            null,
            true));
  }

  @Override
  public void resumed(String company, String propertyId) {
    letters.settle(company, DeadLetterKind.POSTING, List.of(PROPERTY + propertyId));
  }

  @Override
  public void failed(String connectionId, Posting posting, String error, int attempts) {
    letters.add(
        new NewDeadLetter(
            posting.company(),
            posting.journal().propertyId(),
            MODULE,
            DeadLetterKind.POSTING,
            ref(connectionId, posting.reference().digest()),
            "accounting-send-batch",
            "Entry "
                + posting.reference().docNumber()
                + " for "
                + posting.journal().text()
                + " was refused by the books of connection "
                + connectionId,
            String.valueOf(error),
            attempts,
            null,
            null,
            true));
  }

  @Override
  public void confirmed(String company, String connectionId, String reference) {
    letters.settle(company, DeadLetterKind.POSTING, List.of(ref(connectionId, reference)));
  }

  private static String ref(String connectionId, String reference) {
    return ENTRY + connectionId + "/" + reference;
  }

  @Override
  public DeadLetterKind kind() {
    return DeadLetterKind.POSTING;
  }

  @Override
  public void replay(DeadLetter letter, byte[] message, ReplayCaller caller) {
    String company = caller.viewer().company();
    if (letter.ref().startsWith(PROPERTY)) {
      if (!accounting.get().planAgain(company, letter.ref().substring(PROPERTY.length()))) {
        throw new NotReplayableException("Nothing of the property is stopped any longer.");
      }
      return;
    }
    String[] parts = letter.ref().split("/", -1);
    if (!accounting.get().deliveries().replay(company, parts[1], new PostingReference(parts[2]))) {
      throw new NotReplayableException(
          "The entry is on its way again, or confirmed; GET /accounting/postings/"
              + parts[2]
              + " tells of it.");
    }
  }
}
