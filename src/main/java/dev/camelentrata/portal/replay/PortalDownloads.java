package dev.camelentrata.portal.replay;

import dev.camelentrata.portal.PortalCompany;
import dev.camelentrata.portal.PortalDownload;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import dev.camelentrata.portal.map.PortalMap;
import dev.camelentrata.portal.session.SessionAccess;
import java.util.Locale;
import java.util.Map;

/**
 * Fetches files as the portal map's {@code downloads} say. Heals a lost session once. Safe for use
 * by many threads.
 */
public final class PortalDownloads {

  private static final int LARGEST = 25 << 20;

  private final PortalHttp http;

  public PortalDownloads(PortalHttp http) {
    this.http = http;
  }

  /**
   * Fetches one file.
   *
   * @throws PortalException {@code portal-drift} if the map has no such entry, or what comes is no
   *     such file; and for everything that the portal answers instead
   */
  public PortalDownload fetch(
      PortalCompany company,
      PortalMap map,
      SessionAccess access,
      String name,
      Map<String, String> parameters) {
    String entry = "downloads." + name;
    PortalMap.Download download = map.downloads().get(name);
    try {
      if (download == null) {
        throw drift(entry, map.source() + " has no " + entry + "; add it, the map is reloaded.");
      }
      PortalHttp.Response answer =
          new SessionHealing(access)
              .call(jar -> http.send(company, map, download.request(), parameters, jar));
      return file(answer, download, entry);
    } catch (PortalException e) {
      throw e.in(company.name(), name, null, null);
    }
  }

  private static PortalDownload file(
      PortalHttp.Response answer, PortalMap.Download download, String entry) {
    String type = answer.contentType().replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    if (!download.types().contains(type)) {
      throw drift(
          entry + ".types",
          "The portal sent "
              + (type.isEmpty() ? "something without a type" : type)
              + " where "
              + String.join(" or ", download.types())
              + " was expected.");
    }
    if (answer.body().length > LARGEST) {
      throw PortalException.of(
          PortalProblem.PORTAL_UNAVAILABLE,
          "The portal's file has more than "
              + LARGEST
              + " bytes. Fetch it in the portal's own pages.");
    }
    return new PortalDownload(type, answer.body());
  }

  private static PortalException drift(String entry, String message) {
    return PortalException.of(PortalProblem.PORTAL_DRIFT, message).withMapEntry(entry);
  }
}
