package io.clausestream.it;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which module may know which; the core's own rules stand beside the core. */
@AnalyzeClasses(packages = "io.clausestream", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule connectorsDoNotKnowTheCore =
      noClasses()
          .that()
          .resideInAPackage("io.clausestream.connector..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.clausestream.core..", "io.clausestream.pipeline..", "io.clausestream.cli..");

  @ArchTest
  static final ArchRule nothingKnowsTheCommandLine =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.clausestream.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.clausestream.cli..");

  @ArchTest
  static final ArchRule nothingKnowsTheExamples =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.clausestream.connector.examples..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.clausestream.connector.examples..");

  @ArchTest
  static final ArchRule schemasKnowNothingOfOurs =
      noClasses()
          .that()
          .resideInAPackage("io.clausestream.schema..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.clausestream.core..",
              "io.clausestream.connector..",
              "io.clausestream.pipeline..",
              "io.clausestream.cli..");

  @ArchTest
  static final ArchRule noClockBelowTheEdge =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.clausestream.pipeline..",
              "io.clausestream.schema..",
              "io.clausestream.connector.history..",
              "io.clausestream.connector.kafka..")
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(java.util.Random.class);
}
