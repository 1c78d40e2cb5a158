package dev.camelentrata.upload;

import java.util.regex.Pattern;

/** Makes a file's name fit for any file system, header and page. */
public final class FileName {

  private static final Pattern PATH = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
  private static final Pattern UNFIT = Pattern.compile("[\\p{C}\"'<>:|?*;%&$`]+");
  private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s]+");
  private static final Pattern LEADING = Pattern.compile("^[. -]+");
  private static final Pattern TRAILING = Pattern.compile("[. ]+$");
  private static final Pattern NOT_ASCII = Pattern.compile("[^\\x20-\\x7e]");
  private static final int LONGEST = 120;
  private static final int LONGEST_EXTENSION = 10;
  private static final String NAMELESS = "file";

  private FileName() {}

  /** The name without a path and without characters that mean something somewhere. */
  public static String plain(String name) {
    String plain = PATH.matcher(name).replaceFirst("");
    plain = UNFIT.matcher(plain).replaceAll("_");
    plain = SPACES.matcher(plain).replaceAll(" ");
    plain = TRAILING.matcher(LEADING.matcher(plain).replaceFirst("")).replaceFirst("");
    return plain.isEmpty() ? NAMELESS : shortened(plain);
  }

  /** The same in ASCII only, for the quoted form of a header. */
  public static String ascii(String name) {
    return NOT_ASCII.matcher(plain(name)).replaceAll("_");
  }

  /** Keeps the extension, and no half of a pair of characters. */
  private static String shortened(String name) {
    if (name.length() <= LONGEST) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String extension =
        dot > 0 && name.length() - dot <= LONGEST_EXTENSION ? name.substring(dot) : "";
    int end = LONGEST - extension.length();
    if (Character.isHighSurrogate(name.charAt(end - 1))) {
      end--;
    }
    return name.substring(0, end) + extension;
  }
}
