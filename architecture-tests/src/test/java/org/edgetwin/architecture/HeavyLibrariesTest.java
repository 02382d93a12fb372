package org.edgetwin.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Heavy libraries and network access, each in its one place. */
@AnalyzeClasses(packages = Module.ROOT_PACKAGE, importOptions = MainClasses.class)
final class HeavyLibrariesTest {

  @ArchTest static final ArchRule DJL = only(List.of("org.edgetwin.agents.."), "ai.djl..");

  @ArchTest
  static final ArchRule RL4J =
      only(List.of("org.edgetwin.agents.rl4j.."), "org.deeplearning4j..", "org.nd4j..");

  /**
   * The class path here holds what every module brings, and of agents-rl4j its own classes alone.
   */
  @ArchTest
  static void onlyItsLeafModuleBringsRl4j(JavaClasses classes) {
    for (String rl4j : List.of("org/deeplearning4j/rl4j/mdp/MDP", "org/nd4j/linalg/factory/Nd4j")) {
      assertThat(HeavyLibrariesTest.class.getResource("/" + rl4j + ".class")).as(rl4j).isNull();
    }
    assertThat(classes.contain("org.edgetwin.agents.rl4j.FlatMdp")).isTrue();
  }

  @ArchTest
  static final ArchRule NOTHING_USES_THE_RL4J_MODULE =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.edgetwin.agents.rl4j..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.edgetwin.agents.rl4j..")
          .because("its libraries are old; a study runs in a process of its own");

  @ArchTest static final ArchRule JCUDA = only(List.of("org.edgetwin.calibration.."), "jcuda..");

  @ArchTest
  static final ArchRule CHARTS =
      only(List.of("org.edgetwin.reports.."), "org.jfree..", "org.apache.batik..");

  @ArchTest
  static final ArchRule OPTIMISATION =
      only(List.of("org.edgetwin.sim.optimize.."), "org.ojalgo..", "org.jgrapht..");

  @ArchTest
  static final ArchRule SPARK =
      only(List.of("org.edgetwin.scenarios.spark.."), "org.apache.spark..");

  @ArchTest static final ArchRule SQLITE = only(List.of("org.edgetwin.live.."), "org.sqlite..");

  @ArchTest
  static final ArchRule HTTP_CLIENT =
      only(List.of("org.edgetwin.live..", "org.edgetwin.scenarios.tot.http.."), "java.net.http..");

  @ArchTest
  static final ArchRule HTTP_SERVER =
      only(List.of("org.edgetwin.live..", "org.edgetwin.cli.."), "com.sun.net.httpserver..");

  @ArchTest
  static final ArchRule COMMAND_LINE =
      only(List.of("org.edgetwin.cli.."), "picocli..", "me.tongfei..");

  private static ArchRule only(List<String> homes, String... libraries) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(homes.toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries)
        .because("its place is " + homes)
        .allowEmptyShould(true);
  }
}
