package dev.camelentrata.deadletter;

/**
 * How letters of one kind go on their way again; each source registers one. Safe for use by many
 * threads.
 */
public interface DeadLetterReplay {

  /** Of which letters it knows. */
  DeadLetterKind kind();

  /**
   * Sends it on its way again. It may be called twice for one letter if a process ends in between,
   * so its end must bear that.
   *
   * @param message what the source gave when it added the letter; null if that was nothing
   * @throws NotReplayableException if no repeat can help; the letter stays open
   */
  void replay(DeadLetter letter, byte[] message, ReplayCaller caller);
}
