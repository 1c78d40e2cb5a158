package dev.camelentrata.portal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RedactedPageTest {

  private static final String PAGE =
      """
      <html><head><title>Robin Sample</title><meta name="csrf-token" content="tok-123">
      <script>var token = 'tok-456';</script><style>.a { color: red }</style></head>
      <body><!-- robin@example.test -->
      <form action="/?module=authenticationxxx&amp;lease[id]=77"><label>User name</label>
      <label>Resident <select><option>Robin Sample</option></select></label>
      <input id="u" name="user" value="robin@example.test"><textarea>call 555-010-2030</textarea>
      <input type="hidden" data-session-token="tok-789"></form>
      <h1>Robin Sample</h1><table id="tbl_units"><thead><tr><th>Market Rent</th></tr></thead>
      <tbody><tr class="unit-row"><td title="robin@example.test">Robin Sample</td><td>$1,234.56</td></tr></tbody></table>
      <p class="alert error">robin@example.test is locked, call (555) 010-2030</p>
      </body></html>
      """;

  private final String redacted = RedactedPage.html(PAGE);

  @Test
  void holdsNobodysData() {
    assertThat(redacted)
        .doesNotContain(
            "Robin", "example.test", "tok-", "1,234.56", "2030", "lease[id]=77", "[id]=77");
  }

  @Test
  void keepsTheMarkupAndThePagesOwnWords() {
    assertThat(redacted)
        .contains(
            "<th>Market Rent</th>",
            "<label>User name</label>",
            "id=\"tbl_units\"",
            "class=\"unit-row\"",
            "is locked",
            "module=authenticationxxx");
  }

  @Test
  void keepsOfAnAddressOnlyWhatNamesTheScreen() {
    assertThat(RedactedPage.url("https://x.test/?module=customerxxx&lease[id]=5&token=abc#frag"))
        .isEqualTo("https://x.test/?module=customerxxx&lease[id]=…&token=…");
    assertThat(RedactedPage.url("http://127.0.0.1:8090/users/robin@example.test"))
        .isEqualTo("http://127.0.0.1:8090/users/…");
  }
}
