package dev.camelentrata.mirror;

import dev.camelentrata.resource.Resource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Our copy of the portal's data. Safe for use by many threads and replicas. */
public interface Mirror {

  /**
   * Makes the mirror say what the batch says, and writes the events of what changed, in one
   * transaction. What did not change is not written. The first complete read of a scope is its
   * baseline and makes no events. A batch older than what the mirror holds changes nothing.
   */
  WriteResult write(MirrorBatch batch);

  /**
   * Begins to take in many rows of a file, within the caller's transaction.
   *
   * @throws IllegalStateException if there is no transaction
   */
  default MirrorImport importing(MirrorImport.ImportOrder order) {
    throw new UnsupportedOperationException("this mirror takes no files in");
  }

  /**
   * What tells the things of a resource apart, for a writer: of each its id and the texts of some
   * of its fields, null where there is none.
   *
   * @param propertyId null for all of the company
   */
  default List<String[]> keys(
      String company, Resource resource, String propertyId, List<String> fields) {
    throw new UnsupportedOperationException("this mirror tells no keys");
  }

  /** A page in the order of sort key and id, of what the viewer may see. */
  MirrorPage list(Viewer viewer, Resource resource, MirrorQuery query);

  /**
   * The version of a scope that the viewer may see; empty if it was never read.
   *
   * @param propertyId null for resources that belong to the company
   */
  default Optional<ScopeVersion> version(Viewer viewer, Resource resource, String propertyId) {
    return Optional.empty();
  }

  /**
   * Counts what this process has written; while it is the same, nothing was written here. Other
   * replicas are not counted.
   */
  default long writes() {
    return System.nanoTime();
  }

  /** One thing, removed ones included, if the viewer may see it. */
  Optional<StoredItem> find(Viewer viewer, Resource resource, String id);

  /** When the scope was last read completely; empty if never. */
  Optional<Instant> asOf(MirrorScope scope);

  /** How old the mirror is, per resource, over the properties that the viewer sees. */
  List<ResourceAge> ages(Viewer viewer);
}
