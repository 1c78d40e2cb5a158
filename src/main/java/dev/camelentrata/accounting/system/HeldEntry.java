package dev.camelentrata.accounting.system;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * An entry as an accounting system holds it.
 *
 * @param externalId what the system calls it
 * @param docNumber our reference, {@code PostingReference.docNumber()}, read from where it was put
 * @param lines its debits and credits, in no order
 */
public record HeldEntry(String externalId, String docNumber, LocalDate date, List<HeldLine> lines) {

  public HeldEntry {
    lines = List.copyOf(lines);
  }

  /** This with the lines of another part of the same entry. */
  public HeldEntry and(HeldEntry part) {
    List<HeldLine> all = new ArrayList<>(lines);
    all.addAll(part.lines);
    return new HeldEntry(externalId, docNumber, date, all);
  }

  /**
   * A debit, positive, or a credit, negative.
   *
   * @param account as charge-codes.yaml calls it, or {@link #RECEIVABLE}
   */
  public record HeldLine(String account, BigDecimal amount) {

    /**
     * The account that the system itself keeps for what customers owe, on which no journal entry of
     * ours is: it stands for the books' receivable.
     */
    public static final String RECEIVABLE = "accounts receivable";
  }
}
