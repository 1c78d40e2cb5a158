package dev.camelentrata.database;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code ENTRATA_DATABASE_URL}: takes the credentials out of it and makes it a JDBC URL. */
final class ExternalDatabase {

  private static final Pattern URL =
      Pattern.compile(
          "(?:jdbc:)?postgres(?:ql)?://(?:(?<login>[^/?]*)@)?(?<hosts>[^/?@]*)"
              + "(?:/(?<database>[^?]*))?(?:\\?(?<query>.*))?");

  private ExternalDatabase() {}

  static DatabaseAddress address(DatabaseSettings settings) {
    Matcher url = URL.matcher(settings.url());
    if (!url.matches()) {
      throw new DatabaseException(
          "ENTRATA_DATABASE_URL is not a PostgreSQL URL. Write it as"
              + " jdbc:postgresql://host:5432/database or"
              + " postgresql://user:password@host:5432/database.");
    }
    String user = settings.user();
    String password = settings.password();
    if (url.group("login") != null) {
      String[] login = url.group("login").split(":", 2);
      user = user == null ? decoded(login[0]) : user;
      password = password == null && login.length == 2 ? decoded(login[1]) : password;
    }
    List<String> query = new ArrayList<>();
    for (String part : url.group("query") == null ? new String[0] : url.group("query").split("&")) {
      if (part.startsWith("user=")) {
        user = user == null ? decoded(part.substring(5)) : user;
      } else if (part.startsWith("password=")) {
        password = password == null ? decoded(part.substring(9)) : password;
      } else if (!part.isEmpty()) {
        query.add(part);
      }
    }
    if (user == null) {
      throw new DatabaseException(
          "ENTRATA_DATABASE_URL names no user. Add it to the URL"
              + " (postgresql://user:password@host/database) or set ENTRATA_DATABASE_USER.");
    }
    DatabaseLogin application = new DatabaseLogin(user, password == null ? "" : password);
    return new DatabaseAddress(
        jdbcUrl(url, user, query), owner(settings, application), application);
  }

  private static DatabaseLogin owner(DatabaseSettings settings, DatabaseLogin application) {
    return settings.ownerUser() == null
        ? application
        : new DatabaseLogin(
            settings.ownerUser(), settings.ownerPassword() == null ? "" : settings.ownerPassword());
  }

  private static String jdbcUrl(Matcher url, String user, List<String> query) {
    String hosts = url.group("hosts").isEmpty() ? "localhost" : url.group("hosts");
    String database = url.group("database");
    String name = database == null || database.isEmpty() ? user : database;
    return "jdbc:postgresql://"
        + hosts
        + "/"
        + name
        + (query.isEmpty() ? "" : "?" + String.join("&", query));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
