package dev.camelentrata.component;

import dev.camelentrata.portal.PortalClients;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.util.URISupport;

/** The component behind {@code entrata:} URIs. */
@Component("entrata")
public class EntrataComponent extends HealthCheckComponent {

  @Metadata private EntrataConfiguration configuration = new EntrataConfiguration();

  private final StandalonePortals standalone;

  public EntrataComponent() {
    this((CamelContext) null);
  }

  public EntrataComponent(CamelContext context) {
    this(context, PortalClients::standalone);
  }

  EntrataComponent(CamelContext context, PortalClientFactory factory) {
    super(context);
    this.standalone = new StandalonePortals(factory);
  }

  @Override
  protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters)
      throws Exception {
    EntrataEndpoint endpoint =
        new EntrataEndpoint(
            uri, this, EntrataOperation.ofName(remaining), getConfiguration().copy());
    setProperties(endpoint, parameters);
    return endpoint;
  }

  @Override
  protected void doBuild() throws Exception {
    super.doBuild();
    // Camel masks passwords in the URIs it prints; this option's name it does not know.
    URISupport.addSanitizeKeywords("totpSecret");
  }

  @Override
  protected void doStop() throws Exception {
    standalone.close();
    super.doStop();
  }

  StandalonePortals standalone() {
    return standalone;
  }

  public EntrataConfiguration getConfiguration() {
    return configuration;
  }

  /** The options that hold for every endpoint which does not set them itself. */
  public void setConfiguration(EntrataConfiguration configuration) {
    this.configuration = configuration;
  }
}
