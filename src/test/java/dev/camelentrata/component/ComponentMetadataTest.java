package dev.camelentrata.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.EndpointUriFactory;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that the build generates for the component. */
class ComponentMetadataTest {

  private static final String SERVICES = "META-INF/services/org/apache/camel/";
  private static final String CATALOG = "META-INF/dev/camelentrata/component/entrata.json";

  @ParameterizedTest
  @CsvSource({
    "component/entrata, EntrataComponent",
    "configurer/entrata-component, EntrataComponentConfigurer",
    "configurer/entrata-endpoint, EntrataEndpointConfigurer",
    "urifactory/entrata-endpoint, EntrataEndpointUriFactory"
  })
  void serviceEntryNamesAClassThatCanBeMade(String entry, String simpleName) throws Exception {
    Properties service = new Properties();
    try (InputStream in = resource(SERVICES + entry).openStream()) {
      service.load(in);
    }

    Class<?> type = Class.forName(service.getProperty("class"));

    assertThat(type.getSimpleName()).isEqualTo(simpleName);
    assertThat(type.getDeclaredConstructor().newInstance()).isNotNull();
  }

  @Test
  void camelResolvesTheGeneratedClasses() throws Exception {
    try (DefaultCamelContext context = new DefaultCamelContext()) {
      context.start();
      EndpointUriFactory uris =
          PluginHelper.getUriFactoryResolver(context).resolveFactory("entrata", context);

      assertThat(context.getComponent("entrata")).isInstanceOf(EntrataComponent.class);
      assertThat(uris).isInstanceOf(EntrataEndpointUriFactory.class);
      assertThat(uris.secretPropertyNames()).containsExactlyInAnyOrder("password", "totpSecret");
      assertThat(
              PluginHelper.getConfigurerResolver(context)
                  .resolvePropertyConfigurer("entrata-endpoint", context))
          .isInstanceOf(EntrataEndpointConfigurer.class);
      assertThat(
              PluginHelper.getConfigurerResolver(context)
                  .resolvePropertyConfigurer("entrata-component", context))
          .isInstanceOf(EntrataComponentConfigurer.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "entrata:listProperties",
        "entrata:listUnits?account=night&propertyId=1001&strategy=replay&page=0",
        "entrata:getUnit?unitId=77&company=acme&username=robin&password=x&totpSecret=y",
      })
  void catalogAcceptsGoodUris(String uri) throws Exception {
    EndpointValidationResult result = catalog().validateEndpointProperties(uri);

    assertThat(result.isSuccess()).as(result.summaryErrorMessage(true)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "entrata:listUnit",
        "entrata:listUnits?strategy=guess",
        "entrata:listUnits?page=first",
        "entrata:listUnits?propertId=1001"
      })
  void catalogRefusesBadUris(String uri) throws Exception {
    assertThat(catalog().validateEndpointProperties(uri).isSuccess()).isFalse();
  }

  @Test
  void catalogKnowsEveryOperation() throws Exception {
    for (EntrataOperation operation : EntrataOperation.values()) {
      assertThat(catalog().validateEndpointProperties("entrata:" + operation).isSuccess())
          .as("add %s to the enums of EntrataEndpoint.operation", operation)
          .isTrue();
    }
    assertThat(Arrays.stream(EntrataOperation.values()).map(EntrataOperation::operationName))
        .doesNotHaveDuplicates();
  }

  @Test
  void everyOptionAndHeaderSaysWhatItDoes() throws IOException {
    assertThat(catalogJson())
        .contains("\"description\": \"")
        .doesNotContain("\"description\": \"\"");
  }

  private static DefaultCamelCatalog catalog() throws IOException {
    DefaultCamelCatalog catalog = new DefaultCamelCatalog();
    catalog.addComponent("entrata", EntrataComponent.class.getName(), catalogJson());
    return catalog;
  }

  private static String catalogJson() throws IOException {
    try (InputStream in = resource(CATALOG).openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static URL resource(String name) {
    URL url = EntrataComponent.class.getClassLoader().getResource(name);
    assertThat(url).as("the build generates %s", name).isNotNull();
    return url;
  }
}
