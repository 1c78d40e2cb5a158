package dev.camelentrata.accounting;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The companies' books as the file of charge codes has them now. Safe for many threads. */
public final class BooksSource {

  private final ChargeCodesFile file;
  private final Map<String, Known> planners = new ConcurrentHashMap<>();

  /** A planner and the books that it was made of. */
  private record Known(CompanyBooks books, PostingPlanner planner) {}

  BooksSource(ChargeCodesFile file) {
    this.file = file;
  }

  /** Reads the file; {@code PortalMapException} if it has mistakes. */
  public static BooksSource of(Path file) {
    return new BooksSource(new ChargeCodesFile(file));
  }

  /** Empty if the file has no books of this company. */
  public Optional<CompanyBooks> books(String company) {
    return file.current().find(company);
  }

  /**
   * Plans by the books as they are now.
   *
   * @throws NoBooksException if the company has none
   */
  PostingPlanner planner(String company) {
    CompanyBooks books = file.current().of(company);
    return planners
        .compute(
            company,
            (name, known) ->
                known != null && known.books() == books
                    ? known
                    : new Known(books, new PostingPlanner(books)))
        .planner();
  }
}
