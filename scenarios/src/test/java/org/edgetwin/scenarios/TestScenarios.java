package org.edgetwin.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import org.edgetwin.scenarios.file.ScenarioParser;
import org.edgetwin.scenarios.issue.Issues;
import org.edgetwin.scenarios.model.Scenario;
import org.edgetwin.scenarios.names.ScenarioNames;

/** Small scenarios for tests. */
public final class TestScenarios {
  private TestScenarios() {}

  /** A scenario with one GPU and the given jobs. */
  public static Scenario withJobs(String jobs) {
    return parse(
        "name: test\nseed: 5\nfleet: {nodes: [{name: n, gpus_per_node: 8, gpu: V100}]}\njobs:\n"
            + jobs);
  }

  /** The scenario in a text. */
  public static Scenario parse(String text) {
    Issues issues = new Issues();
    Scenario scenario = ScenarioParser.parse(text, "test", issues).orElse(null);
    assertThat(issues.all()).isEmpty();
    return scenario;
  }

  /** The names of a scenario that has none of its own. */
  public static ScenarioNames names() {
    return new ScenarioNames(
        withJobs("  - {name: j, arrivals: {type: at_once, count: 1}, durations: 1 s}\n"));
  }
}
