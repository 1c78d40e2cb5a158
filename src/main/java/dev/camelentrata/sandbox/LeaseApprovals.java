package dev.camelentrata.sandbox;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The approvals that leases need before they are signed: who gives them, and where they stand. */
final class LeaseApprovals {

  static final Needed TERMS = new Needed("Lease Terms", "Property Manager");
  static final Needed EXCEPTION = new Needed("Screening Exception", "Regional Manager");

  /** Below so many percent of the market rent a lease is an exception. */
  private static final int USUAL_PERCENT = 90;

  private LeaseApprovals() {}

  /** An approval that a lease needs. */
  record Needed(String kind, String role) {}

  /** What a lease of this rent needs. */
  static List<Needed> needed(long rent, long marketRent) {
    return rent * 100 < marketRent * USUAL_PERCENT ? List.of(TERMS, EXCEPTION) : List.of(TERMS);
  }

  static SandboxRecord pending(Making making, Needed needed) {
    return making.element(
        "leases", "approvals", needed.kind(), needed.role(), "Pending", null, null, null);
  }

  static SandboxRecord pending(DialogRecords records, Needed needed) {
    return records.element(
        "leases", "approvals", needed.kind(), needed.role(), "Pending", null, null, null);
  }

  /** The lease's approval of this kind. */
  static Optional<SandboxRecord> of(SandboxRecord lease, String kind) {
    return PortalText.records(lease.get("approvals")).stream()
        .filter(approval -> approval.is("kind", kind))
        .findFirst();
  }

  /** The lease with this approval given or refused. */
  static SandboxRecord decided(
      SandboxRecord lease, String kind, String status, String by, LocalDate on, String reason) {
    List<SandboxRecord> approvals = new ArrayList<>();
    for (SandboxRecord approval : PortalText.records(lease.get("approvals"))) {
      approvals.add(
          approval.is("kind", kind)
              ? approval
                  .change()
                  .set("status", status)
                  .set("decidedBy", by)
                  .set("decidedOn", on)
                  .set("reason", reason)
                  .made()
              : approval);
    }
    return lease
        .change()
        .set("approvals", List.copyOf(approvals))
        .set("approval", together(approvals))
        .made();
  }

  private static String together(List<SandboxRecord> approvals) {
    if (approvals.stream().anyMatch(approval -> approval.is("status", "Rejected"))) {
      return "Rejected";
    }
    return approvals.stream().allMatch(approval -> approval.is("status", "Approved"))
        ? "Approved"
        : "Pending";
  }

  /** Whether nothing stands in the way of signing it. */
  static boolean given(SandboxRecord lease) {
    return !lease.is("approval", "Pending") && !lease.is("approval", "Rejected");
  }
}
