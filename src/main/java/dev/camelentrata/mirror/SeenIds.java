package dev.camelentrata.mirror;

/** Whether any id came twice, at 16 bytes an id; rather says so once too often than too rarely. */
final class SeenIds {

  private long[] slots = new long[1 << 12];
  private int used;
  private boolean repeated;

  void add(String id) {
    if (repeated) {
      return;
    }
    long hash = hash(id);
    if (2 * used >= slots.length) {
      grow();
    }
    int slot = slotOf(hash);
    if (slots[slot] == hash) {
      repeated = true;
      slots = new long[0];
    } else {
      slots[slot] = hash;
      used++;
    }
  }

  boolean repeated() {
    return repeated;
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

  /** Never 0, which marks an empty slot. */
  private static long hash(String id) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * 0x100000001B3L;
    }
    hash ^= hash >>> 29;
    hash *= 0xBF58476D1CE4E5B9L;
    hash ^= hash >>> 32;
    return hash == 0 ? 1 : hash;
  }
}
