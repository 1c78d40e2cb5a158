package dev.camelentrata;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.camelentrata.ArchitectureTest.in;
import static dev.camelentrata.ArchitectureTest.knowsOfUsOnly;
import static dev.camelentrata.ArchitectureTest.rule;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls within the books, and around them. */
@AnalyzeClasses(packages = "dev.camelentrata", importOptions = ImportOption.DoNotIncludeTests.class)
class AccountingArchitectureTest {

  private static final String BASE = "dev.camelentrata";
  private static final String CAMEL = "org.apache.camel..";

  @ArchTest
  static final ArchRule accountingStandsOnTheMirrorAndReadsYamlAsThePortalsMaps =
      rule(
          knowsOfUsOnly(
              "accounting",
              "accounting",
              "model",
              "resource",
              "mirror",
              "event",
              "security",
              "portal.map"),
          "books must not depend on how a ledger was read; connections seal their tokens");

  @ArchTest
  static final ArchRule onlyConnectionsOpenWhatIsSealedOfTheBooks =
      rule(
          noClasses()
              .that()
              .resideInAPackage(in("accounting"))
              .and()
              .resideOutsideOfPackage(in("accounting.connect"))
              .should()
              .dependOnClassesThat()
              .resideInAPackage(in("security")),
          "whoever sends entries is handed a token and no more");

  @ArchTest
  static final ArchRule theJournalItsSystemsAndTheirConnectionsDoNotKnowCamel =
      rule(
          noClasses()
              .that()
              .resideInAnyPackage(
                  BASE + ".accounting", in("accounting.system"), in("accounting.connect"))
              .should()
              .dependOnClassesThat()
              .resideInAPackage(CAMEL),
          "routes orchestrate, Java does one step well");

  @ArchTest
  static final ArchRule whatAllAccountingSystemsShareKnowsNoneOfThem =
      rule(
          noClasses()
              .that()
              .resideInAnyPackage(
                  in("accounting.system"), in("accounting.connect"), BASE + ".accounting")
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(in("accounting.quickbooks"), in("accounting.xero")),
          "the books are the same in whichever system they are kept");

  @ArchTest
  static final ArchRule quickBooksKnowsTheJournalAndItsContractOnly = vendor("quickbooks");

  @ArchTest static final ArchRule xeroKnowsTheJournalAndItsContractOnly = vendor("xero");

  private static ArchRule vendor(String name) {
    return rule(
        noClasses()
            .that()
            .resideInAPackage(in("accounting." + name))
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(BASE + "..")
                    .and(
                        DescribedPredicate.not(
                            resideInAnyPackage(
                                in("accounting." + name),
                                in("accounting.system"),
                                BASE + ".accounting",
                                in("model")))))
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage(CAMEL),
        "what differs between the systems stays in its own package");
  }
}
