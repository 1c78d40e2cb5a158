package dev.camelentrata.api;

/** An answer as it goes out, with its entity tag. */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
record Rendering(byte[] body, EntityTag tag) {

  static Rendering of(MirrorAnswer answer) {
    byte[] body = ItemJson.write(answer);
    return new Rendering(body, EntityTag.of(body));
  }
}
