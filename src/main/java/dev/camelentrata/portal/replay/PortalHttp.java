package dev.camelentrata.portal.replay;

import dev.camelentrata.portal.PortalCompany;
import dev.camelentrata.portal.map.PortalMap;
import dev.camelentrata.portal.session.SessionJar;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;

/**
 * Performs calls of the portal map over HTTP within the company's budget. Safe for use by many
 * threads. Throws {@link dev.camelentrata.portal.session.SessionLostException} when the answer says
 * that the session is gone, and {@link dev.camelentrata.portal.PortalException} for everything else
 * that is not a good answer.
 */
public interface PortalHttp {

  /** A good answer of the portal. */
  record Response(int status, String contentType, byte[] body) {}

  Response send(
      PortalCompany company,
      PortalMap map,
      PortalMap.Request request,
      Map<String, String> parameters,
      SessionJar jar);

  /**
   * Fetches a long file; here as any answer.
   *
   * @param limit how long it may take from its first byte to its last
   */
  default PackedBody download(
      PortalCompany company,
      PortalMap map,
      PortalMap.Request request,
      SessionJar jar,
      Duration limit) {
    Response answer = send(company, map, request, Map.of(), jar);
    try {
      return PackedBody.read(
          new ByteArrayInputStream(answer.body()),
          answer.contentType(),
          new ByteArrayOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
