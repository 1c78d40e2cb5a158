package dev.camelentrata.deadletter;

import dev.camelentrata.security.SecretBox;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;

/** Wires dead letters: the step for routes, the ways of replay, the health check, the metrics. */
public final class DeadLetterBeans {

  private final CamelContext camel;
  private final DeadLetterSettings settings;
  private final MessageStore messages = new MessageStore();
  private final DeadLetters letters;
  private final ReplayQueue queue;
  private final OpenLetters open;

  public DeadLetterBeans(
      CamelContext camel,
      DataSource dataSource,
      SecretBox secrets,
      DeadLetterSettings settings,
      Clock clock) {
    this.camel = camel;
    this.settings = settings;
    this.letters = new PostgresDeadLetters(dataSource, secrets, clock);
    this.queue = new ReplayQueue(dataSource, secrets, clock);
    this.open = new OpenLetters(dataSource, settings.companies(), clock);
  }

  public DeadLetters letters() {
    return letters;
  }

  /**
   * Binds {@code deadLetter} and the health check; to be called before the routes are loaded.
   *
   * @param sources how letters of other kinds than exchanges are replayed
   * @return what replays; to be closed after Camel has stopped
   */
  public Running bind(List<DeadLetterReplay> sources) {
    camel
        .getRegistry()
        .bind("deadLetter", new StoreDeadLetter(letters, messages, settings.companies()));
    camel.getRegistry().bind("countTry", new CountTry());
    camel.getRegistry().bind("dead-letters", new DeadLetterHealth(open, settings));
    List<DeadLetterReplay> ways = new ArrayList<>(sources);
    ways.add(new ReplayExchange(camel, messages));
    return new Running(new ReplayEngine(letters, queue, ways));
  }

  /** What replays letters, and ends. */
  public static final class Running implements AutoCloseable {

    private final ReplayEngine engine;

    private Running(ReplayEngine engine) {
      this.engine = engine;
    }

    public Replays replays() {
      return engine;
    }

    @Override
    public void close() {
      engine.close();
    }
  }

  /** Adds the gauges to every meter registry that Camel has; to be called once it runs. */
  public void measure() {
    Set<MeterRegistry> registries = camel.getRegistry().findByType(MeterRegistry.class);
    registries.forEach(new DeadLetterMetrics(open)::bindTo);
  }
}
