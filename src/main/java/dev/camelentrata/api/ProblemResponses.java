package dev.camelentrata.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Says in the OpenAPI description which problems each operation can answer with. */
final class ProblemResponses {

  private static final Set<ProblemType> ALWAYS =
      EnumSet.of(
          ProblemType.INVALID_REQUEST,
          ProblemType.NOT_ACCEPTABLE,
          ProblemType.QUOTA_EXCEEDED,
          ProblemType.INTERNAL_ERROR);
  private static final Set<ProblemType> WITH_TOKEN =
      EnumSet.of(ProblemType.TOKEN_MISSING, ProblemType.TOKEN_INVALID, ProblemType.SESSION_EXPIRED);
  private static final Set<ProblemType> WITH_LOGIN =
      EnumSet.of(
          ProblemType.NOT_ENTITLED,
          ProblemType.ACCOUNT_KEY_REQUIRED,
          ProblemType.INVALID_CREDENTIALS,
          ProblemType.ACCOUNT_LOCKED,
          ProblemType.PASSWORD_CHANGE_REQUIRED,
          ProblemType.MFA_REQUIRED,
          ProblemType.MFA_REJECTED);
  private static final Set<ProblemType> WITH_BODY =
      EnumSet.of(
          ProblemType.MALFORMED_JSON,
          ProblemType.BODY_TOO_LARGE,
          ProblemType.UNSUPPORTED_MEDIA_TYPE);
  private static final Set<ProblemType> WITH_SCOPE =
      EnumSet.of(ProblemType.INSUFFICIENT_SCOPE, ProblemType.NOT_ENTITLED);
  private static final Set<ProblemType> WITH_PORTAL =
      EnumSet.of(
          ProblemType.PORTAL_DRIFT,
          ProblemType.PORTAL_UNAVAILABLE,
          ProblemType.PORTAL_MAINTENANCE,
          ProblemType.HUMAN_VERIFICATION_REQUIRED,
          ProblemType.RATE_LIMITED);

  private static final Set<ProblemType> WITH_SUBMISSION =
      EnumSet.of(
          ProblemType.REQUEST_IN_PROGRESS,
          ProblemType.IDEMPOTENCY_KEY_REUSED,
          ProblemType.PORTAL_REJECTED);

  /** Of operations whose address itself is what allows them. */
  private static final Map<String, Set<ProblemType>> SIGNED =
      Map.of(
          "putUploadContent",
          EnumSet.of(
              ProblemType.URL_INVALID,
              ProblemType.URL_EXPIRED,
              ProblemType.UPLOAD_USED,
              ProblemType.UPLOAD_BROKEN_OFF,
              ProblemType.DIGEST_MISSING,
              ProblemType.DIGEST_MISMATCH,
              ProblemType.LENGTH_MISMATCH,
              ProblemType.FILE_TOO_LARGE,
              ProblemType.FILE_TYPE_NOT_ALLOWED),
          "downloadDocument",
          with(
              WITH_PORTAL,
              ProblemType.URL_INVALID,
              ProblemType.URL_EXPIRED,
              ProblemType.SESSION_EXPIRED,
              ProblemType.NOT_ENTITLED),
          "completeAccountingConnection",
          EnumSet.of(
              ProblemType.URL_INVALID,
              ProblemType.URL_EXPIRED,
              ProblemType.SESSION_EXPIRED,
              ProblemType.NOT_ENTITLED,
              ProblemType.ACCOUNTING_REFUSED,
              ProblemType.ACCOUNTING_UNAVAILABLE));

  private static final Set<String> DELIVERING =
      Set.of("testWebhookEndpoint", "replayDelivery", "replayWebhookEndpoint");

  private final ObjectMapper json;

  ProblemResponses(ObjectMapper json) {
    this.json = json;
  }

  void addTo(ObjectNode responses, ApiOperation operation) {
    Map<Integer, List<ProblemType>> byStatus = new TreeMap<>();
    for (ProblemType type : of(operation)) {
      byStatus.computeIfAbsent(type.status(), s -> new ArrayList<>()).add(type);
    }
    byStatus.forEach((status, types) -> responses.set(status.toString(), response(types)));
  }

