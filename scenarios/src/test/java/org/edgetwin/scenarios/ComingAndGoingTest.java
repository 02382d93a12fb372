package org.edgetwin.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.edgetwin.gpu.reliability.GammaFrailty;
import org.edgetwin.gpu.reliability.SpotLifetimes;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.issue.Issue;
import org.edgetwin.scenarios.model.Scenario;
import org.edgetwin.sim.availability.CombinedAvailability;
import org.edgetwin.sim.availability.CommunityOwners;
import org.edgetwin.sim.availability.HardwareFailures;
import org.edgetwin.sim.availability.RecordedNode;
import org.edgetwin.sim.availability.SpotInstances;
import org.edgetwin.sim.experiment.PreparedRun;
import org.edgetwin.sim.fleet.Availability;
import org.edgetwin.sim.metrics.Attempt;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.metrics.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Owners, spot instances, replays and bad nodes, as scenario files name them. */
class ComingAndGoingTest {
  @TempDir Path folder;

  private static String text(String availability, String rest) {
    return """
        name: test
        fleet:
          nodes:
            - name: n
              count: 3
              gpus_per_node: 1
              gpu: T4
              region: us-west
              availability: %s
        jobs: [{name: j, arrivals: {type: at_once, count: 1}, durations: 1 h}]
        run: {until: 2 d}
        %s
        """
        .formatted(availability, rest);
  }

  private static Availability node(String availability, int index) {
    return ScenarioRuns.open(TestScenarios.parse(text(availability, "")))
        .fleet()
        .nodes()
        .get(index)
        .availability();
  }

  @Test
  void ownersLiveWhereTheirMachinesStand() {
    CommunityOwners owners = (CommunityOwners) node("owners", 0);
    // Oregon, 120 degrees west.
    assertThat(owners.clock().utcOffsetHours()).isEqualTo(-8);
    CommunityOwners proposed = CommunityOwners.proposed(owners.clock());
    assertThat(owners.onMean()).isEqualTo(proposed.onMean());
    assertThat(owners.off()).isEqualTo(proposed.off());
    assertThat(owners.reclaimed()).isEqualTo(proposed.reclaimed());
    assertThat(owners.reclaimsPerSecond()).isCloseTo(proposed.reclaimsPerSecond(), within(1e-15));
    assertThat(owners.departuresPerSecond())
        .isCloseTo(proposed.departuresPerSecond(), within(1e-15));
    assertThat(((CommunityOwners) node("{type: owners, utc_offset: 5.5 h}", 0)).clock())
        .extracting("utcOffsetHours")
        .isEqualTo(5.5);
  }

  @Test
  void spotLivesAreFittedOrGiven() {
    SpotInstances fitted = (SpotInstances) node("{type: spot, source: p3, gap: 20 min}", 0);
    assertThat(fitted.lifetime()).isEqualTo(SpotLifetimes.of("p3"));
    assertThat(fitted.gap().mean()).isEqualTo(1200);
    SpotInstances given =
        (SpotInstances)
            node("{type: spot, lifetime: {type: exponential, mean: 2 h}, gap: 30 min}", 0);
    assertThat(given.availability()).isEqualTo(0.8);
  }

