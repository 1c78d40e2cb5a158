package dev.camelentrata.accounting.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.module.jaxb.JaxbAnnotationIntrospector;
import com.intuit.ipp.data.Customer;
import com.intuit.ipp.data.Deposit;
import com.intuit.ipp.data.Invoice;
import com.intuit.ipp.data.JournalEntry;
import com.intuit.ipp.data.Payment;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.XMLConstants;
import javax.xml.bind.JAXBContext;
import javax.xml.namespace.QName;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;

/**
 * Intuit's published schema: what is sent must be what Intuit's own data classes take, and be valid
 * once these have written it as XML.
 */
final class QuickBooksContract implements Consumer<WatchedWire.Sent> {

  private static final Map<String, Class<?>> ENTITIES =
      Map.of(
          "JournalEntry", JournalEntry.class,
          "Deposit", Deposit.class,
          "Invoice", Invoice.class,
          "Payment", Payment.class,
          "Customer", Customer.class);

  private final JsonMapper json =
      JsonMapper.builder()
          .annotationIntrospector(
              AnnotationIntrospector.pair(
                  new JacksonAnnotationIntrospector(),
                  new JaxbAnnotationIntrospector(
                      com.fasterxml.jackson.databind.type.TypeFactory.defaultInstance())))
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private final Schema schema;
  private final JAXBContext xml;

  QuickBooksContract(Path schema) {
    try {
      this.schema =
          SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(schema.toFile());
      this.xml = JAXBContext.newInstance(ENTITIES.values().toArray(Class[]::new));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Checks nothing if the contract is not there. */
  static Consumer<WatchedWire.Sent> found() {
    return Contracts.find("quickbooks/IntuitRestServiceDef.xsd")
        .<Consumer<WatchedWire.Sent>>map(QuickBooksContract::new)
        .orElse(call -> {});
  }

  @Override
  public void accept(WatchedWire.Sent call) {
    assertThat(call.uri().getQuery()).contains("minorversion=75");
    if (call.body().isEmpty()) {
      return;
    }
    try {
      JsonNode body = json.readTree(call.body());
      String path = call.uri().getPath();
      if (!path.endsWith("/batch")) {
        assertThat(call.uri().getQuery()).containsPattern("requestid=[a-z0-9-]{1,50}(&|$)");
        check(
            ENTITIES.keySet().stream()
                .filter(each -> path.endsWith("/" + each.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(),
            body);
        return;
      }
      assertThat(call.uri().getQuery()).containsPattern("requestid=[a-z0-9-]{1,36}(&|$)");
      assertThat(body.path("BatchItemRequest").size()).isBetween(1, 30);
      for (JsonNode item : body.path("BatchItemRequest")) {
        assertThat(item.path("bId").asText()).hasSizeBetween(1, 10);
        assertThat(item.path("operation").asText()).isEqualTo("create");
        List<String> entities = ENTITIES.keySet().stream().filter(item::has).toList();
        assertThat(entities).hasSize(1);
        check(entities.get(0), item.path(entities.get(0)));
      }
    } catch (Exception e) {
      throw new AssertionError(call.body(), e);
    }
  }

  private void check(String entity, JsonNode body) throws Exception {
    check(entity, json.treeToValue(body, ENTITIES.get(entity)));
  }

  @SuppressWarnings("unchecked")
  private <T> void check(String entity, T data) throws Exception {
    StringWriter text = new StringWriter();
    xml.createMarshaller()
        .marshal(
            new javax.xml.bind.JAXBElement<>(
                new QName("http://schema.intuit.com/finance/v3", entity),
                (Class<T>) data.getClass(),
                data),
            text);
    schema.newValidator().validate(new StreamSource(new StringReader(text.toString())));
  }
}
