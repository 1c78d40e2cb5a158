package dev.camelentrata.submission;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;

/** Reads rows of submissions and of their attempts. */
final class SubmissionRow {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, String>> IDS = new TypeReference<>() {};

  private SubmissionRow() {}

  static Submission submission(ResultSet row, int number) throws SQLException {
    return new Submission(
        row.getString("id"),
        row.getString("company"),
        row.getLong("sequence"),
        row.getString("operation"),
        row.getString("property_id"),
        SubmissionState.ofSlug(row.getString("state")),
        row.getString("reference"),
        row.getString("session_id"),
        row.getString("username"),
        ids(row.getString("path_ids")),
        row.getString("body"),
        row.getString("result_id"),
        row.getString("confirmation"),
        row.getString("problem"),
        row.getInt("attempts"),
        instant(row, "committing_at"),
        instant(row, "next_attempt_at"),
        instant(row, "accepted_at"),
        instant(row, "started_at"),
        instant(row, "ended_at"),
        row.getLong("fence"));
  }

  static Attempt attempt(ResultSet row, int number) throws SQLException {
    return new Attempt(
        row.getInt("number"),
        row.getString("kind"),
        instant(row, "started_at"),
        instant(row, "ended_at"),
        row.getString("step"),
        row.getString("outcome"),
        row.getString("detail"),
        row.getString("evidence"));
  }

  static String json(Map<String, String> ids) {
    try {
      return JSON.writeValueAsString(ids);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> ids(String json) {
    try {
      return JSON.readValue(json, IDS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
