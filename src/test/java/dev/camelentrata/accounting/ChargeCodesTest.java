package dev.camelentrata.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.camelentrata.portal.map.PortalMapException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChargeCodesTest {

  private static final String PROPERTY =
      """
          properties:
            "1001":
              class: Maple Court
              tracking: { Property: Maple Court }
              codes:
                pet-rent: { account: "4130", class: Pets, taxCode: TAX }
                "late-*": { account: "4210", entries: transaction }
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "base-rent",
        "pet-rent",
        "monthly-utility-fee",
        "parking-permit-fee",
        "amenity-rent",
        "application-fee",
        "administration-fee",
        "late-fee",
        "nsf-fee",
        "new-lease-one-time-concession",
        "security-deposit",
        "refund",
        "bad-debt",
        "guarantor-waiver-fee"
      })
  void theSandboxHasAnAccountForEachOfItsCodes(String code) {
    assertThat(Books.accrual().rule("1001", code)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "1001, pet-rent, 4130",
    "1002, pet-rent, 4120",
    "1001, late-fee, 4210",
    "1002, late-fee, 4300",
    "1002, parking-permit-fee, 4130"
  })
  void thePropertysOwnComesFirstThenTheExactThenTheLongerPattern(
      String property, String code, String account) {
    CompanyBooks books = Books.read(Books.YAML + PROPERTY).of("sandbox");

    assertThat(books.rule(property, code)).get().extracting(CodeRule::account).isEqualTo(account);
    assertThat(books.rule(property, "unheard-of")).isEmpty();
    assertThat(books.rule(property, null)).isEmpty();
  }

  @Test
  void aCodesClassComesBeforeThePropertys() {
    CompanyBooks books = Books.read(Books.YAML + PROPERTY).of("sandbox");
    Accounts accounts = new Accounts(books);

    Booking pets = accounts.own(Books.charge("1", "pet-rent", "5.00").made());
    Booking rent = accounts.own(Books.charge("1", "base-rent", "5.00").made());

    assertThat(pets.taxCode()).isEqualTo("TAX");
    assertThat(pets.dimensions())
        .isEqualTo(new Dimensions("Pets", Map.of("Property", "Maple Court")));
    assertThat(rent.dimensions().className()).isEqualTo("Maple Court");
    assertThat(accounts.alone(Books.charge("1", "late-fee", "5.00").made())).isTrue();
    assertThat(accounts.alone(Books.charge("1", "base-rent", "5.00").made())).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "base-rent: { account: \"4010\" } | base-rent: { account: \"4011\" } | codes.base-rent.account: account '4011' does not stand under accounts",
        "base-rent: { account: \"4010\" } | base-rent: { acount: \"4010\" } | did you mean account?",
        "\"*-fee\": | \"*\": | * alone would book codes that nobody has looked at",
        "kind: deposit | kind: deposits | must be one of income, tax, deposit",
        "{ account: \"2310\", kind: deposit } | { account: \"4010\", kind: deposit } | must be an account of type liability, but 4010 is of type income",
        "receivable: \"1210\" | receivable: \"4010\" | must be an account of type asset",
        "currency: USD | currency: XQX | 'XQX' is no ISO 4217 currency",
        "basis: accrual | basis: acrual | must be one of accrual, cash",
        "prepaid: \"2410\" | x: 1 | unknown key 'x'"
      })
  void saysInWhichLineAndFieldAMistakeIs(String right, String wrong, String message) {
    assertThatThrownBy(() -> Books.read(Books.YAML.replace(right, wrong)))
        .isInstanceOf(PortalMapException.class)
        .hasMessageMatching("(?s)charge-codes\\.yaml:[0-9]+: companies.*")
        .hasMessageContaining(message);
  }

  @Test
  void hasInvoicesOnlyWhereEachTransactionHasAnEntryOfItsOwnWhenItIsCharged() {
    assertThat(Books.accrual().documents()).isEqualTo(DocumentStyle.NONE);
    assertThat(Books.invoices().documents()).isEqualTo(DocumentStyle.INVOICE);
    String daily = Books.YAML.replace("entries: daily ", "documents: invoice\n    entries: daily ");
    assertThatThrownBy(() -> Books.read(daily))
        .hasMessageContaining("companies.sandbox.documents: needs entries: transaction");
    String cash =
        daily
            .replace("entries: daily ", "entries: transaction ")
            .replace("basis: accrual ", "basis: cash ");
    assertThatThrownBy(() -> Books.read(cash))
        .hasMessageContaining("companies.sandbox.documents: needs basis: accrual");
  }

  @Test
  void saysWhichCompanyIsMissing() {
    assertThatThrownBy(() -> Books.read(Books.YAML).of("acme"))
        .hasMessage(
            "company 'acme' has no books; add it to charge-codes.yaml under companies; there are"
                + " sandbox");
  }

  @Test
  void followsItsFileAndKeepsTheLastGoodOne(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("charge-codes.yaml");
    Files.writeString(file, Books.YAML);
    ChargeCodesFile codes = new ChargeCodesFile(file);
    assertThat(codes.current().of("sandbox").basis()).isEqualTo(Basis.ACCRUAL);

    Files.writeString(file, Books.YAML.replace("basis: accrual", "basis: cash"));
    assertThat(codes.current().of("sandbox").basis()).isEqualTo(Basis.CASH);
    Files.writeString(file, "companies: {}");
    assertThat(codes.current().of("sandbox").basis()).isEqualTo(Basis.CASH);
    Files.delete(file);
    assertThat(codes.current().of("sandbox").basis()).isEqualTo(Basis.CASH);
    Files.writeString(file, Books.YAML);
    assertThat(codes.current().of("sandbox").basis()).isEqualTo(Basis.ACCRUAL);
  }
}
