package dev.camelentrata.sandbox.books;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The accounting systems of the sandbox, QuickBooks and Xero. For one event loop. */
public final class SandboxBooks {

  private static final int USUAL_SLOWNESS_MILLIS = 2000;

  private final List<BooksSystem> systems;
  private final ControlBooks control;

  /**
   * Makes both systems, without any entries.
   *
   * @param clock ends tokens and limits
   * @param properties ids of the properties, which are classes and tracking options of the books
   */
  public SandboxBooks(Clock clock, Supplier<List<String>> properties) {
    this.systems = List.of(new QuickBooks(clock, properties), new Xero(clock, properties));
    this.control = new ControlBooks(systems);
  }

  /**
   * A call on its way: its answer if that is settled already.
   *
   * @param delayMillis how long it is to wait before it is finished
   */
  public record Turn(
      BooksCall call,
      BooksSystem system,
      Organisation organisation,
      BooksAnswer settled,
      boolean dropped,
      boolean answerLost,
      int delayMillis) {}

  public boolean serves(String path) {
    return system(path).isPresent();
  }

  private Optional<BooksSystem> system(String path) {
    return systems.stream()
        .filter(each -> path.startsWith("/" + each.stand().name + "/"))
        .findFirst();
  }

  /** Lets a call in or settles it; each turn is to be finished, after its delay. */
  public Turn begin(BooksCall call) {
    BooksSystem system = system(call.path()).orElseThrow();
    StandIn stand = system.stand();
    boolean api = call.path().startsWith(system.root());
    Optional<BooksFaults.Fault> fault = stand.faults.strike(call, api);
    BooksFaults.Kind kind = fault.map(each -> each.kind).orElse(null);
    int delay = stand.settings.latencyMillis;
    if (kind == BooksFaults.Kind.SLOW) {
      delay += fault.get().number > 0 ? fault.get().number : USUAL_SLOWNESS_MILLIS;
    }
    boolean dropped = kind == BooksFaults.Kind.DROPPED;
    boolean lost = kind == BooksFaults.Kind.LOST_ANSWER;
    if (kind == BooksFaults.Kind.EXPIRED_TOKEN) {
      stand.grants.expire(call.bearer());
    }
    BooksAnswer settled = struck(system, fault.orElse(null));
    Organisation organisation = null;
    if (api) {
      stand.counters.call(
          call.method() + " " + name(call.path().substring(system.root().length())));
      if (settled == null && !dropped) {
        try {
          organisation = system.admit(call);
          Optional<StandIn.Reached> reached = stand.take(organisation, system.batch(call));
          settled = reached.map(system::limited).orElse(null);
        } catch (BooksRefusal e) {
          settled = e.answer;
        }
      }
    }
    if (settled != null && settled.status() == 429) {
      stand.counters.refusedByLimits++;
    } else if (settled != null && settled.status() == 401) {
      stand.counters.unauthorized++;
    }
    if (settled == null && organisation != null) {
      organisation.running++;
      stand.counters.mostAtOnce = Math.max(stand.counters.mostAtOnce, organisation.running);
    }
    return new Turn(call, system, organisation, settled, dropped, lost, delay);
  }

  private static BooksAnswer struck(BooksSystem system, BooksFaults.Fault fault) {
    if (fault == null) {
      return null;
    }
    return switch (fault.kind) {
      case RATE_LIMITED ->
          system.limited(new StandIn.Reached(StandIn.Limit.MINUTE, Math.max(1, fault.number)));
      case SERVER_ERROR -> system.failed(fault.number == 0 ? 500 : fault.number);
      case LOST_ANSWER, DROPPED, EXPIRED_TOKEN, SLOW -> null;
    };
  }

  /** The call's name without what differs from call to call. */
  private static String name(String path) {
    return path.replaceAll("(?<=/|^)[0-9a-fA-F-]*\\d[0-9a-fA-F-]*(?=/|$)", "*");
  }

  /** The answer; empty if the connection is to be closed without one. */
  public Optional<BooksAnswer> finish(Turn turn) {
    StandIn stand = turn.system.stand();
    if (turn.dropped) {
      return Optional.empty();
    }
    if (turn.settled != null) {
      return Optional.of(
          turn.organisation == null
              ? turn.settled
              : turn.system.marked(turn.settled, turn.organisation));
    }
    BooksAnswer answer;
    if (turn.organisation == null) {
      answer =
          turn.system
              .desk()
              .answer(turn.call)
              .or(() -> turn.system.beside(turn.call))
              .orElseGet(() -> turn.system.failed(404));
    } else {
      try {
        answer =
            turn.system.marked(turn.system.answer(turn.call, turn.organisation), turn.organisation);
      } catch (BooksRefusal e) {
        answer = turn.system.marked(e.answer, turn.organisation);
      } finally {
        turn.organisation.running--;
      }
    }
    if (turn.answerLost) {
      stand.counters.lostAnswers++;
      return Optional.empty();
    }
    return Optional.of(answer);
  }

  /**
   * Answers a control call below {@code /__sandbox/books}; empty if there is none of these words.
   *
   * @param path the words after {@code books}
   * @throws IllegalArgumentException saying what is wrong
   */
  public Optional<Object> control(
      String method, List<String> path, UnaryOperator<String> query, JsonNode sent) {
    return control.answer(method, path, query, sent);
  }

  /** Forgets all entries, faults and counters, and all connections if they are not to be kept. */
  public void reset(boolean keepConnections) {
    systems.forEach(system -> system.stand().reset(keepConnections));
  }
}
