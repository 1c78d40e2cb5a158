package dev.camelentrata.portal.write;

import dev.camelentrata.portal.PortalCompany;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalOutcome;
import dev.camelentrata.portal.PortalProblem;
import dev.camelentrata.portal.PortalWrite;
import dev.camelentrata.portal.browser.Evidence;
import dev.camelentrata.portal.map.PortalMap;
import dev.camelentrata.portal.map.ReferenceSearch;
import dev.camelentrata.portal.map.WriteFlow;
import dev.camelentrata.portal.replay.PortalForms;
import dev.camelentrata.portal.replay.PortalHttp;
import dev.camelentrata.portal.replay.SessionHealing;
import dev.camelentrata.portal.session.SessionAccess;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Performs writes by the portal's own dialogs as the portal map says, each step once. A session
 * that was lost before the last step is healed and the dialog begun anew; from the last step on
 * nothing is repeated. Safe for use by many threads.
 */
public final class PortalWriter {

  private static final Logger LOG = LoggerFactory.getLogger(PortalWriter.class);

  private final PortalForms http;
  private final WriteEvidence evidence;
  private final Map<String, WritePlan> plans = new ConcurrentHashMap<>();
  private final Map<String, ReferenceFinder> finders = new ConcurrentHashMap<>();

  public PortalWriter(PortalForms http, Evidence evidence) {
    this.http = http;
    this.evidence = new WriteEvidence(evidence);
  }

  /**
   * Takes the dialog's steps.
   *
   * @throws PortalException if the portal certainly kept nothing
   * @throws IllegalArgumentException if a value is of a type that no form can hold
   */
  public PortalOutcome write(
      PortalCompany company, PortalMap map, SessionAccess access, PortalWrite write) {
    try {
      WritePlan plan = plan(company, map, write.operation());
      PortalOutcome outcome =
          new SessionHealing(access)
              .call(jar -> new WriteRun(http, evidence, company, plan, write, jar).perform());
      if (outcome instanceof PortalOutcome.Uncertain open) {
        LOG.warn(
            "What became of {} {} in {} is not known after step {}: {}",
            write.operation(),
            write.reference(),
            company.name(),
            open.step(),
            open.cause().getMessage());
      }
      return outcome;
    } catch (PortalException e) {
      throw e.in(company.name(), write.operation(), propertyId(write), null);
    }
  }

  /**
   * Searches the portal for a write.
   *
   * @throws PortalException if the portal's answer does not clearly say that it has it or has not
   */
  public Optional<PortalOutcome.Completed> find(
      PortalCompany company,
      PortalMap map,
      SessionAccess access,
      String operation,
      String reference) {
    try {
      ReferenceFinder finder = finder(company, map, operation);
      PortalHttp.Response answer =
          new SessionHealing(access)
              .call(
                  jar ->
                      http.send(
                          company,
                          map,
                          finder.search().request(),
                          Map.of("reference", reference),
                          jar));
      return finder.read(answer.html(), operation, reference);
    } catch (PortalException e) {
      throw e.in(company.name(), operation, null, null);
    }
  }

  static String propertyId(PortalWrite write) {
    return write.values().get("propertyId") instanceof String id ? id : null;
  }

  /** The same map has the same plan; comparing their contents would cost more than it saves. */
  @SuppressWarnings("ReferenceEquality")
  private WritePlan plan(PortalCompany company, PortalMap map, String operation) {
    WriteFlow flow = map.writes().flows().get(operation);
    if (flow == null) {
      throw missing(map, "writes." + operation);
    }
    String key = company.name() + "|" + operation;
    WritePlan known = plans.get(key);
    if (known != null && known.flow() == flow) {
      return known;
    }
    WritePlan made = new WritePlan(map, flow);
    plans.put(key, made);
    return made;
  }

  @SuppressWarnings("ReferenceEquality")
  private ReferenceFinder finder(PortalCompany company, PortalMap map, String operation) {
    ReferenceSearch search = map.writes().references();
    if (search == null) {
      throw missing(map, "references").in(null, operation, null, null);
    }
    ReferenceFinder known = finders.get(company.name());
    if (known != null && known.search() == search) {
      return known;
    }
    ReferenceFinder made = new ReferenceFinder(search);
    finders.put(company.name(), made);
    return made;
  }

  private static PortalException missing(PortalMap map, String entry) {
    return PortalException.of(
            PortalProblem.PORTAL_DRIFT,
            map.source()
                + " has no "
                + entry
                + ", nor has the file for writes beside it; add it, the map is reloaded while"
                + " running.")
        .withMapEntry(entry);
  }
}
