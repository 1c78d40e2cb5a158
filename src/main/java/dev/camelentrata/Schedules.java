package dev.camelentrata;

import dev.camelentrata.database.QuartzConnections;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.component.quartz.QuartzComponent;

/** Keeps Quartz's triggers in PostgreSQL, so that each fires once however many replicas run. */
final class Schedules {

  private static final String POOL = "entrata";

  private Schedules() {}

  static void store(CamelContext camel, DataSource dataSource) {
    new QuartzConnections(dataSource).register(POOL);
    Map<String, Object> options = new HashMap<>();
    options.put("org.quartz.scheduler.instanceName", "camel-entrata");
    options.put("org.quartz.scheduler.instanceId", "AUTO");
    options.put("org.quartz.scheduler.skipUpdateCheck", "true");
    options.put("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
    options.put("org.quartz.threadPool.threadCount", "4");
    options.put("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
    options.put(
        "org.quartz.jobStore.driverDelegateClass",
        "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
    options.put("org.quartz.jobStore.dataSource", POOL);
    options.put("org.quartz.jobStore.tablePrefix", "QRTZ_");
    options.put("org.quartz.jobStore.useProperties", "true");
    options.put("org.quartz.jobStore.isClustered", "true");
    options.put("org.quartz.jobStore.acquireTriggersWithinLock", "true");
    camel.getComponent("quartz", QuartzComponent.class).setProperties(options);
  }
}
