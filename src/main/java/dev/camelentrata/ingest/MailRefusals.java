package dev.camelentrata.ingest;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes why an attachment was refused, so that its mail is put aside when the others are done. */
final class MailRefusals implements Processor {

  private static final Logger LOG = LoggerFactory.getLogger(MailRefusals.class);

  @Override
  public void process(Exchange exchange) {
    ReportRefusedException refused =
        exchange.getProperty(Exchange.EXCEPTION_CAUGHT, ReportRefusedException.class);
    LOG.warn(
        "A report by mail was refused as {}; its mail is moved to the folder for failed ones: {}",
        refused.kind(),
        refused.getMessage());
    @SuppressWarnings("unchecked")
    List<String> refusals = exchange.getProperty(MailReports.REFUSALS, List.class);
    refusals.add(refused.getMessage());
  }
}
