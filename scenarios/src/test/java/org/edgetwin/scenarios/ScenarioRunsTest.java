package org.edgetwin.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.issue.Issue;
import org.edgetwin.sim.engine.Simulation;
import org.edgetwin.sim.fleet.FleetSpec;
import org.edgetwin.sim.fleet.NodeSpec;
import org.edgetwin.sim.fleet.VirtualCluster;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.job.JobState;
import org.edgetwin.sim.metrics.RunResult;
import org.edgetwin.sim.scheduling.DurationKnowledge;
import org.edgetwin.sim.workload.Workload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioRunsTest {
  @TempDir Path folder;

  @Test
  void quickstartRunsToTheEndAndShowsThatTheSchedulerMatters() {
    ScenarioRuns runs = open("quickstart.yaml");
    RunResult fifo = run(runs, "fifo", 1);
    RunResult sjf = run(runs, "sjf+fastest-gpu", 1);
    assertThat(fifo.jobs()).allMatch(job -> job.state() == JobState.DONE);
    assertThat(fifo.jobs().size()).isBetween(300, 1500).isEqualTo(sjf.jobs().size());
    assertThat(meanWait(fifo)).isGreaterThan(2 * meanWait(sjf));
  }

  @Test
  void exactLimitsAreReportedAsWhatTheyAre() {
    assertThat(open("philly.yaml").knowledge("easy").duration())
        .isEqualTo(DurationKnowledge.ORACLE);
    assertThat(open("philly.yaml").knowledge("fifo").duration()).isEqualTo(DurationKnowledge.NONE);
    assertThat(open("quickstart.yaml").knowledge("easy").duration())
        .isEqualTo(DurationKnowledge.LIMIT);
  }

  @Test
  void sameReplicationSameJobsForEveryScheduler() {
    ScenarioRuns runs = open("quickstart.yaml");
    List<JobSpec> jobs = drain(runs.create("fifo", 3).workload());
    assertThat(drain(runs.create("easy", 3).workload())).isEqualTo(jobs);
    assertThat(drain(open("quickstart.yaml").create("fifo", 3).workload())).isEqualTo(jobs);
    assertThat(drain(runs.create("fifo", 4).workload())).isNotEqualTo(jobs);
  }

  @Test
  void aForkContinuesLikeTheOriginal() {
    ScenarioRuns runs = open("edgecloud-global.yaml", "run.until=12 h");
    Simulation original = runs.create("fifo-fit-first", 1).simulation();
    original.runUntil(6 * 3600);
    Simulation fork = original.fork();
    assertThat(fork.run().result().jobs()).isEqualTo(original.run().result().jobs());
  }

  @Test
  void globalEdgeCloudHasTwelveRegionsAndManyModels() {
    FleetSpec fleet = open("edgecloud-global.yaml").fleet();
    Set<String> regions = new LinkedHashSet<>();
    Set<String> models = new LinkedHashSet<>();
    for (NodeSpec node : fleet.nodes()) {
      regions.add(node.region());
      models.add(node.gpuModel().id());
    }
    assertThat(regions).hasSize(12);
    assertThat(models).hasSizeGreaterThanOrEqualTo(10);
    assertThat(fleet.nodes()).anyMatch(NodeSpec::community);
    assertThat(fleet.nodes()).anyMatch(node -> !node.community());
  }

  @Test
  void globalEdgeCloudLosesNodesAndFinishesItsJobs() {
    RunResult result = run(open("edgecloud-global.yaml", "run.until=2 d"), "fifo-fit-first", 1);
    assertThat(result.jobs()).anyMatch(job -> job.failures() > 0);
    assertThat(result.jobs().stream().filter(job -> job.state() == JobState.DONE).count())
        .isGreaterThan(result.jobs().size() * 8L / 10);
  }

  @Test
  void openbHasItsNodesAndRunsItsPods() {
    ScenarioRuns runs = open("openb.yaml");
    assertThat(runs.fleet().nodes()).hasSize(1523);
    assertThat(runs.fleet().gpuCount()).isEqualTo(6212);
    RunResult result = run(runs, "fifo-fit-first+best-fit", 1);
    assertThat(result.jobs()).hasSize(8152);
    assertThat(result.jobs()).filteredOn(job -> job.state() != JobState.DONE).hasSizeLessThan(10);
  }

  @Test
  void phillyFleetIsNodesOfEightAndOneSmaller() {
    FleetSpec fleet = open("philly.yaml").fleet();
    assertThat(fleet.gpuCount()).isEqualTo(378);
    assertThat(fleet.virtualClusters()).hasSize(12);
    assertThat(nodesOf(fleet, "7f04ca")).containsExactly(8, 8, 8, 8, 8, 8, 8, 8, 6);
    assertThat(nodesOf(fleet, "795a4c")).containsExactly(6);
    assertThat(nodesOf(fleet, "51b7ef")).containsExactly(1);
  }

  /** The value comes from a plain loop over the file, written apart from this program. */
  @Test
  void phillyUnderFifoHasTheMeanOfAPlainReference() {
    RunResult result = run(open("philly.yaml", "run.keep_attempts=false"), "fifo", 1);
    assertThat(result.jobs().stream().mapToDouble(job -> job.jctSeconds()).average().orElseThrow())
        .isCloseTo(1_115_158.1070573786, within(1e-6));
  }

  @Test
  void recordedPhillyFleetHasTheRecordedNodes() {
    FleetSpec fleet = open("philly-recorded.yaml").fleet();
    assertThat(nodesOf(fleet, "6214e9")).hasSize(64).containsOnly(8);
    assertThat(nodesOf(fleet, "795a4c")).containsExactly(6);
    assertThat(fleet.gpuCount()).isEqualTo(264 * 8 + 8 + 1 + 6 + 8);
  }

  @Test
  void virtualClustersAreDiscoveredInTheTrace() {
    ScenarioRuns runs = open("philly.yaml", "virtual_clusters=");
    assertThat(runs.fleet().virtualClusters())
        .extracting(VirtualCluster::name)
        .startsWith("0e4a51", "103959")
        .hasSize(12);
  }

  @Test
  void aVirtualClusterThatIsNotListedIsTold() {
    BadInputException problem =
        catchThrowableOfType(
            BadInputException.class,
            () -> open("philly.yaml", "virtual_clusters=[{name: \"6214e8\"}]"));
    Issue issue = problem.issues().get(0);
    assertThat(issue.message()).isEqualTo("The scenario does not list this virtual cluster.");
    assertThat(issue.hint()).isEqualTo("Maybe 6214e8.");
  }

  @Test
  void replicationsAreDescribed() {
    assertThat(open("philly.yaml").replicationMethod()).contains("blocks of a day");
    assertThat(open("philly.yaml").replicable()).isTrue();
    assertThat(open("philly.yaml", "run.resampling=none").replicable()).isFalse();
    assertThat(open("edgecloud-global.yaml").replicationMethod())
        .contains("other random numbers")
        .contains("come and go");
  }

  @Test
  void checkTellsProblemsOfTheData() throws IOException {
    Files.writeString(folder.resolve("jobs.csv"), "t,d,g\n1,two,3\n");
    Path file = folder.resolve("s.yaml");
    Files.writeString(
        file,
        """
        name: s
        fleet: {nodes: [{name: n, gpus_per_node: 1, gpu: T4}]}
        jobs: [{name: j, trace: {file: jobs.csv, columns: {submit: t, duration: d, gpus: g}}}]
        """);
    assertThat(ScenarioLoader.load(file, List.of()).isValid()).isTrue();
    Issue issue = ScenarioLoader.check(file, List.of()).issues().get(0);
    assertThat(issue.file()).endsWith("jobs.csv");
    assertThat(issue.line()).isEqualTo(2);
    assertThat(issue.value()).isEqualTo("two");
  }

  private static ScenarioRuns open(String name, String... overrides) {
    return ScenarioRuns.open(
        ScenarioLoader.load(ShippedFiles.path(name), List.of(overrides)).orThrow());
  }

  private static RunResult run(ScenarioRuns runs, String scheduler, int replication) {
    return runs.create(scheduler, replication).simulation().run().result();
  }

  private static double meanWait(RunResult result) {
    return result.jobs().stream().mapToDouble(job -> job.waitSeconds()).average().orElseThrow();
  }

  private static List<Integer> nodesOf(FleetSpec fleet, String cluster) {
    List<String> names = fleet.virtualClusters().stream().map(VirtualCluster::name).toList();
    return fleet.nodes().stream()
        .filter(node -> node.virtualCluster() == names.indexOf(cluster))
        .map(NodeSpec::gpuCount)
        .toList();
  }

  private static List<JobSpec> drain(Workload workload) {
    List<JobSpec> jobs = new ArrayList<>();
    while (workload.nextTime() < Double.POSITIVE_INFINITY) {
      jobs.add(workload.next());
    }
    return jobs;
  }
}
