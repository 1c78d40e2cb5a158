package dev.camelentrata.api;

import java.time.Instant;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Step: hands a received report file to the ingestion, with its name and whose it is. */
final class TakeReport implements Processor {

  private final ReportReception reception;

  TakeReport(ReportReception reception) {
    this.reception = reception;
  }

  @Override
  public void process(Exchange exchange) {
    Call call = Call.of(exchange);
    ReportReception.Received received = reception.take(exchange);
    Optional<String> name = call.parameters().text("name");
    Message message = exchange.getMessage();
    message.setBody(received.file());
    message.setHeader("EntrataCompany", call.session().company());
    message.setHeader("EntrataReportSource", "upload");
    message.setHeader(
        "EntrataReportName", name.orElse(received.name() == null ? "upload" : received.name()));
    call.parameters()
        .instant("asOf")
        .ifPresent((Instant asOf) -> message.setHeader("EntrataReportAsOf", asOf));
  }
}
