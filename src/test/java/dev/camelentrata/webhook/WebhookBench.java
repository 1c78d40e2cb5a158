package dev.camelentrata.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.camelentrata.database.Database;
import dev.camelentrata.database.OwnServer;
import dev.camelentrata.mirror.RowSecurity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How many webhooks a second are delivered by one and by three replicas on one PostgreSQL, and how
 * old an event is at its receiver at half that load, beside a bare HTTP client that posts the same
 * bodies. Everything shares the machine.
 */
public final class WebhookBench {

  private static final int ENDPOINTS = 5;
  private static final int EVENTS = Integer.getInteger("events", 4_000);
  private static final int CONCURRENCY = 256;
  private static final int SECONDS = Integer.getInteger("seconds", 15);

  private final Map<String, Object> results = new LinkedHashMap<>();
  private boolean reached = true;
  private int written;

  private WebhookBench() {}

  /** Writes the results to the file named by the first argument. */
  public static void main(String[] args) throws Exception {
    Path output = Path.of(args[0]);
    WebhookBench bench = new WebhookBench();
    bench.run(Files.createTempDirectory("webhook-bench"));
    Files.createDirectories(output.toAbsolutePath().getParent());
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(output.toFile(), bench.results);
    System.out.println("Written to " + output);
    System.exit(bench.reached ? 0 : 1);
  }

  private void run(Path folder) throws Exception {
    try (OwnServer server = OwnServer.start(folder);
        Database database = Database.open(server.settings());
        BenchReceiver receiver = new BenchReceiver();
        WebhookHouse house = WebhookHouse.withoutEngine(database, folder, Clock.systemUTC())) {
      for (int i = 0; i < ENDPOINTS; i++) {
        house.endpoint(receiver.url("/" + i), "lease.*");
      }
      for (int replicas : List.of(1, 3)) {
        List<WebhookReplica> running = new ArrayList<>();
        try {
          for (int i = 0; i < replicas; i++) {
            running.add(WebhookReplica.start(server.settings(), house.company, folder, false));
          }
          measure(replicas, database, house, receiver);
        } finally {
          running.forEach(WebhookReplica::close);
        }
      }
    }
  }

  private void measure(int replicas, Database database, WebhookHouse house, BenchReceiver receiver)
      throws Exception {
    drain(database, house, receiver);
    bare(receiver);
    double ours = 0;
    double bare = 0;
    // So many rounds that each process is as warm as the one that is alone.
    for (int round = 0; round < 3 * replicas; round++) {
      ours = Math.max(ours, drain(database, house, receiver));
      bare = Math.max(bare, bare(receiver));
    }
    double rate = ours / 2;
    halfLoad(house, receiver, rate / ENDPOINTS);
    double p50 = receiver.percentile(50);
    double p95 = receiver.percentile(95);
    results.put(
        "replicas" + replicas,
        Map.of(
            "deliveriesPerSecond", ours,
            "barePerSecond", bare,
            "halfLoadPerSecond", rate,
            "p50Millis", p50,
            "p95Millis", p95));
    System.out.printf(
        Locale.ROOT,
        "%d replicas: %,.0f deliveries/s, bare %,.0f/s; at %,.0f/s from commit to receiver p50"
            + " %.0f ms, p95 %.0f ms%n",
        replicas,
        ours,
        bare,
        rate,
        p50,
        p95);
    bar(replicas + " replicas, deliveries/s", ours, ours >= Math.min(1_000, bare / 2));
    bar(replicas + " replicas, p95 in ms at half load", p95, p95 <= 150);
  }

  private void bar(String what, double value, boolean fits) {
    System.out.printf(Locale.ROOT, "%s: %,.1f %s%n", what, value, fits ? "reached" : "MISSED");
    reached &= fits;
  }

  /** Commits many events at once and waits until every endpoint has all of them. */
  private double drain(Database database, WebhookHouse house, BenchReceiver receiver)
      throws InterruptedException {
    receiver.reset();
    long start = System.nanoTime();
    new TransactionTemplate(database.transactionManager())
        .executeWithoutResult(status -> insert(database.jdbcClient(), house.company));
    receiver.await(EVENTS * ENDPOINTS);
    return EVENTS * ENDPOINTS / seconds(start);
  }

  private void insert(JdbcClient jdbc, String company) {
    RowSecurity.write(jdbc, company);
    jdbc.sql(
            """
            insert into event (id, type, company, property_id, entity, entity_id, sequence, module,
              occurred_at, after)
            select 'evt_' || gen_random_uuid(), 'lease.changed', ?, '1001', 'lease', 'L' || n, 1,
              'customers_systemxxx', now(), '{"rent": {"amount": "1448.00", "currency": "USD"}}'
            from generate_series(?, ?) n
            """)
        .params(company, written, written + EVENTS - 1)
        .update();
    jdbc.sql("select pg_notify('entrata_event', '')").query(rows -> {});
    written += EVENTS;
  }

  /** Commits so many events a second, each by itself, and waits for the last one. */
  private void halfLoad(WebhookHouse house, BenchReceiver receiver, double perSecond)
      throws Exception {
    int events = (int) (perSecond * SECONDS);
    receiver.reset();
    ExecutorService writers = Executors.newFixedThreadPool(4);
    try {
      long start = System.nanoTime();
      AtomicInteger next = new AtomicInteger();
      List<Future<?>> all = new ArrayList<>();
      for (int w = 0; w < 4; w++) {
        all.add(
            writers.submit(
                () -> {
                  for (int n = next.getAndIncrement(); n < events; n = next.getAndIncrement()) {
                    long due = start + (long) (n * 1e9 / perSecond);
                    LockSupport.parkNanos(Math.max(0, due - System.nanoTime()));
                    house.event("lease.changed", "1001", "H" + written + "-" + n);
                  }
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
      receiver.await(events * ENDPOINTS);
      written++;
    } finally {
      writers.shutdownNow();
    }
  }

  /** Posts the same number of such bodies to the same receiver, and does nothing else. */
  private static double bare(BenchReceiver receiver) throws Exception {
    receiver.reset();
    byte[] body =
        ("{\"type\":\"lease.changed\",\"timestamp\":\""
                + Clock.systemUTC().instant()
                + "\",\"data\":{\"id\":\"evt_00000000-0000-0000-0000-000000000000\","
                + "\"type\":\"lease.changed\",\"entity\":\"lease\",\"entityId\":\"L1\","
                + "\"propertyId\":\"1001\",\"sequence\":1,\"occurredAt\":\"2026-11-24T00:00:00Z\","
                + "\"before\":null,\"after\":{\"rent\":{\"amount\":\"1448.00\","
                + "\"currency\":\"USD\"}},\"syncRunId\":null}}")
            .getBytes(StandardCharsets.UTF_8);
    int wanted = EVENTS * ENDPOINTS;
    AtomicInteger next = new AtomicInteger();
    ExecutorService callers = Executors.newFixedThreadPool(CONCURRENCY);
    try (CloseableHttpClient http =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnPerRoute(CONCURRENCY)
                    .setMaxConnTotal(CONCURRENCY)
                    .build())
            .build()) {
      long start = System.nanoTime();
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < CONCURRENCY; i++) {
        all.add(
            callers.submit(
                () -> {
                  while (next.getAndIncrement() < wanted) {
                    HttpPost post = new HttpPost(receiver.url("/"));
                    post.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
                    http.execute(post, answer -> answer.getCode());
                  }
                  return null;
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
      return wanted / seconds(start);
    } finally {
      callers.shutdownNow();
    }
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
