package dev.camelentrata.accounting.connect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.camelentrata.accounting.system.SystemKind;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.classic.methods.HttpDelete;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;

/** Asks a system whose books a permission is for. */
final class Organisations {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

  private final SystemKind system;
  private final URI address;
  private final ConnectHttp http;

  Organisations(SystemKind system, URI address, ConnectHttp http) {
    this.system = system;
    this.address = address;
    this.http = http;
  }

  /**
   * The organisations that these tokens lead to.
   *
   * @param realm the one that the callback names, which is believed only if the tokens open it;
   *     null with Xero
   * @throws ConnectFailedException if there is none
   */
  List<Organisation> of(TokenSet tokens, String realm) {
    return system == SystemKind.XERO ? tenants(tokens) : List.of(company(tokens, realm));
  }

  private List<Organisation> tenants(TokenSet tokens) {
    JsonNode answer = get(address, tokens, "the list of organisations");
    List<Organisation> found = new ArrayList<>();
    for (JsonNode each : answer) {
      String tenant = each.path("tenantId").asText();
      if (ID.matcher(tenant).matches()) {
        found.add(new Organisation(tenant, text(each, "tenantName"), text(each, "id")));
      }
    }
    if (found.isEmpty()) {
      throw ConnectFailedException.refused(
          "Xero gave its permission for no organisation. Choose at least one on Xero's page.");
    }
    return found;
  }

  private Organisation company(TokenSet tokens, String realm) {
    if (realm == null || !ID.matcher(realm).matches()) {
      throw ConnectFailedException.refused(
          "QuickBooks did not say whose books its permission is for (realmId).");
    }
    URI info = URI.create(address + "/v3/company/" + realm + "/companyinfo/" + realm);
    JsonNode answer = get(info, tokens, "the company's name");
    return new Organisation(realm, text(answer.path("CompanyInfo"), "CompanyName"), null);
  }

  /** Takes one organisation out of a permission that holds for others too. */
  boolean leave(String access, String linkId) {
    if (system != SystemKind.XERO || linkId == null || !ID.matcher(linkId).matches()) {
      return false;
    }
    try {
      return http.send(with(new HttpDelete(address + "/" + linkId), access)).ok();
    } catch (IOException e) {
      return false;
    }
  }

  private JsonNode get(URI url, TokenSet tokens, String what) {
    ConnectHttp.Answer answer;
    try {
      answer = http.send(with(new HttpGet(url), tokens.access()));
    } catch (IOException e) {
      throw ConnectFailedException.unavailable(Messages.nameOf(system) + " did not give " + what);
    }
    if (answer.ok()) {
      return answer.body();
    }
    if (answer.status() / 100 == 4 && answer.status() != 429) {
      throw ConnectFailedException.refused(
          Messages.nameOf(system)
              + " refused "
              + what
              + " with status "
              + answer.status()
              + ": its permission is not for these books.");
    }
    throw ConnectFailedException.unavailable(Messages.nameOf(system) + " did not give " + what);
  }

  private static HttpUriRequestBase with(HttpUriRequestBase request, String access) {
    request.setHeader("Authorization", "Bearer " + access);
    return request;
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).isTextual() ? node.path(name).textValue() : null;
  }
}
