package org.edgetwin.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.issue.Issue;
import org.edgetwin.sim.engine.Simulation;
import org.edgetwin.sim.experiment.PreparedRun;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.metrics.Metric;
import org.edgetwin.sim.metrics.MetricCalculator;
import org.edgetwin.sim.metrics.MetricValues;
import org.edgetwin.sim.metrics.RunResult;
import org.edgetwin.sim.network.ClusterNetwork;
import org.edgetwin.sim.network.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks and data as files describe them. */
class NetworkPlansTest {
  private static final double BYTES_PER_MEGABIT = 125_000;

  private static final String SCENARIO =
      """
      name: networked
      seed: 3
      network: {type: wide_area, connections: 64}
      data:
        - {name: weights, size: 10 GB, at: [us-east, dc]}
        - {name: images, size: 4 GB, at: [ap-south]}
      fleet:
        nodes:
          - {name: dc, count: 3, gpus_per_node: 4, gpu: A100, region: eu-central}
          - {name: far, count: 2, gpus_per_node: 4, gpu: A100, region: sa-east, up: 2 Gbit/s, disk: 1 TB}
          - {name: home, count: 2, gpus_per_node: 1, gpu: RTX-4090, region: eu-west, community: true, down: 400 Mbit/s, up: 80 Mbit/s}
          - {name: flat, count: 20, gpus_per_node: 1, gpu: RTX-4090, region: us-west, community: true}
      jobs:
        - name: serve
          arrivals: {type: at_once, count: 30}
          durations: 10 min
          needs: [weights, images]
          checkpoint_size: 2 GB
          result_size: 100 MB
          store: us-east
      scheduler: fifo
      """;

  @TempDir private Path folder;

  private ScenarioRuns open(String text) throws IOException {
    return ScenarioRuns.open(load(text).scenario().orElseThrow());
  }

