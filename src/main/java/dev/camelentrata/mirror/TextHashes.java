package dev.camelentrata.mirror;

/** A set of hashes of texts, at 16 bytes each. Of one thread. */
final class TextHashes {

  private static final long START = 0xCBF29CE484222325L;

  private long[] slots = new long[1 << 12];
  private int used;

  /** Whether it was not there yet. */
  boolean add(long hash) {
    if (2 * used >= slots.length) {
      grow();
    }
    int slot = slotOf(hash);
    if (slots[slot] == hash) {
      return false;
    }
    slots[slot] = hash;
    used++;
    return true;
  }

  boolean contains(long hash) {
    return slots[slotOf(hash)] == hash;
  }

  boolean isEmpty() {
    return used == 0;
  }

  private int slotOf(long hash) {
    int slot = (int) (hash ^ hash >>> 32) & slots.length - 1;
    while (slots[slot] != 0 && slots[slot] != hash) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  private void grow() {
    long[] before = slots;
    slots = new long[before.length * 2];
    for (long hash : before) {
      if (hash != 0) {
        slots[slotOf(hash)] = hash;
      }
    }
  }

  /** A text's hash: 64 bits, never 0, which marks an empty slot; the same in every process. */
  static long of(CharSequence text) {
    return end(more(START, text));
  }

  /** The hash of two texts, one after the other; the first one has no line break. */
  static long of(CharSequence first, CharSequence second) {
    return end(more(more(more(START, first), "\n"), second));
  }

  private static long more(long before, CharSequence text) {
    long hash = before;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
      hash ^= hash >>> 47;
    }
    return hash;
  }

  private static long end(long all) {
    long hash = all ^ all >>> 29;
    hash *= 0xBF58476D1CE4E5B9L;
    hash ^= hash >>> 32;
    hash *= 0x94D049BB133111EBL;
    hash ^= hash >>> 29;
    return hash == 0 ? 1 : hash;
  }
}
