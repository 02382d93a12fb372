package org.edgetwin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts from a scenario file to the files of a run. */
class AccountsRunTest {
  private static final String SCENARIO =
      """
      name: accounts
      fleet:
        nodes:
          - {name: dc, gpus_per_node: 4, gpu: A100, region: eu-central}
          - name: home
            gpus_per_node: 4
            gpu: RTX-4090
            region: us-east
            community: true
            pricing: {type: repricing, every: 30 min}
          - name: market
            gpus_per_node: 2
            gpu: V100
            pricing: {type: spot, instance: p3.2xlarge, zone: us-east-1b, starts: 20 d}
      jobs:
        - name: rent
          arrivals: {type: poisson, rate: 8 /h}
          until: 20 h
          durations: {type: lognormal, median: 40 min, sigma: 1}
          price_cap: 3 USD/h
        - name: calls
          arrivals: {type: poisson, rate: 30 /h}
          until: 20 h
          durations: 90 s
          price_per_call: 0.02 USD
      scheduler: fifo-fit-first+cheapest
      economics: {grid: hourly, starts: 2023-07-03 06:00, kept_share: 75 %}
      run: {until: 24 h}
      """;

  @TempDir private Path folder;

  private Path scenario() throws IOException {
    return Files.writeString(folder.resolve("accounts.yaml"), SCENARIO);
  }

  private Path run(String name, String... more) throws IOException {
    Path out = folder.resolve(name);
    Invocation run = invoke(out, more);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return out;
  }

  private Invocation invoke(Path out, String... more) throws IOException {
    String[] words = new String[4 + more.length];
    words[0] = "run";
    words[1] = scenario().toString();
    words[2] = "--out";
    words[3] = out.toString();
    System.arraycopy(more, 0, words, 4, more.length);
    return Invocation.of(words);
  }

  @Test
  void threadsDoNotMatter() throws IOException {
    JsonNode one = summary(run("one", "--replications", "3", "--threads", "1"));
    JsonNode two = summary(run("two", "--replications", "3", "--threads", "2"));
    assertThat(two.get("metrics")).isEqualTo(one.get("metrics"));
    assertThat(two.get("accounts")).isEqualTo(one.get("accounts"));
    assertThat(one.at("/metrics/profit_usd/n").asInt()).isEqualTo(3);
  }

  private static JsonNode summary(Path run) throws IOException {
    ObjectNode tree =
        (ObjectNode) new ObjectMapper().readTree(run.resolve("summary.json").toFile());
    return tree.without("wall_clock");
  }

  @Test
  void everyDollarIsInOneAccount() throws IOException {
    JsonNode summary = summary(run("run"));
    double paid = 0;
    for (JsonNode operator : summary.at("/accounts/fifo-fit-first+cheapest/operators")) {
      paid += operator.get("rent_usd").asDouble() + operator.get("calls_usd").asDouble();
    }
    double cost = summary.at("/metrics/cost_usd/mean").asDouble();
    assertThat(paid).isCloseTo(cost, within(1e-9 * cost));
    assertThat(summary.at("/metrics/revenue_usd/mean").asDouble())
        .isCloseTo(0.75 * cost, within(1e-9 * cost));
  }

  @Test
  void peopleAndProgramsAreToldWhereTheCarbonComesFrom() throws IOException {
    String notice = "Contains information from Electricity Maps";
    assertThat(invoke(folder.resolve("text")).out()).contains(notice).contains("operator");
    assertThat(invoke(folder.resolve("json"), "--json").out()).contains(notice);
    assertThat(Files.readString(folder.resolve("text/report.html"))).contains(notice);
    assertThat(invoke(folder.resolve("yearly"), "--set", "economics.grid=yearly").out())
        .contains("operator")
        .doesNotContain(notice);
  }
}
