package dev.camelentrata.api;

import dev.camelentrata.portal.PortalProblem;
import dev.camelentrata.upload.UploadProblem;

/** Every problem that the API answers with; {@code docs/errors.md} is this table in words. */
enum ProblemType {
  INVALID_REQUEST(
      "invalid-request", 400, "The request is not valid", "Correct what `errors` lists."),
  MALFORMED_JSON(
      "malformed-json", 400, "The body is not JSON", "Send one JSON object, encoded in UTF-8."),
  INVALID_CURSOR(
      "invalid-cursor",
      400,
      "The cursor does not belong to this list",
      "Send the cursor with the filters it came with, or start again without a cursor."),
  DIGEST_MISSING(
      "digest-missing",
      400,
      "The content comes without its digest",
      "Send `Content-Digest: sha-256=:<base64>:` (RFC 9530)."),
  UPLOAD_BROKEN_OFF(
      "upload-broken-off",
      400,
      "The content did not come to its end",
      "Send it again to the same address."),
  TOKEN_MISSING(
      "token-missing",
      401,
      "An access token is needed",
      "Get one with POST /sessions and send it as `Authorization: Bearer <token>`."),
  TOKEN_INVALID(
      "token-invalid",
      401,
      "The access token is not valid",
      "It is unknown, revoked or past its time: get a new one with POST /sessions."),
  INVALID_CREDENTIALS(
      "invalid-credentials",
      401,
      "The portal rejected the login",
      "Check user name and password; the same ones are not tried again by themselves."),
  MFA_REQUIRED(
      "mfa-required",
      401,
      "The portal asks for a second factor",
      "Send `mfa.code` or `mfa.totpSecret` for one of `methods`."),
  MFA_REJECTED(
      "mfa-rejected",
      401,
      "The portal rejected the second factor",
      "Send a fresh code, or check the TOTP secret."),
  SESSION_EXPIRED(
      "session-expired", 401, "The portal session has ended", "Log in again with POST /sessions."),
  INSUFFICIENT_SCOPE(
      "insufficient-scope",
      403,
      "The access token lacks a scope",
      "Get a token that has the scope in `requiredScope`."),
  ACCOUNT_KEY_REQUIRED(
      "account-key-required",
      403,
      "The configured account needs its key",
      "Send the account's `key`; the operator sets it in `application.properties`."),
  ACCOUNT_LOCKED(
      "account-locked",
      403,
      "The portal has locked the account",
      "Have the portal's administrator unlock it."),
  PASSWORD_CHANGE_REQUIRED(
      "password-change-required",
      403,
      "The portal wants a new password",
      "Log in to the portal in a browser, change the password, then log in here."),
  NOT_ENTITLED(
      "not-entitled",
      403,
      "The portal user may not see this",
      "Have the portal's administrator assign it, then log in again."),
  URL_INVALID(
      "url-invalid",
      403,
      "The signed address is not ours",
      "Use `url` of the answer unchanged, with all of its query."),
  URL_EXPIRED(
      "url-expired", 403, "The signed address has ended", "Ask for a new one the same way."),
  NOT_FOUND("not-found", 404, "There is no such thing in the portal", "Check the id."),
  UNKNOWN_PATH(
      "unknown-path", 404, "There is nothing at this path", "See /docs for what there is."),
  METHOD_NOT_ALLOWED(
      "method-not-allowed",
      405,
      "The path does not know this method",
      "Use one of the methods in the `Allow` header."),
  NOT_ACCEPTABLE(
      "not-acceptable",
      406,
      "The answer would be of a type that is not accepted",
      "Accept `application/json` and `application/problem+json`."),
  SYNC_RUNNING(
      "sync-running",
      409,
      "Such a sync run is going on",
      "Wait for it: GET /sync-runs/{id} of `syncRunId` tells how far it is."),
  REPORT_RUNNING(
      "report-running",
      409,
      "The same report file is being taken in",
      "Wait for it: GET /ingest-runs?state=running tells how far it is."),
  REQUEST_IN_PROGRESS(
      "request-in-progress",
      409,
      "The same request is still being worked on",
      "Wait for it: GET /submissions/{id} of `submissionId` tells how it stands."),
  NOT_CANCELLABLE(
      "not-cancellable",
      409,
      "The submission is no longer only accepted",
      "It is on its way into the portal, or has ended: GET /submissions/{id} tells."),
  ENDPOINT_DISABLED(
      "endpoint-disabled",
      409,
      "The webhook endpoint is disabled",
      "Enable it first: PATCH /webhook-endpoints/{id} with `{\"disabled\": false}`."),
  NO_BOOKS(
      "no-books",
      409,
      "The company has no books",
      "The operator adds them to `routes/accounting/charge-codes.yaml`, as `detail` says."),
  DEAD_LETTER_ENDED(
      "dead-letter-ended",
      409,
      "The dead letter is no longer open",
      "It was replayed, discarded or settled: GET /dead-letters/{id} tells."),
  NOT_REPLAYABLE(
      "not-replayable",
      409,
      "The dead letter cannot be replayed as things are",
      "Do what `detail` says, then replay it again, or discard it."),
  REPLAY_FAILED(
      "replay-failed",
      409,
      "The dead letter failed again",
      "It stays open with its new error; mend what `detail` tells, then replay it again."),
  RECONCILIATION_RUNNING(
      "reconciliation-running",
      409,
      "A reconciliation of the company is going on",
      "Wait for it: GET /reconciliations/{id} of `reconciliationId` tells how far it is."),
  NOT_REPAIRABLE(
      "not-repairable",
      409,
      "The variance cannot be repaired from here",
      "Do what `detail` says, then reconcile again."),
  VARIANCE_RESOLVED(
      "variance-resolved",
      409,
      "The variance is gone",
      "There is nothing to explain: GET /variances/{id} tells since when."),
  IDEMPOTENCY_KEY_REUSED(
      "idempotency-key-reused",
      422,
      "The Idempotency-Key was used for another request",
      "Use a new key for a new request, and the same body with the same key."),
  PORTAL_REJECTED(
      "portal-rejected",
      422,
      "The portal does not accept it",
      "Correct what `errors` says in the portal's own words; nothing was written."),
  UPLOAD_USED(
      "upload-used",
      409,
      "The address of the upload has been used",
      "Announce the file anew with POST /uploads; a file is never overwritten."),
  BODY_TOO_LARGE("body-too-large", 413, "The body is too large", "Send at most 1 MiB."),
  FILE_TOO_LARGE(
      "file-too-large",
      413,
      "The file is too large",
      "Send a file of at most 25 MiB, or as little as `detail` says."),
  UNSUPPORTED_MEDIA_TYPE(
      "unsupported-media-type",
      415,
      "The body is of another type than JSON",
      "Send `Content-Type: application/json`."),
  FILE_TYPE_NOT_ALLOWED(
      "file-type-not-allowed",
      415,
      "The file is not of a type that is taken",
      "Send an image or a PDF, announced as what it really is."),
  LENGTH_MISMATCH(
      "length-mismatch",
      422,
      "The content has another length than was announced",
      "Send the whole file as announced, or announce it anew."),
  DIGEST_MISMATCH(
      "digest-mismatch",
      422,
      "The content has another digest than was told",
      "Compute the SHA-256 over the bytes that are sent, and send them again."),
  REPORT_REFUSED(
      "report-refused",
      422,
      "The report file was refused as a whole",
      "Correct what `detail` says and send it again; nothing of it was taken in."),
  ACCOUNTING_REFUSED(
      "accounting-refused",
      422,
      "The accounting system did not give its permission",
      "Do what `detail` says, then begin anew with POST /accounting/connections."),
  UPLOAD_UNUSABLE(
      "upload-unusable",
      422,
      "An upload cannot be used here",
      "Correct what `uploads` lists: upload these files again."),
  QUOTA_EXCEEDED(
      "quota-exceeded",
      429,
      "Too many requests",
      "Wait as long as `Retry-After` says; `RateLimit` tells what is left."),
  INTERNAL_ERROR(
      "internal-error",
      500,
      "Something went wrong on our side",
      "Try again; if it stays, quote the request id to the operator."),
  PORTAL_DRIFT(
      "portal-drift",
      502,
      "The portal no longer matches its portal map",
      "The operator corrects the entry `mapEntry` of the portal map; no restart is needed."),
  PORTAL_UNAVAILABLE(
      "portal-unavailable", 503, "The portal does not answer", "Try again after `Retry-After`."),
  PORTAL_MAINTENANCE(
      "portal-maintenance",
      503,
      "The portal is under maintenance",
      "Try again after `Retry-After`."),
  HUMAN_VERIFICATION_REQUIRED(
      "human-verification-required",
      503,
      "The portal wants to see a human",
      "A person logs in to the portal in a browser and solves it; it is never worked around."),
  RATE_LIMITED(
      "rate-limited",
      503,
      "The portal's limit, or the company's budget, is used up",
      "Try again after `Retry-After`; the operator may raise the company's budget."),
  ACCOUNTING_UNAVAILABLE(
      "accounting-unavailable",
      503,
      "The accounting system does not answer",
      "Begin anew with POST /accounting/connections after `Retry-After`."),
  NOT_MIRRORED(
      "not-mirrored",
      504,
      "The mirror has no copy that is fresh enough",
      "Ask without `only-if-cached`, or with a larger `max-age`.");

  private final String slug;
  private final int status;
  private final String title;
  private final String advice;

  ProblemType(String slug, int status, String title, String advice) {
    this.slug = slug;
    this.status = status;
    this.title = title;
    this.advice = advice;
  }

  /** The last part of the problem type's URI. */
  String slug() {
    return slug;
  }

  /** The HTTP status code. */
  int status() {
    return status;
  }

  String title() {
    return title;
  }

  /** What the caller can do about it. */
  String advice() {
    return advice;
  }

  /** The problem of this slug; {@code internal-error} if there is none. */
  static ProblemType ofSlug(String slug) {
    for (ProblemType type : values()) {
      if (type.slug.equals(slug)) {
        return type;
      }
    }
    return INTERNAL_ERROR;
  }

  /** The API's problem for a problem of the portal. */
  static ProblemType of(PortalProblem problem) {
    return valueOf(problem.name());
  }

  /** The API's problem for a file that was refused. */
  static ProblemType of(UploadProblem problem) {
    return valueOf(problem.name());
  }
}
