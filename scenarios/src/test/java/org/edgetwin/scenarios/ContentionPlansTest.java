package org.edgetwin.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.edgetwin.scenarios.file.ScenarioParser;
import org.edgetwin.scenarios.issue.Issue;
import org.edgetwin.scenarios.issue.Issues;
import org.edgetwin.scenarios.model.Scenario;
import org.edgetwin.sim.engine.Simulation;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.metrics.RunResult;
import org.junit.jupiter.api.Test;

/** What a scenario file can say about jobs that share a GPU or a machine. */
class ContentionPlansTest {
  private static final String TWO_ON_ONE_GPU =
      """
      name: two
      fleet: {nodes: [{name: p, gpu: P100, gpus_per_node: 1}]}
      workload_classes: [{id: mine, family: ResNet-50, batch: 48, memory: 1 GB}, {id: full}]
      jobs:
        - {name: a, arrivals: {type: at_once, count: 1}, durations: 1000 s, gpu_share: 50 %, classes: {CLASS: 1}}
        - {name: b, arrivals: {type: at_once, count: 1}, durations: 1000 s, gpu_share: 50 %, classes: {lm-80: 1}}
      speeds: uniform
      """;

  private static Scenario parse(String text, Issues issues) {
    return ScenarioParser.parse(text, "file.yaml", issues).orElse(null);
  }

  private static List<JobRecord> run(String text) {
    Issues issues = new Issues();
    Scenario scenario = parse(text, issues);
    assertThat(issues.all()).isEmpty();
    var prepared = ScenarioRuns.open(scenario).create(scenario.scheduler(), 1);
    RunResult result =
        new Simulation(prepared.config(), prepared.workload(), prepared.schedulers())
            .run()
            .result();
    return result.jobs();
  }

  private static double keptByFirst(String workload, String contention) {
    List<JobRecord> jobs =
        run(TWO_ON_ONE_GPU.replace("CLASS", workload) + "contention: " + contention + "\n");
    double first = Math.min(jobs.get(0).endTime(), jobs.get(1).endTime());
    return 1000 / first;
  }

  @Test
  void turnsCostTheirSwitches() {
    assertThat(keptByFirst("mine", "time_slicing")).isEqualTo(0.5);
    assertThat(keptByFirst("mine", "{type: time_slicing, slice: 2 ms, switch: 0.5 ms}"))
        .isCloseTo(0.4, within(1e-12));
    assertThat(keptByFirst("mine", "none")).isEqualTo(1);
  }

  @Test
  void aMeasuredPairOfAnOwnClassIsWhatWasMeasured() {
    String measured =
        "{type: fitted, measured: [{gpu: p100, jobs: [lm-80, mine], kept: [50 %, 80 %]}]}";
    assertThat(keptByFirst("mine", measured)).isCloseTo(0.8, within(1e-12));
  }

  /** Of its family two sizes around its own were measured; the forecast lies near them. */
  @Test
  void anOwnClassOfAMeasuredFamilyIsForecast() {
    double forecast = keptByFirst("mine", "fitted");
    double smaller = keptByFirst("resnet50-32", "pairs");
    double larger = keptByFirst("resnet50-64", "pairs");
    assertThat(forecast)
        .isBetween(Math.min(smaller, larger) - 0.05, Math.max(smaller, larger) + 0.05);
  }

  @Test
  void slicesAndThreadLimitsHoldAJobAlone() {
    String alone =
        TWO_ON_ONE_GPU.replace("CLASS", "full").lines().limit(5).toList().stream()
                .reduce("", (a, b) -> a + b + "\n")
            + "speeds: uniform\n";
    assertThat(run(alone + "contention: none\n").get(0).endTime()).isEqualTo(1000);
    assertThat(run(alone + "contention: mig\n").get(0).endTime()).isEqualTo(2000);
    assertThat(run(alone + "contention: {type: mps, thread_share: 25 %}\n").get(0).endTime())
        .isEqualTo(4000);
  }

  @Test
  void jobsOnOneMachineShareItsDisk() {
    String text =
        """
        name: host
        fleet: {nodes: [{name: p, gpu: P100, gpus_per_node: 2}]}
        workload_classes: [{id: mine}]
        jobs:
          - {name: a, arrivals: {type: at_once, count: 2}, durations: 1000 s, classes: {mine: 1}}
        speeds: uniform
        host_contention: {type: resources, disk: 1 GB/s, demands: [{workload: mine, disk: 0.8 GB/s}]}
        """;
    assertThat(run(text))
        .allSatisfy(job -> assertThat(job.endTime()).isCloseTo(1600, within(1e-6)));
  }

  @Test
  void speedsThatWereNotMeasuredDifferBetweenReplicationsWhereAsked() {
    String text =
        """
        name: speeds
        fleet: {nodes: [{name: l4, gpu: L4, gpus_per_node: 1}, {name: v100, gpu: V100, gpus_per_node: 1}]}
        workload_classes: [{id: mine, batch: 8, transformer: {hidden: 1024, layers: 24, heads: 16}}]
        jobs:
          - {name: a, arrivals: {type: at_once, count: 1}, durations: 1000 s, gpu_models: [L4], classes: {mine: 1}}
          - {name: b, arrivals: {type: at_once, count: 1}, durations: 1000 s, gpu_models: [V100], classes: {mine: 1}}
        """;
    List<JobRecord> law = run(text);
    assertThat(law.get(1).endTime()).isEqualTo(1000);
    assertThat(law.get(0).endTime()).isBetween(500.0, 3000.0).isNotEqualTo(1000);
    String sampled = text + "speeds: {type: gavel, sampled: true}\n";
    assertThat(run(sampled).get(0).endTime())
        .isNotEqualTo(law.get(0).endTime())
        .isEqualTo(run(sampled).get(0).endTime())
        .isNotEqualTo(
            run(sampled.replace("name: speeds", "seed: 2\nname: speeds")).get(0).endTime());
    assertThat(run(sampled).get(1).endTime()).isEqualTo(1000);
  }

  /** What was not measured is off by another error in every replication; what was, is not. */
  @Test
  void everyReplicationDrawsItsErrors() {
    String sampled = "{type: pairs, sampled: true}";
    String other = sampled + "\nseed: 2";
    double law = keptByFirst("mine", "pairs");
    assertThat(keptByFirst("mine", sampled))
        .isNotEqualTo(law)
        .isEqualTo(keptByFirst("mine", sampled))
        .isNotEqualTo(keptByFirst("mine", other));
    assertThat(keptByFirst("resnet50-64", sampled))
        .isEqualTo(keptByFirst("resnet50-64", "pairs"))
        .isEqualTo(keptByFirst("resnet50-64", other));
  }

  @Test
  void mistakesAreNamed() {
    assertThat(issue("{type: fitted, measured: [{gpu: v100, jobs: [a3c], kept: [1, 1]}]}"))
        .contains("file.yaml", "measured", "two jobs");
    assertThat(issue("{type: fitted, measured: [{gpu: t4, jobs: [a3c, lm-5], kept: [1, 1]}]}"))
        .contains("t4", "v100");
    assertThat(issue("{type: fitted, measured: [{gpu: v100, jobs: [a3c, lm-5], kept: [1, 0]}]}"))
        .contains("neither");
    assertThat(issue("fited")).contains("fited", "fitted");
  }

  private static String issue(String contention) {
    Issues issues = new Issues();
    parse(TWO_ON_ONE_GPU.replace("CLASS", "mine") + "contention: " + contention + "\n", issues);
    assertThat(issues.all()).isNotEmpty();
    Issue first = issues.all().get(0);
    return first.toString();
  }
}
