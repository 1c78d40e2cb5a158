package dev.camelentrata.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;

/** The baseline for mirrored reads: a Camel REST route that answers constant bytes. */
final class BareRest {

  private BareRest() {}

  /** Arguments: the port, and the file whose bytes are the answer. */
  public static void main(String[] args) throws Exception {
    byte[] answer = Files.readAllBytes(Path.of(args[1]));
    Main main = new Main();
    main.configure().httpServer().withEnabled(true).withHost("127.0.0.1");
    main.configure().httpServer().withPort(Integer.parseInt(args[0]));
    main.configure()
        .addRoutesBuilder(
            new RouteBuilder() {
              @Override
              public void configure() {
                restConfiguration().component("platform-http");
                rest().get("/properties/{propertyId}/units").to("direct:units");
                from("direct:units")
                    .setHeader(Exchange.CONTENT_TYPE, constant("application/json"))
                    .setBody(constant(answer));
              }
            });
    main.run();
  }
}
