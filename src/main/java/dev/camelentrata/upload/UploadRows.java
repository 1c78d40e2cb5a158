package dev.camelentrata.upload;

import dev.camelentrata.mirror.RowSecurity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The table of uploads. Every method takes part in the caller's transaction if there is one. Safe
 * for use by many threads.
 */
final class UploadRows {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  UploadRows(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
  }

  void add(Upload upload) {
    forCompany(
        upload.company(),
        () ->
            jdbc.sql(
                    """
                    insert into upload (id, company, username, property_id, file_name, media_type,
                      length, sha256, state, created_at, expires_at)
                    values (:id, :company, :username, :property, :name, :type, :length, :sha256,
                      'announced', :created, :expires)
                    """)
                .param("id", upload.id())
                .param("company", upload.company())
                .param("username", upload.username())
                .param("property", upload.propertyId())
                .param("name", upload.fileName())
                .param("type", upload.mediaType())
                .param("length", upload.length())
                .param("sha256", upload.digest() == null ? null : upload.digest().bytes())
                .param("created", time(upload.createdAt()))
                .param("expires", time(upload.expiresAt()))
                .update());
  }

  /** Of whatever company; the id is known only to whom it was told. */
  Optional<Upload> findByHolder(String id) {
    return transaction.execute(
        status -> {
          jdbc.sql("select set_config('entrata.upload', ?, true)").param(id).query(rows -> {});
          return jdbc.sql("select * from upload where id = ?")
              .param(id)
              .query(UploadRows::upload)
              .optional();
        });
  }

  /** These of a company, locked until the end of the transaction, in the order of their ids. */
  List<Upload> lock(String company, List<String> ids) {
    return forCompany(
        company,
        () ->
            jdbc.sql(
                    """
                    select * from upload where company = :company and id = any (:ids)
                    order by id for update
                    """)
                .param("company", company)
                .param("ids", ids.toArray(String[]::new))
                .query(UploadRows::upload)
                .list());
  }

  Optional<Upload> find(String company, String id) {
    return forCompany(
        company,
        () ->
            jdbc.sql("select * from upload where company = ? and id = ?")
                .params(company, id)
                .query(UploadRows::upload)
                .optional());
  }

  /** Takes the right to store the content; false if somebody else has it, or had it. */
  boolean beginStoring(Upload upload, Instant now, Duration lease) {
    return 1
        == forCompany(
            upload.company(),
            () ->
                jdbc.sql(
                        """
                        update upload set storing_until = :until
                        where company = :company and id = :id and state = 'announced'
                          and (storing_until is null or storing_until < :now)
                        """)
                    .param("until", time(now.plus(lease)))
                    .param("now", time(now))
                    .param("company", upload.company())
                    .param("id", upload.id())
                    .update());
  }

  void endStoring(Upload upload, ContentDigest digest) {
    forCompany(
        upload.company(),
        () ->
            jdbc.sql(
                    """
                    update upload set state = 'stored', sha256 = :sha256, storing_until = null
                    where company = :company and id = :id and state = 'announced'
                    """)
                .param("sha256", digest.bytes())
                .param("company", upload.company())
                .param("id", upload.id())
                .update());
  }

  void giveUpStoring(Upload upload) {
    forCompany(
        upload.company(),
        () ->
            jdbc.sql(
                    """
                    update upload set storing_until = null
                    where company = ? and id = ? and state = 'announced'
                    """)
                .params(upload.company(), upload.id())
                .update());
  }

  void use(String company, List<String> ids, String submissionId) {
    forCompany(
        company,
        () ->
            jdbc.sql(
                    """
                    update upload set state = 'used', submission_id = :submission
                    where company = :company and id = any (:ids) and state = 'stored'
                    """)
                .param("submission", submissionId)
                .param("company", company)
                .param("ids", ids.toArray(String[]::new))
                .update());
  }

  /** Marks those as gone whose content never came; says how many. */
  int expireEmpty(String company, Instant before) {
    return forCompany(
        company,
        () ->
            jdbc.sql(
                    """
                    update upload set state = 'expired'
                    where company = :company and state = 'announced' and storing_until is null
                      and created_at < :before
                    """)
                .param("company", company)
                .param("before", time(before))
                .update());
  }

  /** Those whose content is no longer wanted, the oldest first. */
  List<Upload> stale(String company, Instant unusedBefore, Instant usedBefore, int limit) {
    return forCompany(
        company,
        () ->
            jdbc.sql(
                    """
                    select * from upload
                    where company = :company and state <> 'expired'
                      and created_at < case state when 'used' then :used::timestamptz
                        else :unused::timestamptz end
                    order by created_at limit :limit
                    """)
                .param("company", company)
                .param("used", time(usedBefore))
                .param("unused", time(unusedBefore))
                .param("limit", limit)
                .query(UploadRows::upload)
                .list());
  }

  List<Upload> ofSubmission(String company, String submissionId) {
    return forCompany(
        company,
        () ->
            jdbc.sql(
                    """
                    select * from upload
                    where company = ? and submission_id = ? and state = 'used'
                    """)
                .params(company, submissionId)
                .query(UploadRows::upload)
                .list());
  }

  /** Marks one as gone, if it is still as it was found; false if it is not. */
  boolean expire(Upload upload) {
    return 1
        == forCompany(
            upload.company(),
            () ->
                jdbc.sql(
                        """
                        update upload set state = 'expired'
                        where company = ? and id = ? and state = ?
                        """)
                    .params(
                        upload.company(),
                        upload.id(),
                        upload.state().name().toLowerCase(Locale.ROOT))
                    .update());
  }

  /** Does this work for a company, all of it or nothing. */
  <T> T forCompany(String company, Supplier<T> work) {
    return transaction.execute(
        status -> {
          RowSecurity.write(jdbc, company);
          return work.get();
        });
  }

  private static Upload upload(ResultSet row, int number) throws SQLException {
    byte[] sha256 = row.getBytes("sha256");
    return new Upload(
        row.getString("id"),
        row.getString("company"),
        row.getString("username"),
        row.getString("property_id"),
        row.getString("file_name"),
        row.getString("media_type"),
        row.getLong("length"),
        sha256 == null ? null : ContentDigest.of(sha256),
        Upload.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getString("submission_id"),
        instant(row, "created_at"),
        instant(row, "expires_at"));
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
