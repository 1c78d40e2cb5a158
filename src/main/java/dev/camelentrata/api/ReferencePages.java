package dev.camelentrata.api;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;

/**
 * Serves {@code /openapi.json} and the reference page {@code /docs}, made of Swagger UI from its
 * WebJar; nothing is loaded from elsewhere.
 */
final class ReferencePages {

  private static final String WEBJAR = "META-INF/maven/org.webjars/swagger-ui/pom.properties";
  private static final String POLICY =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " frame-ancestors 'none'";
  private static final Map<String, String> ASSETS =
      Map.of(
          "swagger-ui.css", "text/css",
          "swagger-ui-bundle.js", "text/javascript",
          "favicon-32x32.png", "image/png");

  private final OpenApiDocument document;
  private final ClassLoader loader = ReferencePages.class.getClassLoader();

  ReferencePages(OpenApiDocument document) {
    this.document = document;
  }

  void mount(Router router) {
    router
        .get("/openapi.json")
        .handler(call -> send(call, "application/json", Buffer.buffer(document.write())));
    router.get("/docs").handler(call -> own(call, "text/html; charset=utf-8", "docs.html"));
    router.get("/docs/start.js").handler(call -> own(call, "text/javascript", "start.js"));
    ASSETS.forEach(
        (name, type) -> router.get("/docs/" + name).handler(call -> webJar(call, type, name)));
    router
        .get("/")
        .handler(call -> call.response().setStatusCode(302).putHeader("Location", "/docs").end());
  }

  private static void own(RoutingContext call, String type, String name) {
    try (InputStream file = ReferencePages.class.getResourceAsStream(name)) {
      send(call, type, Buffer.buffer(file.readAllBytes()));
    } catch (IOException e) {
      call.fail(e);
    }
  }

  private void webJar(RoutingContext call, String type, String name) {
    String path = "META-INF/resources/webjars/swagger-ui/" + version() + "/" + name;
    try (InputStream file = loader.getResourceAsStream(path)) {
      call.response().putHeader("Cache-Control", "max-age=3600");
      send(call, type, Buffer.buffer(file.readAllBytes()));
    } catch (IOException e) {
      call.fail(e);
    }
  }

  private String version() {
    Properties properties = new Properties();
    try (InputStream file = loader.getResourceAsStream(WEBJAR)) {
      properties.load(file);
    } catch (IOException e) {
      throw new IllegalStateException("the Swagger UI WebJar cannot be read", e);
    }
    return properties.getProperty("version");
  }

  private static void send(RoutingContext call, String type, Buffer body) {
    call.response().putHeader("Content-Type", type).putHeader("Content-Security-Policy", POLICY);
    if (call.get(HttpFront.HEAD_ONLY) == null) {
      call.response().end(body);
    } else {
      call.response().end();
    }
  }
}
