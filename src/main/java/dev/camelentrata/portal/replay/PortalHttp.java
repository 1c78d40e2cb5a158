package dev.camelentrata.portal.replay;

import dev.camelentrata.portal.PortalCompany;
import dev.camelentrata.portal.map.PortalMap;
import dev.camelentrata.portal.session.SessionJar;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Performs calls of the portal map over HTTP within the company's budget. Safe for use by many
 * threads. Throws {@link dev.camelentrata.portal.session.SessionLostException} when the answer says
 * that the session is gone, and {@link dev.camelentrata.portal.PortalException} for everything else
 * that is not a good answer.
 */
@FunctionalInterface
public interface PortalHttp {

  /** An answer of the portal, a good one unless its status says otherwise. */
  record Response(int status, String contentType, byte[] body) {

    /** The body as a page, or as part of one. */
    public Document html() {
      Charset charset = Charsets.of(this);
      try {
        return Jsoup.parse(
            new ByteArrayInputStream(body), charset == null ? null : charset.name(), "");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Sends a call that changes nothing. */
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
