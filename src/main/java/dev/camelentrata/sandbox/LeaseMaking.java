package dev.camelentrata.sandbox;

import java.util.List;
import java.util.function.Consumer;

/** What every new lease has, and its document. */
final class LeaseMaking {

  private final DialogRecords records;

  LeaseMaking(DialogRecords records) {
    this.records = records;
  }

  /** Adds a future lease that waits for its approvals. */
  SandboxRecord add(
      DialogDraft draft, SandboxUnit unit, LeaseTerms terms, Consumer<SandboxRecord.Draft> more) {
    List<LeaseApprovals.Needed> needed =
        LeaseApprovals.needed(terms.rent(), unit.letting().marketRent());
    SandboxRecord.Draft lease =
        records
            .draft("leases")
            .set("unitId", unit.id())
            .set("status", "Future")
            .set("startsOn", terms.startsOn())
            .set("endsOn", terms.endsOn())
            .set("monthToMonth", false)
            .set("termMonths", terms.months())
            .set("rent", terms.rent())
            .set("paymentAllowance", "Allow All")
            .set("signature", "Not Sent")
            .set("approval", "Pending")
            .set("approvals", needed.stream().map(n -> LeaseApprovals.pending(records, n)).toList())
            .set("externalReference", draft.answers.text(LeaseTerms.EXTERNAL));
    more.accept(lease);
    return records.add("leases", lease, draft.propertyId);
  }

  /** Adds the document that is to be signed. */
  SandboxRecord document(SandboxRecord lease, String kind, String name, String status) {
    return records.add(
        "documents",
        records
            .draft("documents")
            .set("leaseId", lease.id())
            .set("name", name)
            .set("kind", kind)
            .set("status", status)
            .set("createdOn", records.today()),
        lease.text("propertyId"));
  }

  /** Writes what is about to be confirmed. */
  static void review(Html html, SandboxUnit unit, LeaseTerms terms) {
    html.raw("<dl class=\"profile\" id=\"lease_review\">");
    PropertyProfile.field(html, "unit", "Unit", unit.number());
    PropertyProfile.field(html, "starts", "First day", UsText.date(terms.startsOn()));
    PropertyProfile.field(html, "ends", "Last day", UsText.date(terms.endsOn()));
    PropertyProfile.field(html, "term", "Months", Integer.toString(terms.months()));
    PropertyProfile.field(html, "rent", "Base rent", UsText.money(terms.rent()));
    String market = UsText.money(unit.letting().marketRent());
    PropertyProfile.field(html, "market_rent", "Market rent", market);
    String needed =
        String.join(
            ", ",
            LeaseApprovals.needed(terms.rent(), unit.letting().marketRent()).stream()
                .map(LeaseApprovals.Needed::kind)
                .toList());
    PropertyProfile.field(html, "approvals", "Approvals", needed);
    html.raw("</dl>\n");
  }
}
