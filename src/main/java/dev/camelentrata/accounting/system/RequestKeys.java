package dev.camelentrata.accounting.system;

import dev.camelentrata.accounting.PostingReference;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * By what an accounting system knows a repeat again. The same try made again has the same key,
 * unless it was refused before: then something was mended, and the answer of then must not come
 * again. Safe for many threads.
 */
public final class RequestKeys {

  private static final int KEPT = 10_000;

  private final Map<PostingReference, Integer> refusals =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<PostingReference, Integer> eldest) {
          return size() > KEPT;
        }
      };

  /** The key of an entry that is sent alone: the reference of this gives it in any length. */
  public PostingReference of(OutgoingEntry entry) {
    PostingReference key = entry.key();
    int refused = refusals(key);
    return refused == 0 ? key : digest(key.digest() + "\n" + refused);
  }

  /** The key of entries that are sent together; it depends on their order too. */
  public PostingReference of(List<OutgoingEntry> entries) {
    StringJoiner text = new StringJoiner("\n");
    entries.forEach(entry -> text.add(of(entry).digest()));
    return digest(text.toString());
  }

  /** The system will not have it: when it is sent again, something has changed. */
  public void refused(OutgoingEntry entry) {
    synchronized (refusals) {
      refusals.merge(entry.key(), 1, Integer::sum);
    }
  }

  private int refusals(PostingReference key) {
    synchronized (refusals) {
      return refusals.getOrDefault(key, 0);
    }
  }

  /** The key of something else than an entry, the same for the same text. */
  public static PostingReference digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return new PostingReference(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
