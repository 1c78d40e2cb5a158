package dev.camelentrata.accounting.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The calls to one organisation's books: each in its turn and with an access token. A token that is
 * refused is renewed once and the same call made again; a call refused for limits closes the gate
 * for all. Safe for many threads.
 */
public final class SystemCalls {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofSeconds(30);

  private final SystemHttp http;
  private final SystemJson json = new SystemJson();
  private final AccessTokenSource tokens;
  private final CallLimiter limiter;
  private final String name;
  private final String connectionId;
  private final Clock clock;

  /**
   * Calls for one connection.
   *
   * @param name what people call the system
   */
  public SystemCalls(
      String name,
      Connection connection,
      SystemHttp http,
      AccessTokenSource tokens,
      CallLimiter limiter,
      Clock clock) {
    this.name = name;
    this.connectionId = connection.id();
    this.http = http;
    this.tokens = tokens;
    this.limiter = limiter;
    this.clock = clock;
  }

  public SystemJson json() {
    return json;
  }

  /** When a call that waits for its turn from now on gives up. */
  public Instant deadline() {
    return clock.instant().plus(limiter.limits().patience());
  }

  /** A turn before this time; of the first kind that has one. */
  public Turn turn(List<CallKind> kinds, Instant deadline) {
    Duration patience = Duration.between(clock.instant(), deadline);
    return limiter.take(kinds, patience.isNegative() ? Duration.ZERO : patience);
  }

  /** Makes a call when it is its turn. */
  public CallResult call(SystemCall call, Instant deadline) {
    Turn turn = turn(List.of(CallKind.SINGLE), deadline);
    return turn instanceof Turn.Granted granted ? call(call, granted, deadline) : noTurn(turn);
  }

  /** What a call comes to that has no turn. */
  public CallResult noTurn(Turn turn) {
    Turn.NotBefore not = (Turn.NotBefore) turn;
    return new CallResult.NotDone(name + "'s limits: " + not.reason(), not.time());
  }

  /** Makes a call in this turn, which is over then. */
  public CallResult call(SystemCall call, Turn.Granted granted, Instant deadline) {
    String token;
    SystemHttp.Answer answer;
    try (granted) {
      token = tokens.token();
      if (clock.instant().isAfter(deadline)) {
        return new CallResult.NotDone(say(call, "no access token in time"), clock.instant());
      }
      answer = send(call, token);
      obey(granted, answer);
    } catch (ConnectionBrokenException e) {
      return new CallResult.Broken(e.getMessage());
    } catch (TokenUnavailableException e) {
      return new CallResult.NotDone(e.getMessage(), clock.instant().plus(SHORT));
    } catch (SystemHttp.NotSentException e) {
      return notSent(call, e);
    } catch (IOException e) {
      return lost(call, e);
    }
    return answer.status() == 401
        ? again(call, token, granted.kind(), deadline)
        : result(call, answer);
  }

  /**
   * With another token, the same to the letter, so that the system can tell that it is a repeat.
   */
  private CallResult again(SystemCall call, String refused, CallKind kind, Instant deadline) {
    String token;
    try {
      token = tokens.renewed(refused);
    } catch (ConnectionBrokenException e) {
      return new CallResult.Broken(e.getMessage());
    } catch (TokenUnavailableException e) {
      return new CallResult.NotDone(e.getMessage(), clock.instant().plus(SHORT));
    }
    Turn turn = turn(List.of(kind), deadline);
    if (!(turn instanceof Turn.Granted granted)) {
      return noTurn(turn);
    }
    try (granted) {
      SystemHttp.Answer answer = send(call, token);
      obey(granted, answer);
      return answer.status() == 401
          ? new CallResult.Broken(
              say(call, "a new access token is refused; connect " + connectionId + " anew"))
          : result(call, answer);
    } catch (SystemHttp.NotSentException e) {
      return notSent(call, e);
    } catch (IOException e) {
      return lost(call, e);
    }
  }

