package dev.camelentrata.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.camelentrata.portal.PortalCompany;
import dev.camelentrata.portal.Strategy;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntrataComponentTest {

  private static final String LOGIN = "company=acme&username=robin&password=pa55word";

  private final DefaultCamelContext context = new DefaultCamelContext();
  private final List<PortalCompany> companies = new ArrayList<>();
  private final List<Path> dataDirs = new ArrayList<>();
  private final List<FakePortal> created = new ArrayList<>();

  @BeforeEach
  void startWithAFactoryOfFakes() {
    context.addComponent(
        "entrata",
        new EntrataComponent(
            context,
            (company, dataDir) -> {
              companies.add(company);
              dataDirs.add(dataDir);
              FakePortal portal = new FakePortal();
              portal.shows("listProperties", "", Samples.property("1001"));
              created.add(portal);
              return portal;
            }));
    context.start();
  }

  @AfterEach
  void stop() {
    context.stop();
  }

  private EntrataEndpoint endpoint(String uri) {
    return context.getEndpoint(uri, EntrataEndpoint.class);
  }

  private Object request(String uri) throws Exception {
    try (var template = context.createProducerTemplate()) {
      return template.requestBody(uri, (Object) null);
    }
  }

  @Test
  void unknownOperationIsRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> endpoint("entrata:listUnit?" + LOGIN))
        .hasRootCauseInstanceOf(IllegalArgumentException.class)
        .rootCause()
        .hasMessageStartingWith(
            "Unknown operation 'listUnit': after entrata: stands one of listProperties,"
                + " getProperty, listUnits, getUnit, listFloorplans, ");
  }

  @Test
  void unknownOptionIsRefused() {
    assertThatThrownBy(() -> endpoint("entrata:listUnits?propertId=1001&" + LOGIN))
        .hasMessageContaining("propertId");
  }

  @Test
  void endpointTakesTheOptionsOfTheComponentAndItsOwn() {
    EntrataComponent component = context.getComponent("entrata", EntrataComponent.class);
    component.getConfiguration().setCompany("acme");
    component.getConfiguration().setPropertyId("1001");

    EntrataEndpoint endpoint =
        endpoint(
            "entrata:listUnits?username=robin&password=x&propertyId=1002&strategy=browser&delay=5m");

    assertThat(endpoint.getOperation()).isEqualTo(EntrataOperation.LIST_UNITS);
    assertThat(endpoint.getConfiguration().getCompany()).isEqualTo("acme");
    assertThat(endpoint.getConfiguration().getPropertyId()).isEqualTo("1002");
    assertThat(endpoint.getConfiguration().getStrategy()).isEqualTo(Strategy.BROWSER);
    assertThat(endpoint.getDelay()).isEqualTo(300_000);
    assertThat(component.getConfiguration().getPropertyId()).isEqualTo("1001");
    assertThat(component.getConfiguration().getUsername()).isNull();
  }

  @Test
  void pollsOnceAMinuteUnlessTold() {
    assertThat(endpoint("entrata:listUnits?" + LOGIN).getDelay()).isEqualTo(60_000);
  }

  @Test
  void clientOfTheRegistryIsTakenAndNotClosed() throws Exception {
    FakePortal portal = new FakePortal();
    portal.shows("listProperties", "", Samples.property("1001"));
    context.getRegistry().bind("portal", portal);

    request("entrata:listProperties?account=night");
    context.stop();

    assertThat(portal.opened).containsExactly("night");
    assertThat(created).isEmpty();
    assertThat(portal.closed()).isFalse();
  }

  @Test
  void clientIsMadeWhenFirstNeededSharedAndClosedAtStop() throws Exception {
    endpoint("entrata:listProperties?" + LOGIN);
    assertThat(created).isEmpty();

    request("entrata:listProperties?" + LOGIN);
    request("entrata:listProperties?page=0&" + LOGIN);

    assertThat(created).hasSize(1);
    assertThat(companies)
        .containsExactly(
            new PortalCompany("acme", URI.create("https://acme.entrata.com"), null, 4, 300));
    assertThat(dataDirs).containsOnlyNulls();
    assertThat(created.get(0).opened).containsOnly(Accounts.of("acme", "robin", "pa55word"));
    context.stop();
    assertThat(created.get(0).closed()).isTrue();
  }

  @Test
  void standaloneOptionsReachTheClient() throws Exception {
    request(
        "entrata:listProperties?totpSecret=JBSWY3DPEHPK3PXP&baseUrl=http://127.0.0.1:8090/"
            + "&portalMap=my.portal.yaml&dataDir=var&concurrency=2&callsPerMinute=0&"
            + LOGIN);

    assertThat(companies)
        .containsExactly(
            new PortalCompany(
                "acme", URI.create("http://127.0.0.1:8090"), Path.of("my.portal.yaml"), 2, 0));
    assertThat(dataDirs).containsExactly(Path.of("var", "acme"));
    assertThat(created.get(0).opened)
        .containsExactly(Accounts.of("acme", "robin", "pa55word", "JBSWY3DPEHPK3PXP"));
  }

  @Test
  void contradictingDescriptionsOfACompanyAreRefused() throws Exception {
    request("entrata:listProperties?" + LOGIN);

    assertThatThrownBy(() -> request("entrata:listProperties?concurrency=9&" + LOGIN))
        .hasRootCauseInstanceOf(IllegalArgumentException.class)
        .rootCause()
        .hasMessageContaining("acme")
        .hasMessageContaining("once, on the component");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          listUnits                                       | bind a dev.camelentrata.portal.PortalClient
          listUnits?account=night                         | which knows account night
          listUnits?username=robin&password=x             | Option company is missing
          listUnits?company=acme&username=robin           | Option password is missing
          listUnits?company=acme&password=x               | Option username is missing
          listUnits?company=acme&totpSecret=x             | Option username is missing
          listUnits?account=night&username=robin          | exclude each other
          listUnits?company=a/b&username=r&password=x     | Option company is the first part
          getUnit?page=0&company=a&username=r&password=x  | leave page out
          listUnits?page=-1&company=a&username=r&password=x | counts from 0
          listUnits?concurrency=0&company=a&username=r&password=x | concurrency must be at least 1
          """)
  void optionsThatDoNotDoAreRefusedAtStart(String uri, String words) {
    assertThat(catchThrowable(() -> endpoint("entrata:" + uri)))
        .rootCause()
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "acme.entrata.com",
        "ftp://acme.entrata.com",
        "https://robin:secret@acme.entrata.com",
        "https://acme.entrata.com/path",
        "https://acme.entrata.com?module=x",
        "https://"
      })
  void baseUrlThatIsMoreOrLessThanAServerIsRefused(String baseUrl) {
    assertThat(
            catchThrowable(
                () -> endpoint("entrata:listUnits?baseUrl=RAW(" + baseUrl + ")&" + LOGIN)))
        .rootCause()
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Option baseUrl")
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          listUnits?page=1&account=night | leave page out
          listUnits?propertyId=1001      | needs an account to poll with
          getUnit?account=night          | needs the endpoint option unitId
          getProperty?account=night      | needs the endpoint option propertyId
          """)
  void consumerThatCannotPollIsRefusedAtStart(String uri, String words) {
    context.getRegistry().bind("portal", new FakePortal());
    EntrataEndpoint endpoint = endpoint("entrata:" + uri);

    assertThatThrownBy(() -> endpoint.createConsumer(exchange -> {}).start())
        .hasMessageContaining(words);
  }

  @Test
  void secretsAreMaskedWhereverAnEndpointIsPrinted() {
    EntrataEndpoint endpoint = endpoint("entrata:listUnits?totpSecret=JBSWY3DP&" + LOGIN);

    assertThat(endpoint.toString()).doesNotContain("pa55word").doesNotContain("JBSWY3DP");
    assertThat(endpoint.getConfiguration().toString())
        .doesNotContain("pa55word")
        .doesNotContain("JBSWY3DP");
    assertThat(
            catchThrowable(() -> endpoint("entrata:listUnits?oops=1&totpSecret=JBSWY3DP&" + LOGIN)))
        .hasMessageNotContaining("pa55word")
        .hasMessageNotContaining("JBSWY3DP");
  }

  @Test
  void optionsAreSetWithoutReflection() throws Exception {
    PluginHelper.getBeanIntrospection(context).resetCounters();

    endpoint("entrata:listUnits?emitInitial=true&propertyId=1001&" + LOGIN);

    assertThat(PluginHelper.getBeanIntrospection(context).getInvokedCounter()).isZero();
  }
}
