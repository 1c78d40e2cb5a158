package dev.camelentrata.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Lets threads that come at the same time share one transaction: the first writes for all that wait
 * behind it. Each returns when its own item was written, or throws why it was not.
 */
final class WrittenTogether<T> {

  private static final int MOST = 200;

  private final Consumer<List<T>> write;
  private final Queue<Waiting<T>> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock writing = new ReentrantLock();

  WrittenTogether(Consumer<List<T>> write) {
    this.write = write;
  }

  void add(T item) {
    Waiting<T> own = new Waiting<>(item);
    waiting.add(own);
    writing.lock();
    try {
      while (!own.done) {
        writeSome();
      }
    } finally {
      writing.unlock();
    }
    if (own.failure != null) {
      throw own.failure;
    }
  }

  /** How many nobody has begun to write. */
  int waiting() {
    return waiting.size();
  }

  private void writeSome() {
    List<Waiting<T>> some = new ArrayList<>();
    for (Waiting<T> next = waiting.poll();
        next != null;
        next = some.size() < MOST ? waiting.poll() : null) {
      some.add(next);
    }
    try {
      write.accept(some.stream().map(each -> each.item).toList());
    } catch (RuntimeException e) {
      if (some.size() > 1) {
        some.forEach(this::writeAlone);
      } else {
        some.get(0).failure = e;
      }
    } catch (Error e) {
      some.forEach(each -> each.failure = new IllegalStateException("It was not written", e));
      throw e;
    } finally {
      some.forEach(each -> each.done = true);
    }
  }

  /** None has to fail because of another one. */
  private void writeAlone(Waiting<T> one) {
    try {
      write.accept(List.of(one.item));
    } catch (RuntimeException e) {
      one.failure = e;
    }
  }

  /** Seen and changed under the lock only. */
  private static final class Waiting<T> {
    private final T item;
    private boolean done;
    private RuntimeException failure;

    Waiting(T item) {
      this.item = item;
    }
  }
}
