package dev.camelentrata.accounting;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls between the books and the systems that they are kept in. */
@AnalyzeClasses(
    packages = "dev.camelentrata.accounting",
    importOptions = ImportOption.DoNotIncludeTests.class)
class AccountingArchitectureTest {

  private static final String BOOKS = "dev.camelentrata.accounting";

  @ArchTest
  static final ArchRule whatAllSystemsShareKnowsNoneOfThem =
      noClasses()
          .that()
          .resideInAnyPackage(BOOKS, BOOKS + ".system..")
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
