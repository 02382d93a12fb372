package org.edgetwin.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** The same seed gives the same bytes: every draw comes from a named stream of the run. */
@AnalyzeClasses(packages = Module.ROOT_PACKAGE, importOptions = MainClasses.class)
final class RandomnessTest {
  private static final String SSJ = "umontreal.ssj.";

  @ArchTest
  static final ArchRule DRAWS_COME_FROM_NAMED_STREAMS =
      noClasses()
          .that()
          // It hands a named stream to Commons Math.
          .doNotHaveFullyQualifiedName("org.edgetwin.agents.tune.StreamGenerator")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(
              java.util.Random.class,
              java.util.SplittableRandom.class,
              java.util.concurrent.ThreadLocalRandom.class,
              java.security.SecureRandom.class)
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("java.util.random..", "org.apache.commons.math3.random..")
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .callMethod(StrictMath.class, "random")
          .orShould()
          .callMethod(UUID.class, "randomUUID")
          .orShould()
          .callMethod(Collections.class, "shuffle", List.class)
          .orShould()
          .callMethodWhere(
              target(name("sample"))
                  .and(target(owner(resideInAPackage("org.apache.commons.math3.distribution..")))))
          .because(
              "Commons Math and the JDK seed from the clock; use org.edgetwin.sim.kernel.Streams")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule STREAMS_ARE_BUILT_IN_ONE_PLACE =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.edgetwin.sim.kernel..")
          .should()
          .callConstructor(SSJ + "rng.MRG32k3a")
          .orShould()
          .callConstructor(SSJ + "rng.MRG32k3a", "java.lang.String")
          .because("a new stream takes its seed from an unsynchronised static field of SSJ")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule NO_STATIC_SIMULATOR =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName(SSJ + "simevents.Sim")
          .orShould()
          .callMethod(SSJ + "simevents.Simulator", "getDefaultSimulator")
          .because("all runs of the process would share one clock")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule NOTHING_BINDS_TO_THE_STATIC_SIMULATOR =
      noClasses()
          .should()
          .callConstructor(SSJ + "simevents.Event")
          .orShould()
          .callConstructor(SSJ + "simevents.Accumulate")
          .orShould()
          .callConstructor(SSJ + "simevents.Accumulate", "java.lang.String")
          .because("without a Simulator argument SSJ takes the static default one")
          .allowEmptyShould(true);
}
