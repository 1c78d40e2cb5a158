package dev.camelentrata.portal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * A file on its way into a portal through one of its file inputs.
 *
 * @param name what the portal shows it as
 * @param mediaType for example {@code image/jpeg}
 * @param length in bytes
 * @param content opens it anew at each call
 */
public record PortalFile(String name, String mediaType, long length, Content content) {

  public PortalFile {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(mediaType, "mediaType");
    Objects.requireNonNull(content, "content");
  }

  /** Opens the file. */
  @FunctionalInterface
  public interface Content {
    InputStream open() throws IOException;
  }

  @Override
  public String toString() {
    return "PortalFile[" + mediaType + ", " + length + " bytes]";
  }
}
