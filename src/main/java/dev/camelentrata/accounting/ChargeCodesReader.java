package dev.camelentrata.accounting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.camelentrata.portal.map.CheckedYaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads the file of charge codes and checks it; every mistake is told with file, line and field.
 * Safe for use by many threads.
 */
final class ChargeCodesReader {

  private final JsonNode schema;

  ChargeCodesReader() {
    try (InputStream in = ChargeCodesReader.class.getResourceAsStream("charge-codes.schema.json")) {
      this.schema = new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param source the file's name, for messages
   * @throws dev.camelentrata.portal.map.PortalMapException listing every mistake
   */
  ChargeCodes read(String source, String text) {
    CheckedYaml yaml = CheckedYaml.read(source, text, schema);
    JsonNode companies = yaml.root().path("companies");
    companies
        .properties()
        .forEach(
            company ->
                new BooksCheck(yaml, company.getValue())
                    .check(CheckedYaml.path("companies", company.getKey())));
    yaml.throwIfAny();
    Map<String, CompanyBooks> books = new TreeMap<>();
    companies
        .properties()
        .forEach(
            company ->
                books.put(
                    company.getKey(),
                    BooksBinding.company(source, company.getKey(), company.getValue())));
    return new ChargeCodes(source, books);
  }
}
