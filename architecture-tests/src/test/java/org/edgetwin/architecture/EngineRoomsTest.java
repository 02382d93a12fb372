package org.edgetwin.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The packages of sim-engine are those of the plan. Rules such as "policies see only views" name
 * packages: one that were renamed would escape its rule unseen.
 */
final class EngineRoomsTest {
  private static final Set<String> PLAN =
      Set.of(
          "availability",
          "belief",
          "distribution",
          "engine",
          "experiment",
          "explain",
          "fleet",
          "fragmentation",
          "job",
          "kernel",
          "metrics",
          "network",
          "optimize",
          "policies",
          "scheduling",
          "selfcheck",
          "serving",
          "tuning",
          "validation",
          "variation",
          "workload");

  @Test
  void everyRoomIsOnThePlan() {
    String prefix = Module.SIM_ENGINE.packageName() + ".";
    Set<String> rooms =
        SourceTree.packagesOf(Module.SIM_ENGINE).stream()
            .filter(name -> name.startsWith(prefix))
            .map(name -> name.substring(prefix.length()).split("\\.", 2)[0])
            .collect(Collectors.toSet());
    assertThat(PLAN).as("Maybe a new room, then the rules must know it").containsAll(rooms);
  }
}
