package io.tocsin.jobs;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;

/**
 * A topology is a function from streams to streams; only a job's main knows where they come from.
 */
@AnalyzeClasses(packages = "io.tocsin.jobs", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule jobsRunWithoutTheCommand =
      noClasses().should().dependOnClassesThat().resideInAPackage("io.tocsin.deploy..");

  @ArchTest
  static final ArchRule topologiesNameNoSourceAndNoSink =
      noClasses()
          .that()
          .resideInAPackage("io.tocsin.jobs.topology..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.tocsin.jobs.source..", "io.tocsin.jobs.sink..")
          .allowEmptyShould(true);

  /** It is under the GPL: see NOTICE. */
  @ArchTest
  static final ArchRule nobodyNamesCoreNlp =
      noClasses().should().dependOnClassesThat().resideInAPackage("edu.stanford..");

  @ArchTest
  static final ArchRule nobodyUsesJavaUtilLogging =
      noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..");

  @ArchTest
  static final ArchRule everyPackageIsNullMarked =
      classes()
          .should(
              ArchCondition.from(
                  describe(
                      "reside in a @NullMarked package",
                      javaClass -> javaClass.getPackage().isAnnotatedWith(NullMarked.class))));
}
