package dev.camelentrata.upload;

import dev.camelentrata.security.SecretBox;
import java.time.Clock;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The parts of this package, put together.
 *
 * @param uploads what submissions use
 * @param receiving what the API uses
 * @param urls signs addresses of uploads and downloads
 * @param types tells what a file really is
 */
public record UploadBeans(Uploads uploads, Receiving receiving, SignedUrls urls, FileTypes types) {

  /**
   * Binds the step {@code removeStaleUploads} to the registry; to be called before the routes are
   * loaded.
   */
  public static UploadBeans bind(
      CamelContext camel,
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      SecretBox secrets,
      UploadStore store,
      UploadSettings settings,
      Set<String> companies,
      Clock clock) {
    UploadRows rows = new UploadRows(jdbc, transactions);
    SignedUrls urls = new SignedUrls(secrets, settings.urlTtl(), clock);
    FileTypes types = new FileTypes(settings.types());
    camel
        .getRegistry()
        .bind(
            "removeStaleUploads",
            new RemoveStaleUploads(rows, store, companies, settings.keep(), clock));
    return new UploadBeans(
        new Uploads(rows, store, settings.keep(), clock),
        new Receiving(rows, store, urls, settings, types, clock),
        urls,
        types);
  }
}
