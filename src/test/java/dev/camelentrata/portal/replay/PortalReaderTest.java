package dev.camelentrata.portal.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.camelentrata.model.Floorplan;
import dev.camelentrata.portal.PortalAnswer;
import dev.camelentrata.portal.PortalCompany;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import dev.camelentrata.portal.PortalRead;
import dev.camelentrata.portal.Strategy;
import dev.camelentrata.portal.browser.PageSource;
import dev.camelentrata.portal.map.PortalMap;
import dev.camelentrata.portal.map.PortalMapReader;
import dev.camelentrata.portal.session.SessionAccess;
import dev.camelentrata.portal.session.SessionJar;
import dev.camelentrata.portal.session.SessionLostException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How pages are put together, sessions healed and strategies chosen; floorplans as the example. */
class PortalReaderTest {

  static final PageSource NO_BROWSER =
      (company, map, operation, parameters, jar, page) -> {
        throw new AssertionError("no browser is wanted here");
      };

  private static final PortalMap MAP =
      new PortalMapReader().read(Path.of("routes/portal/sandbox.portal.yaml"));
  private static final PortalCompany COMPANY =
      new PortalCompany("acme", URI.create("http://127.0.0.1:1"), null, 4, 0);

  private final List<Integer> pagesSent = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger renewals = new AtomicInteger();
  private IntFunction<String> portal = page -> listing(page, 120, page * 50);
  private volatile int lostUpToVersion;
  private final PortalReader reader = new PortalReader(this::send, new MovingClock());

  @AfterEach
  void close() {
    reader.close();
  }

  @Test
  void putsPagesTogetherInOrder() {
    PortalAnswer answer = read(Strategy.AUTO, NO_BROWSER);

    assertThat(ids(answer)).isEqualTo(IntStream.range(0, 120).mapToObj(String::valueOf).toList());
    assertThat(answer.pages()).isEqualTo(3);
    assertThat(answer.strategy()).isEqualTo(Strategy.REPLAY);
    assertThat(pagesSent).containsExactlyInAnyOrder(0, 1, 2);
  }

  @Test
  void renewsTheSessionOnceHoweverManyPagesLoseIt() {
    portal =
        page -> {
          if (page > 0 && renewals.get() == 0) {
            lostUpToVersion = 1;
          }
          return listing(page, 200, page * 50);
        };

    assertThat(read(Strategy.REPLAY, NO_BROWSER).items()).hasSize(200);
    assertThat(renewals).hasValue(1);
    assertThat(pagesSent.stream().filter(page -> page == 0)).hasSize(1);
  }

  @Test
  void givesUpOnASessionThatIsLostAgain() {
    lostUpToVersion = 2;

    assertThat(problem(Strategy.AUTO, NO_BROWSER).problem())
        .isEqualTo(PortalProblem.SESSION_EXPIRED);
    assertThat(renewals).hasValue(1);
  }

  @Test
  void readsAgainWhenTheListChangedMeanwhile() {
    AtomicInteger firsts = new AtomicInteger();
    portal =
        page -> {
          int round = page == 0 ? firsts.incrementAndGet() : firsts.get();
          return listing(page, page == 0 && round == 1 ? 120 : 119, page * 50);
        };

    assertThat(read(Strategy.REPLAY, NO_BROWSER).items()).hasSize(119);
    assertThat(firsts).hasValue(2);
  }

  @Test
  void givesNothingRatherThanRowsTwice() {
    portal = page -> listing(page, 120, page == 1 ? 0 : page * 50);

    PortalException thrown = problem(Strategy.REPLAY, NO_BROWSER);

    assertThat(thrown.problem()).isEqualTo(PortalProblem.PORTAL_UNAVAILABLE);
    assertThat(thrown).hasMessageContaining("a row came twice");
  }

  @Test
  void tellsThatPagesHaveAnotherSize() {
    portal = page -> listing(0, 30, 0).replace("data-total-rows='30'", "data-total-rows='120'");

    PortalException drift = problem(Strategy.REPLAY, NO_BROWSER);

    assertThat(drift.mapEntry()).contains("operations.listFloorplans.replay.paging.size");
    assertThat(drift).hasMessageContaining("30 rows where 50");
  }

  @Test
  void tellsThatNoRowIsThereThoughThePortalCountsSome() {
    portal = page -> listing(page, 20, 0).replace("floorplan-row", "plan-row");

    PortalException drift = problem(Strategy.REPLAY, NO_BROWSER);

    assertThat(drift.mapEntry()).contains("operations.listFloorplans.replay.html.rows");
    assertThat(drift.operation()).contains("listFloorplans");
    assertThat(drift.company()).contains("acme");
  }

