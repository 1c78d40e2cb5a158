package dev.camelentrata.sandbox;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the documents of some leases, with who has signed them. */
final class DocumentMaker implements RecordMaker {

  @Override
  public void make(Making making) {
    Map<String, SandboxRecord> residents = new HashMap<>();
    making.others("residents").forEach(r -> residents.put(r.id(), r));
    for (SandboxRecord lease : making.others("leases")) {
      SandboxRecord resident = residents.get(lease.text("residentId"));
      String signature = lease.text("signature");
      if (lease.is("status", "Future") && !signature.equals("Not Sent")) {
        document(making, lease, resident, "Lease", lease.day("startsOn").minusDays(30));
      } else if (lease.is("status", "Notice") && making.chance(60)) {
        document(making, lease, resident, "Notice", lease.day("noticeOn"));
      } else if (lease.is("interval", "Renewal")) {
        document(making, lease, resident, "Renewal", lease.day("startsOn").minusDays(40));
      } else if (lease.is("status", "Current") && making.chance(12)) {
        String kind = making.pick(List.of("Addendum", "Lease", "Other"));
        document(making, lease, resident, kind, lease.day("startsOn").minusDays(14));
      }
    }
  }

  private static void document(
      Making making, SandboxRecord lease, SandboxRecord resident, String kind, LocalDate wanted) {
    LocalDate created = wanted.isAfter(making.today) ? making.today.minusDays(4) : wanted;
    String status = status(lease.text("signature"));
    boolean signed = !status.equals("Sent");
    SandboxRecord tenant =
        signer(
            making,
            resident.text("firstName") + " " + resident.text("lastName"),
            "Resident",
            resident.text("email"),
            signed ? "Signed" : "Viewed",
            signed ? created.plusDays(2) : null);
    boolean done = status.equals("Completed");
    SandboxRecord manager =
        signer(
            making,
            "Morgan Ellery",
            "Property Manager",
            "morgan.ellery@example.com",
            done ? "Signed" : "Waiting",
            done ? created.plusDays(3) : null);
    making.add(
        "documents",
        making
            .draft("documents")
            .set("leaseId", lease.id())
            .set("name", name(kind))
            .set("kind", kind)
            .set("status", status)
            .set("createdOn", created)
            .set("signers", kind.equals("Notice") ? List.of(tenant) : List.of(tenant, manager)));
  }

  private static SandboxRecord signer(
      Making making, String name, String role, String email, String status, LocalDate signedOn) {
    return making.element("documents", "signers", name, role, email, status, signedOn);
  }

  private static String status(String signature) {
    return switch (signature) {
      case "Sent" -> "Sent";
      case "Partially Signed" -> "Partially Signed";
      default -> "Completed";
    };
  }

  private static String name(String kind) {
    return switch (kind) {
      case "Lease" -> "Apartment Lease Contract";
      case "Addendum" -> "Pet Addendum";
      case "Notice" -> "Notice to Vacate";
      case "Renewal" -> "Lease Renewal Agreement";
      default -> "Community Policies";
    };
  }
}
