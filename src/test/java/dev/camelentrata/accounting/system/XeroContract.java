package dev.camelentrata.accounting.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import java.util.List;
import java.util.function.Consumer;

/** Xero's published OpenAPI: calls, parameters and bodies must be in it. */
final class XeroContract implements Consumer<WatchedWire.Sent> {

  private static final String BASE = "/xero/api.xro/2.0";

  private final OpenApiInteractionValidator validator;

  XeroContract(String url) {
    validator =
        OpenApiInteractionValidator.createForSpecificationUrl(url)
            .withLevelResolver(
                LevelResolver.create()
                    .withLevel("validation.request.security", ValidationReport.Level.IGNORE)
                    .build())
            .build();
  }

  /** Checks nothing if the contract is not there. */
  static Consumer<WatchedWire.Sent> found() {
    return Contracts.find("xero/xero_accounting.yaml")
        .<Consumer<WatchedWire.Sent>>map(path -> new XeroContract(path.toUri().toString()))
        .orElse(call -> {});
  }

  @Override
  public void accept(WatchedWire.Sent call) {
    SimpleRequest.Builder request =
        new SimpleRequest.Builder(call.method(), call.uri().getPath().substring(BASE.length()));
    if (call.uri().getQuery() != null) {
      for (String parameter : call.uri().getRawQuery().split("&")) {
        String[] parts = parameter.split("=", 2);
        request.withQueryParam(
            parts[0],
            java.net.URLDecoder.decode(parts[1], java.nio.charset.StandardCharsets.UTF_8));
      }
    }
    call.headers().forEach((name, values) -> request.withHeader(name, values));
    if (!call.body().isEmpty()) {
      request.withBody(call.body());
    }
    List<String> mistakes =
        validator.validateRequest(request.build()).getMessages().stream()
            .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
            .map(message -> message.getKey() + ": " + message.getMessage())
            .toList();
    assertThat(mistakes).as(call.method() + " " + call.uri() + " " + call.body()).isEmpty();
  }
}
