package dev.camelentrata.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The control calls for what signers do with a document that was sent to them. */
final class ControlDocuments {

  private static final Map<String, String> STATES =
      Map.of("viewed", "Viewed", "signed", "Signed", "declined", "Declined");

  private final SandboxRecords records;
  private final SandboxContent content;
  private final RecordKind documents;
  private final RecordKind leases;

  ControlDocuments(SandboxRecords records, SandboxContent content) {
    this.records = records;
    this.content = content;
    this.documents = records.kinds.get("documents");
    this.leases = records.kinds.get("leases");
  }

  Optional<SandboxRecord> find(String id) {
    return records.find(documents, id);
  }

  /**
   * Lets a signer look, sign or decline.
   *
   * @param index the signer's place, from 0
   */
  Map<String, Object> signer(SandboxRecord document, String index, String what) {
    String state = STATES.get(what);
    List<SandboxRecord> signers = new ArrayList<>(PortalText.records(document.get("signers")));
    if (state == null || !index.matches("\\d{1,2}") || Integer.parseInt(index) >= signers.size()) {
      throw new IllegalArgumentException(
          "use signers/{index}/viewed, signed or declined; this document has "
              + signers.size()
              + " signers");
    }
    if (!document.is("status", "Sent") && !document.is("status", "Partially Signed")) {
      throw new IllegalArgumentException(
          "document " + document.id() + " is " + document.text("status") + "; nobody can sign it");
    }
    int place = Integer.parseInt(index);
    SandboxRecord signer = signers.get(place);
    if (signer.is("status", "Signed")) {
      throw new IllegalArgumentException(signer.text("name") + " has signed already");
    }
    signers.set(
        place,
        signer
            .change()
            .set("status", state)
            .set("signedOn", state.equals("Signed") ? content.today() : null)
            .made());
    put(document, signers);
    return PlainJson.of(find(document.id()).orElseThrow());
  }

  private void put(SandboxRecord document, List<SandboxRecord> signers) {
    long signed = signers.stream().filter(signer -> signer.is("status", "Signed")).count();
    boolean all = signed == signers.size();
    records.replace(
        documents,
        document
            .change()
            .set("signers", List.copyOf(signers))
            .set("status", all ? "Completed" : signed > 0 ? "Partially Signed" : "Sent")
            .made());
    records
        .find(leases, document.text("leaseId"))
        .map(
            lease ->
                lease.with("signature", all ? "Signed" : signed > 0 ? "Partially Signed" : "Sent"))
        .ifPresent(lease -> records.replace(leases, lease));
  }
}
