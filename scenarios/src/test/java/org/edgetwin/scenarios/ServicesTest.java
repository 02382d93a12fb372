package org.edgetwin.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.sim.engine.ClusterConfig;
import org.edgetwin.sim.experiment.Estimate;
import org.edgetwin.sim.experiment.Experiment;
import org.edgetwin.sim.experiment.ExperimentPlan;
import org.edgetwin.sim.experiment.RunControl;
import org.edgetwin.sim.experiment.SchedulerResult;
import org.edgetwin.sim.experiment.ThreadExecutor;
import org.edgetwin.sim.metrics.RequestRecord;
import org.edgetwin.sim.metrics.RunResult;
import org.edgetwin.sim.metrics.ServiceFigures;
import org.edgetwin.sim.metrics.ServiceMetric;
import org.edgetwin.sim.metrics.ServiceResult;
import org.edgetwin.sim.network.DataItem;
import org.edgetwin.sim.serving.Deployment;
import org.edgetwin.sim.serving.ServingRequest;
import org.edgetwin.sim.serving.ServingSimulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServicesTest {
  @TempDir Path folder;

  private static final String CHAT =
      """
      name: chat-only
      fleet:
        nodes: [{name: h100, gpu: H100-SXM, gpus_per_node: 4}]
      services:
        - name: chat
          model: Llama-3.1-8B
          engine: {max_num_seqs: 64, max_model_len: 8192}
          replicas: {min: 1, max: 4}
          autoscaler: {type: concurrency, requests_per_replica: 8, every: 5 s, patience: 1 min}
          slo: {ttft: 1 s}
          requests: REQUESTS
      """;

  private Path file(String requests) throws IOException {
    return Files.writeString(folder.resolve("chat.yaml"), CHAT.replace("REQUESTS", requests));
  }

  private ScenarioRuns open(String requests, String... overrides) throws IOException {
    return ScenarioRuns.open(ScenarioLoader.load(file(requests), List.of(overrides)).orThrow());
  }

  private static RunResult run(ScenarioRuns runs, int replication) {
    return runs.create("fifo", replication).simulation().run().result();
  }

  @Test
  void aloneItFaresAsInServingSimulation() throws IOException {
    ScenarioRuns runs = open("{trace: {builtin: azure-conversation, until: 10 min}}");
    ClusterConfig config = runs.create("fifo", 1).config();
    List<RequestRecord> alone =
        new ServingSimulation(
                config.serving().deployments().stream().map(Deployment::served).toList(),
                config.serving().requests())
            .run()
            .result()
            .requests();
    ServiceResult service = run(runs, 1).services().get(0);
    assertThat(service.requests()).isEqualTo(alone).hasSizeGreaterThan(1000);
    assertThat(service.terms().basisByGpu()).containsEntry("H100-SXM", "law");
  }

  @Test
  void theAzureTraceIsWhole() throws IOException {
    List<ServingRequest> requests =
        open("{trace: {builtin: azure-conversation}}")
            .create("fifo", 1)
            .config()
            .serving()
            .requests();
    assertThat(requests).hasSize(19_366);
    assertThat(requests.stream().mapToInt(ServingRequest::promptTokens).average().orElseThrow())
        .isCloseTo(1155, within(1.0));
    assertThat(requests.stream().mapToInt(ServingRequest::outputTokens).average().orElseThrow())
        .isCloseTo(211, within(1.0));
    assertThat(requests.get(requests.size() - 1).arrivalTime() / 60).isCloseTo(58.5, within(0.2));
  }

  @Test
  void replicationsDifferAndThreadsDoNotMatter() throws IOException {
    String generated =
        "{arrivals: {type: poisson, rate: 2 /s}, until: 5 min, prompt_tokens: {type: lognormal,"
            + " median: 600, sigma: 1, maximum: 8000}, output_tokens: {type: geometric, mean: 150},"
            + " prefix: {groups: 5, tokens: 300}}";
    ScenarioRuns runs = open(generated);
    assertThat(run(runs, 1).services()).isNotEqualTo(run(runs, 2).services());
    assertThat(runs.replicable()).isTrue();
    List<RunResult> first = new ArrayList<>();
    for (int threads : new int[] {1, 3}) {
      first.add(
          new Experiment(open(generated), new ThreadExecutor(threads))
              .run(ExperimentPlan.of(List.of("fifo"), 4), RunControl.none())
              .schedulers()
              .get(0)
              .runs()
              .get(0)
              .result());
    }
    assertThat(first.get(0).services()).isEqualTo(first.get(1).services());
    ServiceFigures figures =
        ServiceFigures.of(first.get(0).services().get(0), first.get(0).endTime());
    assertThat(figures.finished() + figures.rejected()).isEqualTo(figures.requests());
    assertThat(figures.keptShare()).isBetween(0.5, 1.0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "services[0].model=Lama-3.1-8B | no language model of that name",
        "services[0].gpus_per_replica=3 | heads, which so many GPUs cannot share evenly",
        "services[0].gpus_per_replica=8 | No node that the service may use has 8 GPUs",
        "services[0].model=Llama-3-70B | fits no GPU of the fleet: 141.1 GB of weights",
        "services[0].engine.max_num_batched_tokens=32 | below max_num_seqs",
        "services[0].engine.max_model_len=200000 | was trained for 131072 tokens",
        "services[0].replicas.min=9 | max is below min",
        "services[0].prices.input=0.1 USD | There is no unit 'USD' here",
        "services[0].prices.output=-1 USD/1M | The number is too small",
        "services[0].cold_start.from=[us-eest] | no region or data-centre site of that name",
        "services[0].requests.trace.builtin=azure | no built-in request trace",
        "services[0].requests.trace.from=2 h | No request lies in that time"
      })
  void badInputIsNamed(String override, String message) {
    assertThatThrownBy(() -> open("{trace: {builtin: azure-conversation}}", override))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(message);
  }

  @Test
  void finishedRequestsBringMoney() throws IOException {
    String requests = "{trace: {builtin: azure-conversation, until: 1 min}}";
    RunResult result =
        run(
            open(
                requests,
                "services[0].prices.input=0.10 USD/1M",
                "services[0].prices.output=0.0004 USD/1k",
                "run.until=40 s"),
            1);
    ServiceResult service = result.services().get(0);
    double tokens = 0;
    for (RequestRecord request : service.requests()) {
      if (request.isFinished()) {
        tokens += 0.1 * request.promptTokens() + 0.4 * request.outputTokens();
      }
    }
    ServiceFigures figures = ServiceFigures.of(service, result.endTime());
    assertThat(figures.unfinished()).isPositive();
    assertThat(figures.revenueUsd()).isCloseTo(tokens / 1e6, within(1e-12)).isPositive();
    assertThat(figures.marginUsd())
        .isCloseTo(figures.revenueUsd() - service.costUsd(), within(1e-12));

    ServiceResult free = run(open(requests), 1).services().get(0);
    assertThat(ServiceFigures.of(free, 60).revenueUsd()).isNaN();
  }

  @Test
  void figuresOfServicesHaveMeansAndIntervals() throws IOException {
    ScenarioRuns runs =
        open(
            "{arrivals: {type: poisson, rate: 2 /s}, until: 2 min, prompt_tokens: 300,"
                + " output_tokens: 50}");
    SchedulerResult scheduler =
        new Experiment(runs, new ThreadExecutor(2))
            .run(ExperimentPlan.of(List.of("fifo"), 4), RunControl.none())
            .schedulers()
            .get(0);
    double[] medians = new double[4];
    for (int i = 0; i < medians.length; i++) {
      RunResult result = run(runs, i + 1);
      medians[i] = ServiceFigures.of(result.services().get(0), result.endTime()).endToEnd().p50();
    }
    double mean = Arrays.stream(medians).average().orElseThrow();
    double deviation =
        Math.sqrt(Arrays.stream(medians).map(m -> (m - mean) * (m - mean)).sum() / 3);
    Estimate estimate = scheduler.services().get(0).estimates().get(ServiceMetric.E2E_P50_S);
    assertThat(scheduler.services().get(0).service()).isEqualTo("chat");
    assertThat(estimate.n()).isEqualTo(4);
    assertThat(estimate.mean()).isCloseTo(mean, within(1e-12));
    // Student's t with three degrees of freedom.
    assertThat(estimate.ci95().high()).isCloseTo(mean + 3.18245 * deviation / 2, within(1e-6));
    assertThat(scheduler.services().get(0).estimates())
        .doesNotContainKeys(ServiceMetric.REVENUE_USD, ServiceMetric.MOVED_GB);
  }

  @Test
  void imageAndWeightsComeOverTheNetworkIfTheyComeFromSomewhere() throws IOException {
    String requests = "{trace: {builtin: azure-conversation, until: 3 min}}";
    String region = "fleet.nodes[0].region=eu-west";
    String from = "services[0].cold_start.from=[us-east]";
    String wide = "network=wide_area";
    List<RequestRecord> atARate = run(open(requests, region), 1).services().get(0).requests();
    assertThat(run(open(requests, region, from), 1).services().get(0).requests())
        .as("without a network")
        .isEqualTo(atARate);
    RunResult unasked = run(open(requests, region, wide), 1);
    assertThat(unasked.services().get(0).requests()).as("not asked for").isEqualTo(atARate);
    assertThat(unasked.services().get(0).traffic().movedBytes()).isZero();

    ClusterConfig config = open(requests, region, from, wide).create("fifo", 1).config();
    assertThat(config.network().items()).extracting(DataItem::bytes).first().isEqualTo(8e9);
    assertThat(config.network().items().get(1).bytes()).isCloseTo(16.06e9, within(1e7));
    // The first replica has filled the disk of its site; alone from zero everything has to come.
    ServiceResult zero =
        run(open(requests, region, from, wide, "services[0].replicas.min=0"), 1).services().get(0);
    assertThat(zero.traffic().movedBytes()).isCloseTo(24.06e9, within(1e7));
    assertThat(zero.traffic().egressUsd()).isPositive();
    ServiceResult cached =
        run(
                open(
                    requests,
                    region,
                    from,
                    wide,
                    "services[0].replicas.min=0",
                    "services[0].cold_start.weights_cached=true"),
                1)
            .services()
            .get(0);
    assertThat(cached.traffic().movedBytes()).isEqualTo(8e9);
  }

  @Test
  void aWrongLineOfATraceIsNamed() throws IOException {
    Files.writeString(
        folder.resolve("mine.csv"),
        "arrival,prompt_tokens,output_tokens\n0,100,20\n1.5,0,20\nsoon,10,2.5\n");
    assertThatThrownBy(() -> open("{trace: {file: mine.csv}}"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("mine.csv:3: prompt_tokens = 0: The number is not in 1 to")
        .hasMessageContaining("mine.csv:4: arrival = soon: This is not an instant")
        .hasMessageContaining("mine.csv:4: output_tokens = 2.5: This is not a whole number");
    Files.writeString(folder.resolve("mine.csv"), "when,in,out\n3,100,20\n1,50,1\n");
    List<ServingRequest> requests =
        open("{trace: {file: mine.csv, stretch: 2, columns: {arrival: when, prompt_tokens: in,"
                + " output_tokens: out}}}")
            .create("fifo", 1)
            .config()
            .serving()
            .requests();
    assertThat(requests)
        .containsExactly(ServingRequest.of(0, 50, 1), ServingRequest.of(4, 100, 20));
  }

  @Test
  void theShippedScenarioServesEverybody() {
    ScenarioRuns runs =
        ScenarioRuns.open(
            ScenarioLoader.load(ShippedFiles.path("llm-serving.yaml"), List.of()).orThrow());
    RunResult result = runs.create("fifo-fit-first+cheapest", 1).simulation().run().result();
    assertThat(result.services()).hasSize(2);
    for (ServiceResult service : result.services()) {
      assertThat(service.requests()).allMatch(RequestRecord::isFinished);
    }
    assertThat(result.services().get(0).terms().basisByGpu())
        .containsEntry("RTX-4090", "measured")
        .containsEntry("L40S", "law");
    double held = result.usage().stream().mapToDouble(usage -> usage.heldGpuSeconds()).sum();
    double jobs = result.jobs().stream().mapToDouble(j -> j.heldSeconds() * j.gpus()).sum();
    double replicas = result.services().stream().mapToDouble(ServiceResult::heldGpuSeconds).sum();
    assertThat(jobs + replicas).isCloseTo(held, within(1e-6 * held));
  }
}