  static Set<ProblemType> of(ApiOperation operation) {
    EnumSet<ProblemType> types = EnumSet.copyOf(ALWAYS);
    if (SIGNED.containsKey(operation.id())) {
      types.addAll(SIGNED.get(operation.id()));
    } else {
      types.addAll(operation.secured() ? WITH_TOKEN : WITH_LOGIN);
    }
    if (!operation.scopes().isEmpty()) {
      types.addAll(WITH_SCOPE);
    }
    if (operation.consumes() != null) {
      types.addAll(WITH_BODY);
    }
    if (operation.submits()) {
      types.addAll(WITH_SUBMISSION);
    }
    if (operation.id().equals("cancelSubmission")) {
      types.add(ProblemType.NOT_CANCELLABLE);
    }
    if (List.of("replayDeadLetter", "discardDeadLetter").contains(operation.id())) {
      types.add(ProblemType.DEAD_LETTER_ENDED);
    }
    if (operation.id().equals("replayDeadLetter")) {
      types.add(ProblemType.NOT_REPLAYABLE);
      types.add(ProblemType.REPLAY_FAILED);
    }
    if (operation.id().equals("previewPostings")) {
      types.add(ProblemType.NO_BOOKS);
    }
    if (DELIVERING.contains(operation.id())) {
      types.add(ProblemType.ENDPOINT_DISABLED);
    }
    boolean logsIn = !operation.secured() && !SIGNED.containsKey(operation.id());
    if (operation.mirrored()
        || operation.submits()
        || logsIn
        || operation.path().endsWith("/downloads")) {
      types.addAll(WITH_PORTAL);
    }
    if (operation.mirrored()) {
      types.add(ProblemType.NOT_MIRRORED);
    }
    if (operation.id().equals("sendReport")) {
      types.add(ProblemType.REPORT_REFUSED);
      types.add(ProblemType.REPORT_RUNNING);
      types.add(ProblemType.FILE_TOO_LARGE);
    }
    if (operation.id().equals("announceUpload")) {
      types.add(ProblemType.FILE_TOO_LARGE);
      types.add(ProblemType.FILE_TYPE_NOT_ALLOWED);
    }
    if (operation.path().contains("{") && !operation.id().equals("putUploadContent")) {
      types.add(ProblemType.NOT_FOUND);
    }
    if (operation.id().equals("startSyncRun")) {
      types.add(ProblemType.SYNC_RUNNING);
    }
    if (operation.id().equals("startReconciliation")) {
      types.add(ProblemType.RECONCILIATION_RUNNING);
    }
    if (operation.id().equals("updateVariance")) {
      types.add(ProblemType.VARIANCE_RESOLVED);
    }
    if (operation.id().equals("repairVariance")) {
      types.add(ProblemType.NOT_REPAIRABLE);
    }
    if (operation.paged()) {
      types.add(ProblemType.INVALID_CURSOR);
    }
    return types;
  }

  private static Set<ProblemType> with(Set<ProblemType> some, ProblemType... others) {
    EnumSet<ProblemType> all = EnumSet.copyOf(some);
    all.addAll(List.of(others));
    return all;
  }

  private ObjectNode response(List<ProblemType> types) {
    ObjectNode response = json.createObjectNode();
    StringBuilder description = new StringBuilder();
    for (ProblemType type : types) {
      description
          .append(description.isEmpty() ? "" : "\n")
          .append("- `")
          .append(type.slug())
          .append("`: ")
          .append(type.title())
          .append(". ")
          .append(type.advice());
    }
    response.put("description", description.toString());
    ObjectNode headers = response.putObject("headers");
    reference(headers, "X-Request-Id", "RequestId");
    int status = types.get(0).status();
    if (status == 401) {
      reference(headers, "WWW-Authenticate", "Challenge");
    }
    if (status == 429 || status == 503) {
      reference(headers, "Retry-After", "RetryAfter");
    }
    ObjectNode content = response.putObject("content").putObject(ProblemJson.CONTENT_TYPE);
    content.putObject("schema").put("$ref", "#/components/schemas/Problem");
    ProblemType first = types.get(0);
    content
        .putObject("example")
        .put("type", ApiSettings.DEFAULT_PROBLEM_BASE + first.slug())
        .put("title", first.title())
        .put("status", first.status())
        .put("detail", first.advice())
        .put("instance", "urn:camel-entrata:request:3f0c6d1e-8a51-4a7e-9d51-5a0e7e0f2b11");
    return response;
  }

  private static void reference(ObjectNode headers, String name, String component) {
    headers.putObject(name).put("$ref", "#/components/headers/" + component);
  }
}
