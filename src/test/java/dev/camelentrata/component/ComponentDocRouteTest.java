package dev.camelentrata.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;

/** The examples of the component's page are routes that start. */
class ComponentDocRouteTest {

  private static final Pattern YAML = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);

  @Test
  void yamlExamplesStart() throws Exception {
    try (DefaultCamelContext context = new DefaultCamelContext()) {
      context.getRegistry().bind("portal", new FakePortal());
      EntrataComponent component = context.getComponent("entrata", EntrataComponent.class);
      component.getConfiguration().setAccount("night");
      for (String example : examples()) {
        Resource resource = ResourceHelper.fromString("example.camel.yaml", example);
        PluginHelper.getRoutesLoader(context).loadRoutes(resource);
      }

      context.start();

      assertThat(context.getRoutes())
          .extracting(org.apache.camel.Route::getId)
          .containsExactly("report-vacancies", "open-service-requests", "tell-changed-units");
    }
  }

  private static Iterable<String> examples() throws IOException {
    String page = Files.readString(Path.of("docs", "entrata-component.md"));
    return YAML.matcher(page).results().map((MatchResult match) -> match.group(1)).toList();
  }
}
