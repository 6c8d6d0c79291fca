package io.tocsin.deploy;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;

/** What the command may name, and where. */
@AnalyzeClasses(packages = "io.tocsin.deploy", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  /** It is under the GPL, and this is the one place that may ever link it: see NOTICE. */
  @ArchTest
  static final ArchRule onlyExplainNamesCoreNlp =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.tocsin.deploy.explain..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("edu.stanford..");

  @ArchTest
  static final ArchRule everyPackageIsNullMarked =
      classes()
          .should(
              ArchCondition.from(
                  describe(
                      "reside in a @NullMarked package",
                      javaClass -> javaClass.getPackage().isAnnotatedWith(NullMarked.class))));
}
