package dev.camelentrata.sandbox;

/** A call that the portal refuses; becomes a page or a JSON error, whichever was asked for. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  final int status;
  final String marker;

  private Refusal(int status, String marker, String message) {
    super(message, null, false, false);
    this.status = status;
    this.marker = marker;
  }

  static Refusal badRequest(String message) {
    return new Refusal(400, "bad_request", message);
  }

  static Refusal notEntitled(String what) {
    return new Refusal(403, "not_entitled", "You do not have permission to view " + what + ".");
  }

  static Refusal staleForm() {
    return new Refusal(
        403,
        "invalid_csrf_token",
        "This form is no longer valid. Load the page again and repeat the change.");
  }

  static Refusal readOnly() {
    return new Refusal(403, "read_only", "Your role may look at this but not change anything.");
  }

  static Refusal dialogClosed() {
    return new Refusal(
        409, "dialog_closed", "This dialog is no longer open. Open it again to make a change.");
  }

  static Refusal notFound(String what) {
    return new Refusal(404, "not_found", what + " does not exist.");
  }

  static Refusal notAllowed(String message) {
    return new Refusal(405, "method_not_allowed", message);
  }

  static Refusal notYet(String message) {
    return new Refusal(409, "not_ready", message);
  }
}
