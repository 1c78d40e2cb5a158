package dev.camelentrata.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetCheckTest {

  private final TargetCheck strict = new TargetCheck(new AllowedTargets(List.of()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://127.0.0.1/hook | loopback",
        "https://127.0.0.1/hook | loopback",
        "https://127.255.255.254 | loopback",
        "https://[::1]/ | loopback",
        "https://169.254.169.254/latest/meta-data | link-local",
        "https://[fe80::1]/ | link-local",
        "https://[::ffff:10.0.0.1]/ | private",
        "https://10.0.0.1/ | private",
        "https://172.31.255.255/ | private",
        "https://192.168.1.1:8443/ | private",
        "https://[fd00::1]/ | private",
        "https://100.64.0.1/ | CGNAT",
        "https://0.0.0.0/ | unspecified",
        "https://[::]/ | unspecified",
        "https://224.0.0.1/ | multicast",
        "https://[ff02::1]/ | multicast",
        "https://255.255.255.255/ | reserved",
        "https://[2002:7f00:1::]/ | 6to4",
        "https://[64:ff9b::7f00:1]/ | NAT64",
        "https://[2001:0:7f00:1::]/ | Teredo",
        "https://[::7f00:1]/ | IPv4-compatible",
        "https://2130706433/ | neither a name nor an IP address",
        "https://0x7f000001/ | neither a name nor an IP address",
        "https://localhost/ | this machine",
        "https://a.LOCALHOST/ | this machine",
        "https://example.com:99999/ | a port from 1 to 65535",
        "https://example.com:0/ | a port from 1 to 65535",
        "https://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.test/ | host name",
        "http://example.com/hook | must begin with https://",
        "ftp://example.com/ | must be an https URL",
        "https:///hook | must be an https URL",
        "not a url | must be an https URL",
        "https://user:secret@example.com/ | must have no user name",
        "https://example.com/#part | must have no user name, password or fragment"
      })
  void refusesWithAReason(String url, String reason) {
    assertThat(strict.fault(url)).hasValueSatisfying(f -> assertThat(f).contains(reason));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com/hook?x=1",
        "https://example.com:8443",
        "HTTPS://Example.com/",
        "https://8.8.8.8/",
        "https://[2606:4700::1111]/"
      })
  void acceptsPublicHttps(String url) {
    assertThat(strict.fault(url)).isEmpty();
  }

  @Test
  void acceptsWhatTheOperatorAllowedAndNothingElse() {
    TargetCheck check =
        new TargetCheck(
            new AllowedTargets(List.of("127.0.0.1", "10.20.0.0/16", "fd00::/8", "hooks.internal")));

    assertThat(check.fault("http://127.0.0.1:9000/hook")).isEmpty();
    assertThat(check.fault("http://10.20.255.1/")).isEmpty();
    assertThat(check.fault("https://[fd12::1]/")).isEmpty();
    assertThat(check.fault("http://HOOKS.internal/")).isEmpty();
    assertThat(check.fault("http://127.0.0.2/")).isPresent();
    assertThat(check.fault("http://10.21.0.1/")).isPresent();
    assertThat(check.fault("http://other.internal/")).isPresent();
  }

  @Test
  void refusesIpv4InIpv6WhereverItComesFrom() throws Exception {
    byte[] mapped = new byte[16];
    mapped[10] = (byte) 0xff;
    mapped[11] = (byte) 0xff;
    mapped[12] = 10;
    mapped[15] = 1;

    assertThat(ForbiddenAddresses.kind(InetAddress.getByAddress(mapped)))
        .hasValueSatisfying(kind -> assertThat(kind).contains("private"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0/33", "10.0.0/8", "fd00::/129", "300.1.1.1"})
  void refusesRangesThatAreNone(String range) {
    assertThatThrownBy(() -> new AllowedTargets(List.of(range)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(range);
  }
}
