package io.tocsin;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/**
 * What holds the module together: the order of its packages, and decisions that Flink never sees.
 */
@AnalyzeClasses(packages = "io.tocsin", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  /** A later package may name an earlier one, never the reverse. */
  private static final List<String> PACKAGES_IN_ORDER =
      List.of(
          "mention", "feed", "scoring", "window", "spike", "incident", "response", "care", "kpi");

  @ArchTest
  static void packagesNameOnlyThoseBeforeThem(JavaClasses classes) {
    for (int i = 0; i + 1 < PACKAGES_IN_ORDER.size(); i++) {
      noClasses()
          .that()
          .resideInAPackage(withSubpackages(PACKAGES_IN_ORDER.get(i)))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(withSubpackages(laterThan(i)))
          .allowEmptyShould(true)
          .check(classes);
    }
  }

  @ArchTest
  static final ArchRule everyPackageHasItsPlaceInTheOrder =
      classes()
          .should()
          .resideInAnyPackage(withSubpackages(PACKAGES_IN_ORDER.toArray(String[]::new)));

  @ArchTest
  static final ArchRule onlyFunctionsNameFlink =
      noClasses()
          .that(describe("are not in a ...Function", ArchitectureTest::isOutsideOfFunctions))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.flink..");

  /** DeliverPageFunction is the edge to the outside world: it hands the clock and chance on. */
  @ArchTest
  static final ArchRule timeAndChanceAreArguments =
      noClasses()
          .that()
          .doNotHaveSimpleName("DeliverPageFunction")
          .should(accessTargetWhere(describe("it is a clock", HiddenInputs::isAClock)))
          .orShould(accessTargetWhere(describe("it is chance", HiddenInputs::isChance)));

  @ArchTest
  static final ArchRule nobodyUsesJavaUtilLogging =
      noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..");

  @ArchTest
  static final ArchRule onlyTheEdgeOpensTheConsole =
      noClasses().that().doNotHaveSimpleName("DeliverPageFunction").should(ACCESS_STANDARD_STREAMS);

  /** It is under the GPL: see NOTICE. */
  @ArchTest
  static final ArchRule nobodyNamesCoreNlp =
      noClasses().should().dependOnClassesThat().resideInAPackage("edu.stanford..");

  @ArchTest
  static final ArchRule everyPackageIsNullMarked =
      classes()
          .should(
              ArchCondition.from(
                  describe(
                      "reside in a @NullMarked package",
                      javaClass -> javaClass.getPackage().isAnnotatedWith(NullMarked.class))));

  private static String[] laterThan(int index) {
    return PACKAGES_IN_ORDER.subList(index + 1, PACKAGES_IN_ORDER.size()).toArray(String[]::new);
  }

  private static String withSubpackages(String name) {
    return "io.tocsin." + name + "..";
  }

  private static String[] withSubpackages(String... names) {
    return List.of(names).stream().map(ArchitectureTest::withSubpackages).toArray(String[]::new);
  }

  private static boolean isOutsideOfFunctions(JavaClass javaClass) {
    JavaClass outermost = javaClass;
    while (outermost.getEnclosingClass().isPresent()) {
      outermost = outermost.getEnclosingClass().get();
    }
    return !outermost.getSimpleName().endsWith("Function");
  }
}
