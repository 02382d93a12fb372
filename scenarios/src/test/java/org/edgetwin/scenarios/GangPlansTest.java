package org.edgetwin.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.edgetwin.scenarios.file.ScenarioParser;
import org.edgetwin.scenarios.issue.Issues;
import org.edgetwin.scenarios.model.Scenario;
import org.edgetwin.sim.engine.Simulation;
import org.edgetwin.sim.job.JobState;
import org.edgetwin.sim.metrics.JobRecord;
import org.junit.jupiter.api.Test;

/** What a scenario file can say about how gangs train a transformer. */
class GangPlansTest {
  /** 6.7 billion weights: 107 GB of states, which no GPU holds. */
  private static final String SCENARIO =
      """
      name: plans
      fleet: {nodes: [{name: n, gpu: GPU, gpus_per_node: 8, count: 2}]}
      workload_classes:
        - id: gpt-7b
          batch: 16
          transformer: {hidden: 4096, layers: 32, heads: 32}
          parallel: {PARALLEL}
      jobs:
        - {name: a, arrivals: {type: at_once, count: 1}, durations: 1 h, gangs: GANG, classes: {gpt-7b: 1}}
      """;

  private static String text(String gpu, String parallel, int gang) {
    return SCENARIO
        .replace("GPU,", gpu + ",")
        .replace("PARALLEL", parallel)
        .replace("GANG", Integer.toString(gang));
  }

  private static JobRecord run(String gpu, String parallel, int gang) {
    Issues issues = new Issues();
    Scenario scenario =
        ScenarioParser.parse(text(gpu, parallel, gang), "file.yaml", issues).orElse(null);
    assertThat(issues.all()).isEmpty();
    var prepared = ScenarioRuns.open(scenario).create(scenario.scheduler(), 1);
    List<JobRecord> jobs =
        new Simulation(prepared.config(), prepared.workload(), prepared.schedulers())
            .run()
            .result()
            .jobs();
    return jobs.get(0);
  }

  private static String problem(String parallel) {
    Issues issues = new Issues();
    ScenarioParser.parse(text("H100", parallel, 8), "file.yaml", issues);
    assertThat(issues.all()).isNotEmpty();
    return issues.all().get(0).toString();
  }

  @Test
  void whatDoesNotFitIsRejectedAndWhatIsSplitRuns() {
    String recompute = "recompute: selective, utilization: 40 %";
    assertThat(run("H100", recompute, 8).state()).isEqualTo(JobState.REJECTED);
    assertThat(run("H100", "zero: optimizer, " + recompute, 8).state()).isEqualTo(JobState.DONE);
    assertThat(run("H100", "tensor: 4, " + recompute, 8).state()).isEqualTo(JobState.DONE);
    assertThat(run("H100", "tensor: 4, " + recompute, 6).state()).isEqualTo(JobState.REJECTED);
    assertThat(run("V100", "tensor: 4, " + recompute, 8).state()).isEqualTo(JobState.REJECTED);
  }

  @Test
  void aGangOverNodesWaitsForItsCards() {
    String plan = "tensor: 8, recompute: selective, utilization: 40 %, nic: ";
    double slow = run("H100", plan + "10 Gbit/s", 16).endTime();
    double fast = run("H100", plan + "800 Gbit/s", 16).endTime();
    double one = run("H100", plan + "10 Gbit/s", 8).endTime();
    assertThat(slow).isGreaterThan(2 * fast);
    assertThat(run("H100", plan + "800 Gbit/s", 8).endTime()).isEqualTo(one);
  }

  @Test
  void mistakesAreNamed() {
    assertThat(problem("tensor: 5")).contains("file.yaml", "tensor (5)", "heads (32)", "Maybe 4?");
    assertThat(problem("pipeline: 7")).contains("layers (32)");
    assertThat(problem("micro_batch: 3")).contains("batch (16)", "Maybe 2?");
    assertThat(problem("interleave: 2")).contains("pipeline");
    assertThat(problem("zero: all")).contains("zero", "weights");
    assertThat(problem("tensr: 4")).contains("tensr", "tensor");
  }

  @Test
  void planNeedsSizes() {
    Issues issues = new Issues();
    String text = text("H100", "tensor: 2", 8).replaceFirst("    transformer: .*\n", "");
    ScenarioParser.parse(text, "file.yaml", issues);
    assertThat(issues.all().get(0).toString()).contains("parallel", "transformer");
  }
}
