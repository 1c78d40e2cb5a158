package dev.camelentrata;

import java.util.Properties;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
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
    int code;
    try {
      code = create(new Properties()).run(args);
    } catch (Exception e) {
      StartFailure failure = StartFailure.of(e);
      LOG.error("camel-entrata can't start: {}", failure.sentence());
      LOG.debug("The cause", e);
      code = 1;
    }
    System.exit(code);
  }

  /** The application, ready to run, with these options in place of those in the file. */
  static Main create(Properties options) {
    ApplicationBeans beans = new ApplicationBeans();
    Main main = new Main();
    main.setPropertyPlaceholderLocations("file:application.properties");
    options
        .stringPropertyNames()
        .forEach(name -> main.addOverrideProperty(name, options.getProperty(name)));
    main.configure().addConfiguration(beans);
    main.addMainListener(
        new MainListenerSupport() {
          @Override
          public void afterStart(BaseMainSupport started) {
            beans.tellReady(started.getCamelContext());
          }

          @Override
          public void afterStop(BaseMainSupport stopped) {
            beans.close();
          }
        });
    return main;
  }
}
