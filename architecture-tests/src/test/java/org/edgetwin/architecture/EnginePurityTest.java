package org.edgetwin.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;

/** The engine and the GPU models reach the outside world through nothing but their arguments. */
@AnalyzeClasses(packages = Module.ROOT_PACKAGE, importOptions = MainClasses.class)
final class EnginePurityTest {
  private static final String[] FILES_AND_NETWORK = {
    "java.io..", "java.nio.file..", "java.nio.channels..", "java.net..", "java.sql.."
  };

  @ArchTest
  static final ArchRule THE_ENGINE_READS_AND_WRITES_NOTHING =
      noClasses()
          .that()
          .resideInAPackage("org.edgetwin.sim..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(FILES_AND_NETWORK)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule GPU_MODELS_READ_ONLY_THEIR_OWN_RESOURCES =
      noClasses()
          .that()
          .resideInAPackage("org.edgetwin.gpu..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(FILES_AND_NETWORK)
                  .and(
                      not(
                          belongToAnyOf(
                              // What Class.getResourceAsStream needs.
                              InputStream.class,
                              InputStreamReader.class,
                              Reader.class,
                              BufferedReader.class,
                              IOException.class,
                              UncheckedIOException.class))))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule NOTHING_IS_LOGGED =
      pureClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.util.logging..",
              "org.slf4j..",
              "org.apache.commons.logging..",
              "org.apache.logging..")
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(System.Logger.class, System.LoggerFinder.class)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule NOTHING_IS_PRINTED =
      pureClasses().should(ACCESS_STANDARD_STREAMS).allowEmptyShould(true);

  @ArchTest
  static final ArchRule NOBODY_LOOKS_AT_THE_CALENDAR =
      pureClasses()
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethodWhere(target(name("now")).and(target(owner(resideInAPackage("java.time..")))))
          .orShould()
          .callMethodWhere(
              target(owner(belongToAnyOf(java.time.Clock.class, java.util.Calendar.class))))
          .orShould()
          .callConstructor(java.util.Date.class)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule ONLY_EXPERIMENTS_MEASURE_WALL_TIME =
      pureClasses()
          .and()
          .resideOutsideOfPackages("org.edgetwin.sim.experiment..", "org.edgetwin.sim.optimize..")
          .should()
          .callMethod(System.class, "nanoTime")
          .because("measured time never enters a result; only experiments and solvers are timed")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule POLICIES_SEE_ONLY_VIEWS =
      noClasses()
          .that()
          .resideInAPackage("org.edgetwin.sim.policies..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.edgetwin.sim.engine..")
          .allowEmptyShould(true);

  private static GivenClassesConjunction pureClasses() {
    return noClasses().that().resideInAnyPackage("org.edgetwin.sim..", "org.edgetwin.gpu..");
  }
}
