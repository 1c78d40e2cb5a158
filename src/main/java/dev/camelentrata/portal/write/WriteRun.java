package dev.camelentrata.portal.write;

import dev.camelentrata.portal.PortalCompany;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalOutcome;
import dev.camelentrata.portal.PortalProblem;
import dev.camelentrata.portal.PortalWrite;
import dev.camelentrata.portal.replay.FormCall;
import dev.camelentrata.portal.replay.KeysSeen;
import dev.camelentrata.portal.replay.PortalForms;
import dev.camelentrata.portal.replay.PortalHttp;
import dev.camelentrata.portal.replay.UnansweredException;
import dev.camelentrata.portal.session.SessionJar;
import dev.camelentrata.portal.session.SessionLostException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** One way through the dialog of a write, from its first step. For one thread. */
final class WriteRun {

  private static final String LOST =
      "The portal had ended the session when the last step arrived. Whether it took the step shows"
          + " a search for its reference.";

  private final PortalForms http;
  private final WriteEvidence evidence;
  private final PortalCompany company;
  private final WritePlan plan;
  private final PortalWrite write;
  private final SessionJar jar;
  private final CsrfRenewal csrf;
  private final Map<String, String> kept = new HashMap<>();

  WriteRun(
      PortalForms http,
      WriteEvidence evidence,
      PortalCompany company,
      WritePlan plan,
      PortalWrite write,
      SessionJar jar) {
    this.http = http;
    this.evidence = evidence;
    this.company = company;
    this.plan = plan;
    this.write = write;
    this.jar = jar;
    this.csrf = new CsrfRenewal(http, company, plan.map(), jar);
  }

  /**
   * Takes all steps.
   *
   * @throws SessionLostException if the portal ended the session before the last step
   */
  PortalOutcome perform() {
    List<PortalOutcome.Refusal> foreign =
        new ForeignMoney(plan.map().currency()).in(write.values());
    if (!foreign.isEmpty()) {
      return new PortalOutcome.Rejected(foreign);
    }
    StepValues outside = StepValues.of(write, plan.text(), kept);
    for (StepPlan step : plan.steps()) {
      List<StepValues> calls = step.calls(outside);
      if (calls.isEmpty()) {
        continue;
      }
      write.progress().step(step.name(), step.commits());
      if (step.commits()) {
        return commit(step, outside);
      }
      for (StepValues values : calls) {
        List<PortalOutcome.Refusal> refusals = take(step, values);
        if (!refusals.isEmpty()) {
          return new PortalOutcome.Rejected(refusals);
        }
      }
    }
    throw new IllegalStateException("a write without a step that commits");
  }

  /** One call of a step after which the portal has kept nothing; what it refused. */
  private List<PortalOutcome.Refusal> take(StepPlan step, StepValues values) {
    FormCall call = step.call(values);
    PortalHttp.Response response;
    try {
      response = csrf.healing(() -> http.submit(company, plan.map(), call, jar));
    } catch (UnansweredException e) {
      throw e.problem();
    }
    Document answer = response.html();
    List<PortalOutcome.Refusal> refusals = plan.refusals(answer, values.index());
    if (!refusals.isEmpty()) {
      return refusals;
    }
    try {
      requireExpected(step, response, answer);
      step.keep().forEach((name, place) -> kept.put(name, keep(step, name, place, answer)));
      return List.of();
    } catch (PortalException drift) {
      throw evidence.of(drift, write, call, response);
    }
  }

  /**
   * The last call: from when it is sent, all but a clear answer leaves it open what became of it.
   */
  private PortalOutcome commit(StepPlan step, StepValues values) {
    FormCall call = step.call(values);
    PortalHttp.Response response;
    try {
      response = http.submit(company, plan.map(), call, jar);
    } catch (UnansweredException e) {
      return uncertain(step, e.problem());
    } catch (SessionLostException e) {
      return uncertain(step, PortalException.of(PortalProblem.SESSION_EXPIRED, LOST, e));
    } catch (PortalException e) {
      throw e;
    } catch (RuntimeException e) {
      return uncertain(step, unreadable(e));
    }
    try {
      return judge(step, response);
    } catch (PortalException drift) {
      return uncertain(step, evidence.of(drift, write, call, response));
    } catch (RuntimeException e) {
      return uncertain(step, unreadable(e));
    }
  }

  private PortalOutcome judge(StepPlan step, PortalHttp.Response response) {
    Document answer = response.html();
    List<PortalOutcome.Refusal> refusals = plan.refusals(answer, null);
    if (!refusals.isEmpty()) {
      if (answer.selectFirst(step.expect()) != null) {
        throw plan.site(step)
            .drift("expect", "the answer shows both " + step.expectation() + " and a refusal");
      }
      return new PortalOutcome.Rejected(refusals);
    }
    requireExpected(step, response, answer);
    return plan.completed(answer);
  }

  private static PortalException unreadable(RuntimeException e) {
    return PortalException.of(
        PortalProblem.PORTAL_DRIFT,
        "The portal's answer to the last step could not be read ("
            + e.getClass().getSimpleName()
            + "). Whether it took the step shows a search for its reference.",
        e);
  }

  private PortalOutcome uncertain(StepPlan step, PortalException cause) {
    return new PortalOutcome.Uncertain(
        step.name(),
        cause.in(company.name(), write.operation(), PortalWriter.propertyId(write), null));
  }

  private void requireExpected(StepPlan step, PortalHttp.Response response, Document answer) {
    boolean good = response.status() < 300 && answer.selectFirst(step.expect()) != null;
    if (!good) {
      throw plan.site(step)
          .drift(
              "expect",
              "there is no element "
                  + step.expectation()
                  + " in the answer"
                  + (response.status() < 300 ? "" : ", whose HTTP status is " + response.status())
                  + "; ids seen: "
                  + KeysSeen.names(answer.select("[id]").stream().map(Element::id).toList()));
    }
  }

  private String keep(StepPlan step, String name, PlacePlan place, Document answer) {
    String value = place.in(answer);
    if (value == null || value.isEmpty()) {
      throw plan.site(step).drift("keep." + name, "there is no " + place + ", or it is empty");
    }
    return value;
  }
}
