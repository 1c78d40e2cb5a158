package dev.camelentrata;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;

/** The walls of the house: who may know whom, and what nobody may do. */
@AnalyzeClasses(packages = "dev.camelentrata", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String BASE = "dev.camelentrata";
  private static final String CAMEL = "org.apache.camel..";
  private static final String SELENIUM = "org.openqa.selenium..";

  /** The application itself, which puts everybody together. */
  private static final DescribedPredicate<JavaClass> THE_WIRING =
      resideInAnyPackage(BASE).as("the wiring");

  private static final Set<String> FLOATING_POINT =
      Set.of("double", "float", "java.lang.Double", "java.lang.Float");

  @ArchTest
  static final ArchRule modelKnowsNobody =
      rule(
          classes()
              .that()
              .resideInAPackage(in("model"))
              .should()
              .onlyDependOnClassesThat()
              .resideInAnyPackage(in("model"), "java.."),
          "the nouns outlive every library");

  @ArchTest
  static final ArchRule componentKnowsThePortalOnlyByItsContract =
      rule(
          noClasses()
              .that()
              .resideInAPackage(in("component"))
              .should()
              .dependOnClassesThat(
                  resideInAnyPackage(BASE + "..")
                      .and(
                          DescribedPredicate.not(
                              resideInAnyPackage(in("component"), in("model"), BASE + ".portal")))),
          "Camel classes never see a browser, an HTTP call or the database");

  @ArchTest
  static final ArchRule onlyThePortalKnowsSelenium =
      rule(
          noClasses()
              .that()
              .resideOutsideOfPackage(in("portal"))
              .should()
              .dependOnClassesThat()
              .resideInAPackage(SELENIUM),
          "the browser is the portal's tool");

  @ArchTest
  static final ArchRule portalDatabaseSecurityAndSandboxDoNotKnowCamel =
      rule(
          noClasses()
              .that()
              .resideInAnyPackage(
                  in("model"), in("portal"), in("database"), in("security"), in("sandbox"))
              .should()
              .dependOnClassesThat()
              .resideInAPackage(CAMEL),
          "routes orchestrate, Java does one step well");

  @ArchTest
  static final ArchRule mirrorKnowsTheCatalogueAndTheDatabaseOnly =
      rule(
          knowsOfUsOnly("mirror", "mirror", "resource", "model"),
          "what is read and what is served meet in its contract");

  @ArchTest
  static final ArchRule eventsAndSyncRunsStandOnTheMirror =
      rule(
          knowsOfUsOnly("event", "event", "mirror", "resource", "model"),
          "whoever delivers events needs no sync");

  @ArchTest
  static final ArchRule webhooksStandOnTheLogOfEvents =
      rule(
          knowsOfUsOnly("webhook", "webhook", "event", "mirror", "security", "resource", "model"),
          "a receiver must not notice where an event comes from");

  @ArchTest
  static final ArchRule deadLettersDoNotKnowTheirSources =
      rule(
          knowsOfUsOnly(
              "deadletter", "deadletter", "component", "event", "mirror", "resource", "security"),
          "whatever uses up its retries brings it there, by the wiring");

  @ArchTest
  static final ArchRule ingestionKnowsTheMirrorItsFormatsAndHowDefinitionsAreRead =
      rule(
          knowsOfUsOnly("ingest", "ingest", "mirror", "resource", "model", "portal.map"),
          "files are a way into the mirror, and who hears of bad rows is for the wiring");

  @ArchTest
  static final ArchRule formatsKnowNobody =
      rule(
          knowsOfUsOnly("ingest.format", "ingest.format"),
          "how a file is read has nothing to do with what it says");

  @ArchTest
  static final ArchRule formatsKnowNeitherCamelNorTheDatabase =
      rule(
          noClasses()
              .that()
              .resideInAPackage(in("ingest.format"))
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(CAMEL, "java.sql..", "org.springframework.."),
          "a file is a file");

  @ArchTest
  static final ArchRule kafkaKnowsTheComponentsEventOnly =
      rule(knowsOfUsOnly("kafka", "kafka", "component"), "it is a step of one route");

  @ArchTest
  static final ArchRule resourceKnowsTheModelOnly =
      rule(knowsOfUsOnly("resource", "resource", "model"), "all others are made from it");

  @ArchTest
  static final ArchRule writeKnowsTheModelOnly =
      rule(knowsOfUsOnly("write", "write", "model"), "all that takes writes is made from it");

  @ArchTest
  static final ArchRule submissionsKnowTheirWayAndNoMore =
      rule(
          knowsOfUsOnly("submission", "submission", "write", "model", "mirror", "event", "portal"),
          "callers and the sync are told of outcomes, not asked");

  @ArchTest
  static final ArchRule mirrorAndEventsDoNotKnowCamel =
      rule(
          noClasses()
              .that()
              .resideInAnyPackage(in("mirror"), in("event"), in("resource"))
              .should()
              .dependOnClassesThat()
              .resideInAPackage(CAMEL),
          "routes orchestrate, Java does one step well");

  @ArchTest
  static final ArchRule uploadsKnowThePortalsFileRowSecurityAndTheSecretBoxOnly =
      rule(
          noClasses()
              .that()
              .resideInAPackage(in("upload"))
              .should()
              .dependOnClassesThat(
                  resideInAnyPackage(BASE + "..")
                      .and(
                          DescribedPredicate.not(
                              resideInAnyPackage(in("upload"))
                                  .or(simpleName("PortalFile"))
                                  .or(simpleName("Content"))
                                  .or(simpleName("RowSecurity"))
                                  .or(simpleName("SecretBox"))))),
          "a file is a file, whatever it is for");

  @ArchTest
  static final ArchRule databaseKnowsNobody =
      rule(knowsOfUsOnly("database", "database"), "it serves all alike");

  @ArchTest
  static final ArchRule portalDoesNotKnowItsCallers =
      rule(
          noClasses()
              .that()
              .resideInAPackage(in("portal"))
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(in("component"), in("api"), in("sandbox"), in("write")),
          "it is used without them");

  @ArchTest
  static final ArchRule portalInternalsStayInThePortal =
      rule(
          noClasses()
              .that(
                  DescribedPredicate.not(THE_WIRING)
                      .and(DescribedPredicate.not(resideInAnyPackage(in("portal")))))
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(
                  in("portal.browser"),
                  in("portal.login"),
                  in("portal.replay"),
                  in("portal.operation"),
                  in("portal.write")),
          "callers use dev.camelentrata.portal.PortalClient");

  @ArchTest
  static final ArchRule onlyTheWiringKnowsTheSandbox =
      rule(
          noClasses()
              .that(
                  DescribedPredicate.not(THE_WIRING)
                      .and(DescribedPredicate.not(resideInAnyPackage(in("sandbox")))))
              .should()
              .dependOnClassesThat()
              .resideInAPackage(in("sandbox")),
          "the product must not notice that it talks to a stand-in");

  @ArchTest
  static final ArchRule sandboxKnowsNobody =
      rule(
          noClasses()
              .that()
              .resideInAPackage(in("sandbox"))
              .should()
              .dependOnClassesThat(
                  resideInAnyPackage(BASE + "..")
                      .and(DescribedPredicate.not(resideInAnyPackage(in("sandbox"), in("model"))))),
          "a stand-in that shares the product's code shares its mistakes");

  @ArchTest
  static final ArchRule packagesDoNotGoRoundInCircles =
      slices().matching(BASE + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true);

  @ArchTest
  static final ArchRule packagesAreNamedForTheirSubject =
      rule(
          noClasses()
              .should()
              .resideInAnyPackage(
                  "..util..", "..utils..", "..helper..", "..helpers..", "..common..", "..misc.."),
          "a method lives where its noun lives");

  @ArchTest
  static final ArchRule dependenciesComeThroughConstructors =
      rule(
          noFields()
              .should()
              .beAnnotatedWith("jakarta.inject.Inject")
              .orShould()
              .beAnnotatedWith("org.apache.camel.BeanInject")
              .orShould()
              .beAnnotatedWith("org.apache.camel.PropertyInject")
              .orShould()
              .beAnnotatedWith("org.apache.camel.EndpointInject")
              .orShould()
              .beAnnotatedWith("org.apache.camel.Produce"),
          "a class that can be made is a class that can be tested");

  @ArchTest
  static final ArchRule staticFieldsAreFinal =
      rule(fields().that().areStatic().should().beFinal(), "static state outlives its owner");

  @ArchTest
  static final ArchRule staticFieldsHoldNoState =
      rule(
          noFields()
              .that()
              .areStatic()
              .should()
              .haveRawType(
                  resideInAnyPackage("java.util.concurrent..")
                      .and(DescribedPredicate.not(simpleNameStartingWith("TimeUnit")))),
          "caches, locks, counters and pools belong to an object that somebody closes");

  @ArchTest
  static final ArchRule modelCountsExactly =
      rule(
          noFields()
              .that()
              .areDeclaredInClassesThat()
              .resideInAPackage(in("model"))
              .should()
              .haveRawType(
                  DescribedPredicate.describe(
                      "floating point", type -> FLOATING_POINT.contains(type.getName()))),
          "money and sizes are BigDecimal or whole numbers");

  @ArchTest
  static final ArchRule valuesOfTheModelAreImmutable =
      rule(
          fields()
              .that()
              .areDeclaredInClassesThat()
              .resideInAPackage(in("model"))
              .should()
              .beFinal(),
          "values are shared between threads");

  @ArchTest
  static final ArchRule timeIsJavaTime =
      rule(
          noClasses()
              .should()
              .dependOnClassesThat()
              .haveFullyQualifiedName("java.util.Date")
              .orShould()
              .dependOnClassesThat()
              .areAssignableTo("java.util.Calendar")
              .orShould()
              .dependOnClassesThat()
              .areAssignableTo("java.text.DateFormat"),
          "Instant, LocalDate and Duration say what they mean");

  @ArchTest
  static final ArchRule clockIsInjected =
      rule(
          noClasses()
              .that(DescribedPredicate.not(THE_WIRING))
              .should()
              .callMethod(System.class, "currentTimeMillis")
              .orShould()
              .callMethodWhere(nowWithoutClock()),
          "tests set the time");

  @ArchTest
  static final ArchRule nobodySleeps =
      rule(
          noClasses()
              .should()
              .callMethod(Thread.class, "sleep", long.class)
              .orShould()
              .callMethod(Thread.class, "sleep", long.class, int.class),
          "wait for a condition, or schedule");

  private static ArchRule rule(ArchRule rule, String because) {
    return rule.because(because).allowEmptyShould(true);
  }

  /** Of our own packages, this one may know these. */
  private static ArchRule knowsOfUsOnly(String subPackage, String... known) {
    String[] packages = Arrays.stream(known).map(ArchitectureTest::in).toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(in(subPackage))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(BASE + "..")
                .and(DescribedPredicate.not(resideInAnyPackage(packages))));
  }

  private static String in(String subPackage) {
    return BASE + "." + subPackage + "..";
  }

  private static DescribedPredicate<JavaCall<?>> nowWithoutClock() {
    return target(name("now"))
        .and(target(owner(resideInAnyPackage("java.time"))))
        .and(target(rawParameterTypes(new Class<?>[0])).or(target(rawParameterTypes(ZoneId.class))))
        .as("java.time's now() without a clock");
  }
}
