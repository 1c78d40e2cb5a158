package dev.camelentrata.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WrittenTogetherTest {

  private final List<List<Integer>> written = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch mayGoOn = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final WrittenTogether<Integer> together = new WrittenTogether<>(this::write);

  @AfterEach
  void endThreads() {
    threads.shutdownNow();
  }

  @Test
  void writesWhatWaitsBehindTheFirstInOneGo() {
    List<CompletableFuture<Void>> all = addFirstAndThen(1, 2, 3, 4);
    assertThat(all).noneMatch(CompletableFuture::isDone);
    mayGoOn.countDown();
    all.forEach(CompletableFuture::join);
    assertThat(written).hasSize(2);
    assertThat(written.get(0)).containsExactly(0);
    assertThat(written.get(1)).containsExactlyInAnyOrder(1, 2, 3, 4);
  }

  @Test
  void failsOnlyWhatCannotBeWritten() {
    List<CompletableFuture<Void>> all = addFirstAndThen(1, -2, 3);
    mayGoOn.countDown();
    all.get(0).join();
    all.get(1).join();
    all.get(3).join();
    assertThatThrownBy(() -> all.get(2).join())
        .isInstanceOf(CompletionException.class)
        .hasRootCauseMessage("-2 cannot be written");
    assertThat(written).contains(List.of(1), List.of(3));
  }

  private List<CompletableFuture<Void>> addFirstAndThen(int... others) {
    List<CompletableFuture<Void>> all = new ArrayList<>(List.of(add(0)));
    awaitBegun();
    IntStream.of(others).mapToObj(this::add).forEach(all::add);
    await().until(() -> together.waiting() == others.length);
    return all;
  }

  private CompletableFuture<Void> add(int item) {
    return CompletableFuture.runAsync(() -> together.add(item), threads);
  }

  private void awaitBegun() {
    await().until(() -> begun.getCount() == 0);
  }

  private void write(List<Integer> items) {
    begun.countDown();
    try {
      mayGoOn.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    items.stream()
        .filter(item -> item < 0)
        .findFirst()
        .ifPresent(
            item -> {
              throw new IllegalArgumentException(item + " cannot be written");
            });
    written.add(List.copyOf(items));
  }
}
