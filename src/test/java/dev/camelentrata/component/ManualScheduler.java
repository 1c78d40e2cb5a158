package dev.camelentrata.component;

import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.spi.ScheduledPollConsumerScheduler;

/** Polls when a test says so, in the test's own thread. */
final class ManualScheduler implements ScheduledPollConsumerScheduler {

  private CamelContext context;
  private Runnable task;

  void poll() {
    task.run();
  }

  @Override
  public void scheduleTask(Runnable task) {
    this.task = task;
  }

  @Override
  public void onInit(Consumer consumer) {}

  @Override
  public void unscheduleTask() {}

  @Override
  public void startScheduler() {}

  @Override
  public boolean isSchedulerStarted() {
    return task != null;
  }

  @Override
  public CamelContext getCamelContext() {
    return context;
  }

  @Override
  public void setCamelContext(CamelContext context) {
    this.context = context;
  }

  @Override
  public void start() {}

  @Override
  public void stop() {}

  @Override
  public void shutdown() {}
}
