package dev.camelentrata.portal.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.camelentrata.portal.PortalCompany;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PageAddressTest {

  private final PortalCompany company =
      new PortalCompany("sandbox", URI.create("http://127.0.0.1:8090"), null, 1, 0);

  @Test
  void fillsInPlaceholdersSafely() {
    assertThat(
            PageAddress.of(
                company, "/?module=x&property[id]={propertyId}", Map.of("propertyId", "1&a=b c")))
        .hasToString("http://127.0.0.1:8090/?module=x&property%5Bid%5D=1%26a%3Db+c");
  }

  @Test
  void namesAMissingParameter() {
    assertThatThrownBy(() -> PageAddress.of(company, "/?id={propertyId}", Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("propertyId");
  }
}