  private LoadResult load(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("net.yaml"), text);
    return ScenarioLoader.load(file, List.of());
  }

  private static ClusterNetwork network(ScenarioRuns runs, int replication) {
    return runs.create("fifo", replication).config().network();
  }

  private static RunResult run(ScenarioRuns runs, String scheduler) {
    PreparedRun run = runs.create(scheduler, 1);
    return new Simulation(run.config(), run.workload(), run.schedulers()).run().result();
  }

  @Test
  void nodesOfASiteShareALineAndHomesHaveTheirOwn() throws IOException {
    ClusterNetwork network = network(open(SCENARIO), 1);
    assertThat(network.place(0)).isEqualTo(network.place(2)).isNotEqualTo(network.place(3));
    assertThat(network.place(5)).isNotEqualTo(network.place(6));
    Place dataCentre = network.area().places().get(network.place(0));
    assertThat(dataCentre.downBytesPerSecond()).isCloseTo(3 * 1.25e9, within(1.0));
    // What AWS lets three machines send.
    assertThat(dataCentre.upBytesPerSecond()).isBetween(3 * 5 * 1.25e8, 3 * 5.3 * 1.25e8);
    Place far = network.area().places().get(network.place(3));
    assertThat(far.upBytesPerSecond()).isCloseTo(2 * 2 * 1.25e8, within(1.0));
    assertThat(network.spot(network.place(3)).diskBytes()).isEqualTo(2e12);
    Place home = network.area().places().get(network.place(5));
    assertThat(home.downBytesPerSecond()).isCloseTo(400 * BYTES_PER_MEGABIT, within(1e-3));
    assertThat(home.upBytesPerSecond()).isCloseTo(80 * BYTES_PER_MEGABIT, within(1e-3));
    assertThat(network.spot(network.place(5)).diskBytes()).isEqualTo(256e9);
  }

  @Test
  void linesOfHomesAreDrawnAgainInEveryReplicationAndTheSameForEverySeed() throws IOException {
    ScenarioRuns runs = open(SCENARIO);
    double first = line(runs, 1);
    assertThat(line(runs, 1)).isEqualTo(first);
    assertThat(line(open(SCENARIO), 1)).isEqualTo(first);
    assertThat(line(runs, 2)).isNotEqualTo(first);
    ScenarioRuns alike =
        open(SCENARIO.replace("connections: 64", "homes: {sigma: 0, rtt_sigma: 0, rtt: 20 ms}"));
    Place place = network(alike, 1).area().places().get(network(alike, 1).place(7));
    assertThat(place.downBytesPerSecond()).isCloseTo(500 * BYTES_PER_MEGABIT, within(1e-3));
    assertThat(place.lastMileMs()).isCloseTo(20, within(1e-9));
    assertThat(runs.replicationMethod()).contains("lines of community nodes are drawn again");
  }

  private static double line(ScenarioRuns runs, int replication) {
    ClusterNetwork network = network(runs, replication);
    return network.area().places().get(network.place(7)).downBytesPerSecond();
  }

  @Test
  void bytesAndEgressAreThoseOfTheTransfers() throws IOException {
    ScenarioRuns runs = open(SCENARIO);
    RunResult result = run(runs, "fifo+data-local");
    // Weights are at home in dc; every job leaves 100 MB, and pays for what dc and homes send.
    double received = 0;
    for (JobRecord job : result.jobs()) {
      received += job.traffic().movedBytes() - 1e8;
    }
    assertThat(received % 2e9).isZero();
    assertThat(received).isPositive();
    MetricValues metrics =
        new MetricCalculator(runs.create("fifo", 1).economics(), runs.create("fifo", 1).warmUp())
            .compute(result);
    assertThat(metrics.get(Metric.MOVED_GB)).isCloseTo(received / 1e9 + 3, within(1e-9));
    assertThat(metrics.get(Metric.EGRESS_USD)).isPositive();
    assertThat(metrics.get(Metric.STAGING_MEAN_S)).isPositive();
  }

  @Test
  void withoutANetworkNothingIsMovedAndNothingIsTold() throws IOException {
    RunResult without =
        run(open(SCENARIO.replace("type: wide_area, connections: 64", "type: none")), "fifo");
    assertThat(without.jobs()).noneMatch(job -> job.traffic().isKnown());
    assertThat(without.endTime()).isLessThan(run(open(SCENARIO), "fifo").endTime());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          at: [us-east, dc]      | at: [us-est, dc]     | 5  | data[0].at[0]           | no region or data-centre site | Maybe us-east
          at: [us-east, dc]      | at: [home]           | 5  | data[0].at[0]           | no region or data-centre site | ''
          at: [ap-south]         | at: []               | 6  | data[1]                 | The data is nowhere           | Maybe `at: [us-east]`.
          size: 10 GB            | size: 10             | 5  | data[0].size            | unit is missing               | Maybe '10 GB'
          size: 10 GB            | size: 0 GB           | 5  | data[0].size            | too small                     | ''
          needs: [weights        | needs: [weight       | 17 | jobs[0].needs[0]        | no data item                  | Maybe weights.
          store: us-east         | store: dc            | 20 | jobs[0].store           | no region                     | ''
          up: 2 Gbit/s           | up: 2 Gbps           | 10 | fleet.nodes[1].up       | no unit 'Gbps'                | Maybe '2 Mbit/s' or '2 Gbit/s'
          type: wide_area        | type: wide           | 3  | network.type            | no such type                  | Maybe wide_area.
          connections: 64        | provider: ibm        | 3  | network.provider        | none of the words             | ''
          """)
  void problemsSayWhereAndWhat(
      String right, String wrong, int line, String path, String message, String hint)
      throws IOException {
    List<Issue> issues = load(SCENARIO.replace(right, wrong)).issues();
    assertThat(issues).hasSize(1);
    assertThat(issues.get(0).line()).isEqualTo(line);
    assertThat(issues.get(0).path()).isEqualTo(path);
    assertThat(issues.get(0).message()).contains(message);
    assertThat(issues.get(0).hint()).contains(hint);
  }

  @Test
  void nodesMustStandSomewhere() {
    assertThatThrownBy(() -> open(SCENARIO.replace(", region: sa-east", "")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("fleet.nodes.far.region")
        .hasMessageContaining("The network must know where nodes stand.")
        .hasMessageContaining("Maybe `region: us-east`.");
  }
}
