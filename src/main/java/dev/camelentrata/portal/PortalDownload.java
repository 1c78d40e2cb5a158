package dev.camelentrata.portal;

import java.util.Objects;

/**
 * A file that the portal gave.
 *
 * @param mediaType as the portal calls it, without parameters
 * @param content its bytes; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes, written once and read once
public record PortalDownload(String mediaType, byte[] content) {

  public PortalDownload {
    Objects.requireNonNull(mediaType, "mediaType");
    Objects.requireNonNull(content, "content");
  }

  @Override
  public String toString() {
    return "PortalDownload[" + mediaType + ", " + content.length + " bytes]";
  }
}
