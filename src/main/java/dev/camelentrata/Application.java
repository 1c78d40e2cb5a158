package dev.camelentrata;

import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs camel-entrata until it is told to end: Camel Main, configured by {@code
 * application.properties}.
 */
public final class Application {

  private static final Logger LOG = LoggerFactory.getLogger(Application.class);

  private Application() {}

  /** Ends with exit code 1, and one sentence in the log, if it can't start. */
  public static void main(String[] args) {
    ApplicationBeans beans = new ApplicationBeans();
    Main main = create(beans);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(main, beans), "stop"));
    int code;
    try {
      code = main.run(args);
    } catch (Exception e) {
      LOG.error("camel-entrata can't start: {}", StartFailure.of(e).sentence());
      LOG.debug("The cause", e);
      code = 1;
    }
    System.exit(code);
  }

  private static Main create(ApplicationBeans beans) {
    Main main = new Main();
    main.setPropertyPlaceholderLocations("file:application.properties");
    main.configure().addConfiguration(beans);
    // Our own hook stops Camel first and the parts after it; Camel's would not wait for them.
    main.setShutdownStrategy(new SimpleMainShutdownStrategy());
    main.addMainListener(
        new MainListenerSupport() {
          @Override
          public void afterStart(BaseMainSupport started) {
            beans.started(started.getCamelContext());
          }
        });
    return main;
  }

  private static void stop(Main main, ApplicationBeans beans) {
    LOG.info("camel-entrata is stopping");
    try {
      main.stop();
    } finally {
      beans.close();
    }
    LOG.info("camel-entrata has stopped");
  }
}
