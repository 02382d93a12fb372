package org.edgetwin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.edgetwin.sim.scheduling.PolicyDescription;
import org.edgetwin.sim.scheduling.SchedulerCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code schedulers}, {@code gpus}, help and version. */
class ListingsTest {

  @Test
  void schedulersTellPaperAndKnowledge() {
    Invocation list = Invocation.of("schedulers");
    assertThat(list.exitCode()).isZero();
    assertThat(list.err()).isEmpty();
    assertThat(list.out().lines())
        .anySatisfy(
            line -> assertThat(line).matches("srsf +oracle +none +Gu et al. 2019 +Shortest.*"))
        .anySatisfy(line -> assertThat(line).matches("wait +noisy +matrix .*"))
        .anySatisfy(line -> assertThat(line).matches("las\\(first\\) +3250 +0 to 1e12 +.*"));
  }

  @Test
  void schedulersForMachines() {
    JsonNode root = Invocation.of("schedulers", "--json").json();
    assertThat(names(root.get("orderings")))
        .contains("fifo", "fifo-fit-first", "sjf", "ssf", "srtf", "srsf", "easy", "conservative")
        .contains("las", "wfp3", "random");
    assertThat(names(root.get("placements")))
        .contains("first-fit", "best-fit", "worst-fit", "consolidate", "fastest-gpu", "cheapest")
        .contains("random", "wait");
    JsonNode easy = find(root.get("orderings"), "easy");
    assertThat(easy.at("/knowledge/durations").asText()).isEqualTo("limit");
    assertThat(easy.at("/paper/authors").asText()).contains("Feitelson");
    assertThat(easy.get("starvation_free").asBoolean()).isTrue();
    assertThat(find(root.get("orderings"), "fifo").get("paper").isNull()).isTrue();
    assertThat(find(root.get("orderings"), "las").at("/parameters/0/default").asInt())
        .isEqualTo(3250);
  }

  @Test
  void everyReferenceOfAPolicyIsInTheBibliography() {
    SchedulerCatalog catalog = SchedulerCatalog.standard();
    JsonNode root = Invocation.of("schedulers", "--json").json();
    for (PolicyDescription policy : catalog.orderings()) {
      JsonNode paper = find(root.get("orderings"), policy.name()).get("paper");
      assertThat(paper.isNull()).as(policy.name()).isEqualTo(policy.reference().isEmpty());
    }
  }

  @Test
  void gpusAreFoundByPartOfTheirName() {
    Invocation list = Invocation.of("gpus", "h100 sxm");
    assertThat(list.exitCode()).isZero();
    assertThat(list.out().lines().filter(line -> line.startsWith("H100"))).hasSize(1);
    assertThat(list.out()).doesNotContain("A100");
  }

  @Test
  void gpusForMachines() {
    JsonNode gpus = Invocation.of("gpus", "--json").json().get("gpus");
    assertThat(gpus.size()).isGreaterThan(40);
    JsonNode a100 = Invocation.of("gpus", "A100-SXM4-80", "--json").json().at("/gpus/0");
    assertThat(a100.get("memory_gb").asDouble()).isEqualTo(80);
    assertThat(a100.get("source").asText()).isNotEmpty();
  }

  @Test
  void anUnknownGpuIsAnsweredWithNearOnes() {
    Invocation none = Invocation.of("gpus", "h10O");
    assertThat(none.exitCode()).isEqualTo(2);
    assertThat(none.out()).isEmpty();
    assertThat(none.err()).contains("'h10O'").contains("Maybe ").contains("H100");
  }

  @Test
  void withoutACommandItShowsItsUsage() {
    Invocation usage = Invocation.of();
    assertThat(usage.exitCode()).isZero();
    assertThat(usage.out())
        .contains("run", "compare", "validate", "new", "schedulers", "gpus", "selfcheck")
        .contains("bench", "report", "Exit codes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "compare",
        "validate",
        "new",
        "schedulers",
        "gpus",
        "selfcheck",
        "bench",
        "report"
      })
  void everyCommandHasHelpAndJson(String command) {
    Invocation help = Invocation.of(command, "--help");
    assertThat(help.exitCode()).isZero();
    assertThat(help.out()).startsWith("Usage: edgetwin " + command).contains("--json");
    assertThat(help.err()).isEmpty();
  }

  @Test
  void versionIsOneLine() {
    Invocation version = Invocation.of("--version");
    assertThat(version.exitCode()).isZero();
    assertThat(version.out()).startsWith("edgetwin ").hasLineCount(1);
  }

  private static List<String> names(JsonNode list) {
    return list.findValuesAsText("name");
  }

  private static JsonNode find(JsonNode list, String name) {
    for (JsonNode node : list) {
      if (node.get("name").asText().equals(name)) {
        return node;
      }
    }
    throw new AssertionError("There is no " + name + " in " + list);
  }
}
