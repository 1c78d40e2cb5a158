package dev.camelentrata.upload;

/** Why a file was not taken, or a signed address not followed. */
public enum UploadProblem {
  URL_INVALID,
  URL_EXPIRED,
  UPLOAD_USED,
  UPLOAD_BROKEN_OFF,
  UPLOAD_UNUSABLE,
  DIGEST_MISSING,
  DIGEST_MISMATCH,
  LENGTH_MISMATCH,
  FILE_TOO_LARGE,
  FILE_TYPE_NOT_ALLOWED
}