  /** The body of an answer that must be one; what else comes is an exception. */
  public JsonNode require(SystemCall call) {
    return required(call, call(call, deadline()));
  }

  /** The body of this answer to a call; what else came of it is an exception. */
  public JsonNode required(SystemCall call, CallResult result) {
    if (result instanceof CallResult.Answered answered && answered.ok()) {
      return answered.body();
    }
    if (result instanceof CallResult.Broken broken) {
      throw new ConnectionBrokenException(connectionId, broken.why());
    }
    if (result instanceof CallResult.NotDone not) {
      throw new SystemUnavailableException(not.why(), not.notBefore());
    }
    String why =
        result instanceof CallResult.Lost lost
            ? lost.why()
            : say(call, "status " + ((CallResult.Answered) result).status());
    throw new SystemUnavailableException(why, clock.instant().plus(MINUTE));
  }

  private SystemHttp.Answer send(SystemCall call, String token) throws IOException {
    Map<String, String> headers = new HashMap<>(call.headers());
    headers.put("Authorization", "Bearer " + token);
    headers.put("Accept", "application/json");
    return http.call(call.method(), call.uri(), headers, call.body(), limiter.limits().longest());
  }

  private CallResult result(SystemCall call, SystemHttp.Answer answer) {
    int status = answer.status();
    if (status == 429) {
      Duration pause = pause(answer);
      return new CallResult.NotDone(
          say(call, "too many calls" + problem(answer)), clock.instant().plus(pause));
    }
    JsonNode body = json.read(answer.body());
    if (status >= 500) {
      return new CallResult.Lost(say(call, "status " + status));
    }
    if (status < 300 && body instanceof MissingNode) {
      return new CallResult.Lost(say(call, "an answer that is no JSON"));
    }
    return new CallResult.Answered(status, body);
  }

  private void obey(Turn.Granted granted, SystemHttp.Answer answer) {
    if (answer.status() == 429) {
      granted.refused(pause(answer), "too many calls" + problem(answer));
      return;
    }
    remaining(granted, answer, "x-minlimit-remaining", MINUTE);
    remaining(granted, answer, "x-daylimit-remaining", Duration.ofDays(1));
  }

  private static void remaining(
      Turn.Granted granted, SystemHttp.Answer answer, String header, Duration window) {
    String calls = answer.headers().get(header);
    if (calls != null && calls.matches("\\d{1,9}")) {
      granted.remaining(window, Integer.parseInt(calls));
    }
  }

  private static String problem(SystemHttp.Answer answer) {
    String problem = answer.headers().get("x-rate-limit-problem");
    return problem == null || !problem.matches("[a-zA-Z-]{1,20}") ? "" : " (" + problem + ")";
  }

  /** As long as the system says, in seconds or as a date; a minute if it says nothing. */
  private Duration pause(SystemHttp.Answer answer) {
    String after = answer.headers().getOrDefault("retry-after", "").trim();
    Duration pause = MINUTE;
    if (after.matches("\\d{1,7}")) {
      pause = Duration.ofSeconds(Long.parseLong(after));
    } else if (!after.isEmpty()) {
      try {
        Instant until =
            ZonedDateTime.parse(after, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        pause = Duration.between(clock.instant(), until);
      } catch (DateTimeException e) {
        return MINUTE;
      }
    }
    return pause.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : pause;
  }

  private CallResult notSent(SystemCall call, SystemHttp.NotSentException e) {
    return new CallResult.NotDone(
        say(call, "not reached (" + e.getMessage() + ")"), clock.instant().plus(SHORT));
  }

  private CallResult lost(SystemCall call, IOException e) {
    return new CallResult.Lost(say(call, "no answer (" + e.getClass().getSimpleName() + ")"));
  }

  /** {@code QuickBooks, sending 30 entries: status 503}. */
  public String say(SystemCall call, String what) {
    return name + ", " + call.what() + ": " + what;
  }
}
