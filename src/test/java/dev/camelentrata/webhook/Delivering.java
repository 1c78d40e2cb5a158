package dev.camelentrata.webhook;

import dev.camelentrata.RunningApplication;
import dev.camelentrata.database.DatabaseSettings;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** A process that delivers webhooks until it is killed. */
interface Delivering extends AutoCloseable {

  void kill();

  boolean alive();

  @Override
  default void close() {
    kill();
  }

  static Delivering replica(WebhookReplica replica) {
    return new Delivering() {
      @Override
      public void kill() {
        replica.kill();
      }

      @Override
      public boolean alive() {
        return replica.alive();
      }
    };
  }

  /** The application as an operator runs it, with more and shorter retries. */
  static Delivering application(DatabaseSettings database, String company, Path keys) {
    Map<String, String> options = new HashMap<>();
    options.put("entrata.database.url", database.url());
    options.put("entrata.database.user", database.user());
    options.put("entrata.database.password", database.password());
    options.put("entrata.database.owner-user", database.ownerUser());
    options.put("entrata.database.owner-password", database.ownerPassword());
    options.put("entrata.company." + company + ".url", "http://127.0.0.1:9");
    options.put("entrata.sync.enabled", "false");
    options.put("entrata.webhook.allowed", "127.0.0.1");
    options.put("entrata.webhook.schedule", String.join(",", Collections.nCopies(40, "1s")));
    RunningApplication application = RunningApplication.start(keys, options);
    return new Delivering() {
      @Override
      public void kill() {
        application.kill();
      }

      @Override
      public boolean alive() {
        return application.alive();
      }
    };
  }
}
