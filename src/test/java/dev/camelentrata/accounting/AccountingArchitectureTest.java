package dev.camelentrata.accounting;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls around the books, and between them and the systems that they are kept in. */
@AnalyzeClasses(
    packages = "dev.camelentrata.accounting",
    importOptions = ImportOption.DoNotIncludeTests.class)
class AccountingArchitectureTest {

  private static final String BOOKS = "dev.camelentrata.accounting";

  @ArchTest
  static final ArchRule accountingStandsOnTheMirrorAndReadsYamlAsThePortalsMaps =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("dev.camelentrata..")
                  .and(
                      not(
                          resideInAnyPackage(
                              BOOKS + "..",
                              "dev.camelentrata.model..",
                              "dev.camelentrata.resource..",
                              "dev.camelentrata.mirror..",
                              "dev.camelentrata.event..",
                              "dev.camelentrata.security..",
                              "dev.camelentrata.portal.map.."))))
          .because("books must not depend on how a ledger was read; connections seal their tokens");

  @ArchTest
  static final ArchRule onlyConnectionsOpenWhatIsSealed =
      noClasses()
          .that()
          .resideOutsideOfPackage(BOOKS + ".connect..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.camelentrata.security..")
          .because("whoever sends entries is handed a token and no more");

  @ArchTest
  static final ArchRule theJournalItsSystemsAndTheirConnectionsDoNotKnowCamel =
      noClasses()
          .that()
          .resideInAnyPackage(BOOKS, BOOKS + ".system..", BOOKS + ".connect..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.camel..")
          .because("routes orchestrate, Java does one step well");

  @ArchTest
  static final ArchRule whatAllSystemsShareKnowsNoneOfThem =
      noClasses()
          .that()
          .resideInAnyPackage(BOOKS, BOOKS + ".system..", BOOKS + ".connect..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(BOOKS + ".quickbooks..", BOOKS + ".xero..")
          .because("the books are the same in whichever system they are kept");

  @ArchTest
  static final ArchRule quickBooksKnowsTheJournalAndItsContractOnly = vendor("quickbooks");

  @ArchTest static final ArchRule xeroKnowsTheJournalAndItsContractOnly = vendor("xero");

  private static ArchRule vendor(String name) {
    String own = BOOKS + "." + name + "..";
    return noClasses()
        .that()
        .resideInAPackage(own)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("dev.camelentrata..", "org.apache.camel..")
                .and(
                    not(
                        resideInAnyPackage(
                            own, BOOKS, BOOKS + ".system..", "dev.camelentrata.model.."))))
        .because("what differs between the systems stays in its own package");
  }
}