  @Test
  void turnsToTheBrowserWhenReplayNoLongerFits() {
    portal = page -> "<p>something else</p>";
    PageSource browser =
        (company, map, operation, parameters, jar, page) ->
            List.of(listing(0, 70, 0), listing(1, 70, 50));

    PortalAnswer answer = read(Strategy.AUTO, browser);

    assertThat(answer.items()).hasSize(70);
    assertThat(answer.strategy()).isEqualTo(Strategy.BROWSER);
    assertThat(answer.pages()).isEqualTo(2);
    assertThat(problem(Strategy.REPLAY, browser).problem()).isEqualTo(PortalProblem.PORTAL_DRIFT);
  }

  @Test
  void tellsTheDriftOfReplayWhenTheBrowserDriftsToo() {
    portal = page -> "<p>something else</p>";
    PageSource browser =
        (company, map, operation, parameters, jar, page) -> {
          throw PortalException.of(PortalProblem.PORTAL_DRIFT, "the page never became ready")
              .withEvidence(Path.of("evidence/1"));
        };

    PortalException drift = problem(Strategy.AUTO, browser);

    assertThat(drift.mapEntry()).contains("operations.listFloorplans.replay.html.total");
    assertThat(drift.evidence()).contains(Path.of("evidence/1"));
  }

  @Test
  void healsTheSessionOfABrowserReadToo() {
    lostUpToVersion = 1;
    PageSource browser =
        (company, map, operation, parameters, jar, page) -> {
          if (jar.version() <= lostUpToVersion) {
            throw new SessionLostException(jar);
          }
          return List.of(listing(0, 3, 0));
        };

    assertThat(read(Strategy.BROWSER, browser).items()).hasSize(3);
    assertThat(renewals).hasValue(1);
  }

  @Test
  void namesWhatIsUnknownOrMissing() {
    assertThatThrownBy(() -> read("listFlorplans", Map.of("propertyId", "1001"), Strategy.AUTO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("known are: getAmenity, ");
    assertThatThrownBy(() -> read("listFloorplans", Map.of(), Strategy.AUTO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("listFloorplans needs the parameter propertyId");
    assertThatThrownBy(() -> read("getUnit", Map.of("unitId", "1"), Strategy.BROWSER))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("operations.getUnit.browser");
  }

  private PortalHttp.Response send(
      PortalCompany company,
      PortalMap map,
      PortalMap.Request request,
      Map<String, String> parameters,
      SessionJar jar) {
    int page = Integer.parseInt(parameters.get("page"));
    String body = portal.apply(page);
    if (jar.version() <= lostUpToVersion) {
      throw new SessionLostException(jar);
    }
    pagesSent.add(page);
    return new PortalHttp.Response(200, "text/html", body.getBytes(StandardCharsets.UTF_8));
  }

  private PortalAnswer read(Strategy strategy, PageSource browser) {
    PortalRead read =
        new PortalRead("listFloorplans", "s1", Map.of("propertyId", "1001"), strategy, null);
    return reader.read(COMPANY, MAP, new Sessions(), read, browser);
  }

  private PortalAnswer read(String operation, Map<String, String> parameters, Strategy strategy) {
    PortalRead read = new PortalRead(operation, "s1", parameters, strategy, null);
    return reader.read(COMPANY, MAP, new Sessions(), read, NO_BROWSER);
  }

  private PortalException problem(Strategy strategy, PageSource browser) {
    PortalException thrown =
        catchThrowableOfType(PortalException.class, () -> read(strategy, browser));
    assertThat(thrown).isNotNull();
    return thrown;
  }

  private static List<String> ids(PortalAnswer answer) {
    return answer.items().stream().map(item -> ((Floorplan) item).id()).toList();
  }

  /** The rows of a page, at most 50, their ids counting from {@code firstId}. */
  private static String listing(int page, int total, int firstId) {
    int rows = Math.max(0, Math.min(50, total - page * 50));
    String body =
        IntStream.range(firstId, firstId + rows)
            .mapToObj(
                id ->
                    "<tr class='floorplan-row' data-floorplan-id='"
                        + id
                        + "' data-property-id='1001'><td>Oak</td>"
                        + "<td></td>".repeat(8)
                        + "</tr>")
            .collect(Collectors.joining());
    return "<div id='div-view-listing' data-total-rows='"
        + total
        + "'><table id='tbl_floorplans'><thead><tr><th>Floor Plan</th><th>Beds</th><th>Baths</th>"
        + "<th>SQFT</th><th>Units</th><th>Available</th><th>Rent From</th><th>Rent To</th>"
        + "<th>Deposit</th></tr></thead><tbody>"
        + body
        + "</tbody></table></div>";
  }

  private final class Sessions implements SessionAccess {

    @Override
    public SessionJar current() {
      return jar(1);
    }

    @Override
    public SessionJar renew(SessionJar stale) {
      renewals.incrementAndGet();
      return jar(stale.version() + 1);
    }

    private SessionJar jar(int version) {
      return new SessionJar("s1", "acme", version, "Test/1.0", null, List.of());
    }
  }
}