  @Test
  void badNodesAndSeveralCauses() {
    HardwareFailures failures =
        (HardwareFailures)
            node(
                "{type: failures, mtbf: {type: exponential, mean: 60 d}, mttr: 4 h, frailty:"
                    + " {type: share, of_nodes: 5 %, of_failures: 50 %}}",
                0);
    assertThat(failures.frailty().topShare(0.05)).isCloseTo(0.5, within(1e-6));
    HardwareFailures spread =
        (HardwareFailures)
            node(
                "{type: failures, mtbf: {type: exponential, mean: 60 d}, mttr: 4 h, frailty:"
                    + " {type: variance, value: 4}}",
                0);
    assertThat(spread.frailty()).isEqualTo(new GammaFrailty(0.25));

    String both =
        "{type: all_of, of: [{type: replay, trace: p3}, {type: failures, mtbf: {type: exponential,"
            + " mean: 60 d}, mttr: 4 h}]}";
    CombinedAvailability second = (CombinedAvailability) node(both, 1);
    assertThat(second.causeList().get(0))
        .isEqualTo(node("{type: replay, trace: p3}", 1))
        .isNotEqualTo(node("{type: replay, trace: p3}", 0));
    assertThat(second.causeList().get(1)).isInstanceOf(Availability.Renewal.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {type: spot, source: gcp-2021, gap: 1 h} | .source | no law of spot lifetimes | Maybe gcp-2020.
          {type: spot, gap: 1 h}                   | ''      | Exactly one of source and lifetime | Maybe write `source
          {type: spot, source: p3, gap: 0 s}       | ''      | law of gap must be  | Maybe {type: exponential
          {type: spot, source: p3}                 | .gap    | missing             | Maybe `gap:
          {type: replay, trace: p4}                | .trace  | no built-in trace of lives | Maybe p3.
          {type: replay, file: none.csv}           | .file   | no such file        | Maybe check the path.
          {type: replay}                           | ''      | Exactly one of trace and file | Maybe write `trace: p3`.
          {type: all_of, of: [always]}             | ''      | come and go for ever | Maybe failures
          {type: all_of, of: []}                   | ''      | no cause            | Maybe write
          {type: all_of, of: [{type: spot, source: p3}]} | .of[0].gap | missing   | Maybe `gap
          {type: owners, week: busy}               | .week   | none of the words   | Maybe flat or proposed.
          {type: owners, utc_offset: 20 h}         | .utc_offset | too large       | ''
          {type: failures, mtbf: 60 d, mttr: 1 h, frailty: {type: variance, value: 2}} | '' | no memory | Maybe write `mtbf
          """)
  void aMistakeIsToldWithItsPlaceAndAHint(
      String availability, String path, String message, String hint) throws IOException {
    Path file = folder.resolve("s.yaml");
    Files.writeString(file, text(availability, ""));
    assertThat(ScenarioLoader.load(file, List.of()).issues())
        .anySatisfy(
            issue -> {
              assertThat(issue.line()).isEqualTo(9);
              assertThat(issue.path()).isEqualTo("fleet.nodes[0].availability" + path);
              assertThat(issue.message()).contains(message);
              assertThat(issue.hint()).startsWith(hint);
            });
  }

  @Test
  void whoComesAndGoesNeedsAnEnd() throws IOException {
    for (String type : List.of("owners", "{type: replay, trace: p3}")) {
      Path file = folder.resolve("s.yaml");
      Files.writeString(file, text(type, "").replace("run: {until: 2 d}", ""));
      assertThat(ScenarioLoader.load(file, List.of()).issues())
          .extracting(Issue::message)
          .anyMatch(message -> message.contains("come and go, and the run has no end"));
    }
  }

  @Test
  void onlyAReplayIsTheSameInEveryReplication() {
    assertThat(
            ScenarioRuns.open(TestScenarios.parse(text("{type: replay, trace: p3}", "")))
                .replicationMethod())
        .doesNotContain("come and go");
    assertThat(ScenarioRuns.open(TestScenarios.parse(text("owners", ""))).replicationMethod())
        .contains("come and go");
  }

  private ScenarioRuns withLives(String lives, int nodes) throws IOException {
    Files.writeString(folder.resolve("lives.csv"), lives);
    Path file = folder.resolve("s.yaml");
    Files.writeString(
        file,
        text("{type: replay, file: lives.csv, repeat: false}", "")
            .replace("count: 3", "count: " + nodes));
    return ScenarioRuns.open(ScenarioLoader.load(file, List.of()).orThrow());
  }

  @Test
  void ownRecordsAreReplayed() throws IOException {
    ScenarioRuns runs = withLives("node,born,died\na,0,100\nb,0,\nc,120.5,300\n", 2);
    RecordedNode first = (RecordedNode) runs.fleet().nodes().get(0).availability();
    assertThat(first.lifeList()).extracting("birthTime").containsExactly(0.0, 120.5);
    // Two deaths in 100 + 300 + 179.5 seconds of life.
    assertThat(first.lossesPerSecond()).isCloseTo(2 / 579.5, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a,0,100\\nb,50,20          | 3 | died | died before it was born
          a,0,100\\nc,x,20           | 3 | born | not a number
          a,0,100\\nc,5              | 3 | ''   | 2 fields, the header 3
          a,-1,100                   | 2 | born | not in 0 to
          a,0,0.5                    | 0 | ''   | no births and deaths after its first second
          """)
  void badRecordsAreToldWithTheirLine(String rows, int line, String column, String message) {
    BadInputException problem =
        catchThrowableOfType(
            BadInputException.class,
            () -> withLives("node,born,died\n" + rows.translateEscapes(), 1));
    Issue issue = problem.issues().get(0);
    assertThat(issue.file()).endsWith("lives.csv");
    assertThat(issue.line()).isEqualTo(line);
    assertThat(issue.path()).isEqualTo(column);
    assertThat(issue.message()).contains(message);
  }

  @Test
  void aTraceHasNoMorePlacesThanInstancesAtOnce() {
    BadInputException problem =
        catchThrowableOfType(
            BadInputException.class, () -> withLives("node,born,died\na,0,100\n", 2));
    assertThat(problem.issues().get(0).toString()).contains("n.count = 2").contains("at most 1");
  }

  @Test
  void youngNeedsCheckpointsThatCostTime() throws IOException {
    Path file = folder.resolve("s.yaml");
    Files.writeString(
        file,
        text("owners", "")
            .replace("durations: 1 h", "durations: 1 h, recovery: {checkpoint_every: young}"));
    Issue issue = ScenarioLoader.load(file, List.of()).issues().get(0);
    assertThat(issue.path()).isEqualTo("jobs[0].recovery");
    assertThat(issue.hint()).isEqualTo("Maybe write `checkpoint_cost: 30 s`.");
  }

  private static RunResult spotTraining(String every) {
    return run(
        ScenarioLoader.load(
                ShippedFiles.path("spot-training.yaml"),
                List.of("jobs[0].recovery.checkpoint_every=" + every))
            .orThrow());
  }

  private static RunResult run(Scenario scenario) {
    return ScenarioRuns.open(scenario).create(scenario.scheduler(), 1).simulation().run().result();
  }

  /** The point of the shipped scenario: who follows the machines loses least. */
  @Test
  void youngLosesLessThanFixedAndThatLessThanNothingSaved() {
    RunResult young = spotTraining("young");
    RunResult fixed = spotTraining("30 min");
    RunResult never = spotTraining("");
    assertThat(notUseful(young)).isLessThan(0.7 * notUseful(fixed));
    assertThat(notUseful(fixed)).isLessThan(0.7 * notUseful(never));
    assertThat(young.attempts()).extracting(Attempt::outcome).contains("interrupted", "failed");
  }

  /** GPU time held without lasting progress: all that is not running, and what was lost of that. */
  private static double notUseful(RunResult result) {
    return result.jobs().stream().mapToDouble(job -> job.gpus() * unproductiveSeconds(job)).sum();
  }

  private static double unproductiveSeconds(JobRecord job) {
    return job.heldSeconds() - job.runningSeconds() + job.lostSeconds();
  }

  @Test
  void variationsAreMadeAsWritten() {
    String all =
        "machine_variation: {type: all_of, of: [devices, {type: stragglers, slowdown: 2}, hidden]}";
    PreparedRun run = ScenarioRuns.open(TestScenarios.parse(text("always", all))).create("fifo", 1);
    assertThat(run.config().physics().variation().describe())
        .contains("2.0 % bad ones")
        .contains("3.0 % of the machines 2.00 times")
        .contains(";");
    assertThat(ScenarioRuns.open(TestScenarios.parse(text("always", all))).replicable()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {type: owners, off: 1 ms}
          {type: spot, lifetime: 1 ms, gap: 1 ms}
          {type: failures, mtbf: {type: exponential, mean: 1 d}, mttr: 1 ms, frailty: {type: share}}
          """)
  void nodesThatChangeAllTheTimeAreRefused(String availability) {
    Scenario scenario = TestScenarios.parse(text(availability, ""));
    BadInputException problem =
        catchThrowableOfType(BadInputException.class, () -> ScenarioRuns.open(scenario));
    assertThat(problem.issues().get(0).hint()).isEqualTo("Maybe check the units.");
  }

  /** Models are shared between the runs of a scenario, what they drew is not. */
  @Test
  void runsBesideEachOtherAreAsTheyAreAlone() {
    String all = "machine_variation: {type: all_of, of: [devices, stragglers, thermal]}";
    String availability =
        "{type: all_of, of: [owners, {type: spot, source: gcp-2020, gap: 1 h}, {type: failures,"
            + " mtbf: {type: exponential, mean: 1 d}, mttr: 4 h, frailty: {type: share}}]}";
    ScenarioRuns runs =
        ScenarioRuns.open(
            TestScenarios.parse(
                text(availability, all)
                    .replace("gpu: T4", "gpu: RTX-4090\n      community: true")
                    .replace("count: 1}", "count: 40}")));
    List<RunResult> alone =
        IntStream.range(1, 9)
            .mapToObj(r -> runs.create("fifo", r).simulation().run().result())
            .toList();
    List<RunResult> beside =
        IntStream.range(1, 9)
            .parallel()
            .mapToObj(r -> runs.create("fifo", r).simulation().run().result())
            .toList();
    for (int i = 0; i < alone.size(); i++) {
      assertThat(beside.get(i).jobs()).isEqualTo(alone.get(i).jobs());
      assertThat(beside.get(i).events()).isEqualTo(alone.get(i).events());
    }
    assertThat(alone.get(0).jobs()).isNotEqualTo(alone.get(1).jobs());
  }
}
