package org.edgetwin.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule is shown a class that breaks it: a rule that nothing can break protects nothing. */
final class RulesRejectTest {
  private static final JavaClasses FIXTURES =
      new ClassFileImporter()
          .withImportOption(location -> location.contains("/fixture/"))
          .importPackages(Module.ROOT_PACKAGE);

  static Stream<Arguments> offences() {
    return Stream.of(
        arguments(EnginePurityTest.THE_ENGINE_READS_AND_WRITES_NOTHING, "ReadsAFile"),
        arguments(EnginePurityTest.GPU_MODELS_READ_ONLY_THEIR_OWN_RESOURCES, "WritesAFile"),
        arguments(EnginePurityTest.NOTHING_IS_LOGGED, "Logs"),
        arguments(EnginePurityTest.NOTHING_IS_PRINTED, "Prints"),
        arguments(EnginePurityTest.NOBODY_LOOKS_AT_THE_CALENDAR, "currentTimeMillis"),
        arguments(EnginePurityTest.NOBODY_LOOKS_AT_THE_CALENDAR, "Instant.now"),
        arguments(EnginePurityTest.ONLY_EXPERIMENTS_MEASURE_WALL_TIME, "MeasuresWallTime"),
        arguments(EnginePurityTest.POLICIES_SEE_ONLY_VIEWS, "LooksInsideTheEngine"),
        arguments(RandomnessTest.DRAWS_COME_FROM_NAMED_STREAMS, "ThrowsDice"),
        arguments(RandomnessTest.DRAWS_COME_FROM_NAMED_STREAMS, "SamplesFromTheClock"),
        arguments(RandomnessTest.STREAMS_ARE_BUILT_IN_ONE_PLACE, "BuildsItsOwnStream"),
        arguments(RandomnessTest.NO_STATIC_SIMULATOR, "UsesTheStaticSimulator"),
        arguments(
            RandomnessTest.NOTHING_BINDS_TO_THE_STATIC_SIMULATOR, "BindsToTheStaticSimulator"),
        arguments(HeavyLibrariesTest.CHARTS, "DrawsAChart"),
        arguments(HeavyLibrariesTest.OPTIMISATION, "SolvesOnItsOwn"),
        arguments(ModuleBordersTest.namesOnlyItsLibraries(Module.SIM_ENGINE), "DrawsAChart"),
        arguments(ModuleBordersTest.dependsOnlyAlongTheArrows(Module.SCENARIOS), "AsksForAChart"),
        arguments(ModuleBordersTest.keepsItsInternalsToItself(Module.REPORTS), "TakesThePen"),
        arguments(ModuleBordersTest.PACKAGES_FORM_NO_CYCLE, "fixture.hen"),
        arguments(NamingTest.CLASSES_ARE_NAMED_FOR_WHAT_THEY_ARE, "JobManager"),
        arguments(NamingTest.PACKAGES_ARE_NAMED_FOR_WHAT_THEY_HOLD, "util.Odds"));
  }

  @ParameterizedTest
  @MethodSource("offences")
  void aRuleRejectsWhatBreaksIt(ArchRule rule, String offender) {
    assertThat(rule.evaluate(FIXTURES).getFailureReport().getDetails())
        .anyMatch(detail -> detail.contains(offender));
  }

  static Stream<Arguments> exceptions() {
    return Stream.of(
        arguments(EnginePurityTest.GPU_MODELS_READ_ONLY_THEIR_OWN_RESOURCES, "ReadsAResource"),
        arguments(EnginePurityTest.ONLY_EXPERIMENTS_MEASURE_WALL_TIME, "MeasuresAnExperiment"),
        arguments(ModuleBordersTest.dependsOnlyAlongTheArrows(Module.CLI), "TakesThePen"));
  }

  @ParameterizedTest
  @MethodSource("exceptions")
  void aRuleAllowsItsExceptions(ArchRule rule, String innocent) {
    assertThat(rule.evaluate(FIXTURES).getFailureReport().getDetails())
        .noneMatch(detail -> detail.contains(innocent));
  }
}
