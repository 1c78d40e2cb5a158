package dev.camelentrata.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;

class QuartzConnectionsIT {

  @RegisterExtension static final DatabaseFixture DATABASE = new DatabaseFixture();

  @Test
  void letsAClusteredSchedulerWorkOnThePool() throws SchedulerException, InterruptedException {
    new QuartzConnections(DATABASE.dataSource()).register("quartz-it");
    Scheduler scheduler = new StdSchedulerFactory(clustered()).getScheduler();
    try {
      CountDownLatch fired = new CountDownLatch(1);
      scheduler.getContext().put("fired", fired);
      scheduler.scheduleJob(
          JobBuilder.newJob(Fire.class).withIdentity("sync-units").build(),
          TriggerBuilder.newTrigger().withIdentity("sync-units").startNow().build());
      assertThat(rows("qrtz_triggers")).isEqualTo(1);
      scheduler.start();
      assertThat(fired.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(rows("qrtz_scheduler_state")).isEqualTo(1);
    } finally {
      scheduler.shutdown(true);
    }
    assertThat(rows("qrtz_triggers")).as("the pool is still open").isZero();
  }

  private static Properties clustered() {
    Properties properties = new Properties();
    properties.put("org.quartz.scheduler.instanceName", "camel-entrata");
    properties.put("org.quartz.scheduler.instanceId", "AUTO");
    properties.put("org.quartz.scheduler.skipUpdateCheck", "true");
    properties.put("org.quartz.threadPool.threadCount", "2");
    properties.put("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
    properties.put(
        "org.quartz.jobStore.driverDelegateClass",
        "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
    properties.put("org.quartz.jobStore.isClustered", "true");
    properties.put("org.quartz.jobStore.useProperties", "true");
    properties.put("org.quartz.jobStore.acquireTriggersWithinLock", "true");
    properties.put("org.quartz.jobStore.dataSource", "quartz-it");
    return properties;
  }

  private static long rows(String table) {
    return DATABASE.jdbcClient().sql("select count(*) from " + table).query(Long.class).single();
  }

  /** Says that it was fired. */
  public static final class Fire implements Job {

    @Override
    public void execute(JobExecutionContext context) {
      try {
        ((CountDownLatch) context.getScheduler().getContext().get("fired")).countDown();
      } catch (SchedulerException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
