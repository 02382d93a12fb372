package org.edgetwin.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.edgetwin.scenarios.issue.Issue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What users get to hear of their mistakes. */
class ScenarioProblemsTest {
  private static final String VALID =
      """
      name: small
      fleet:
        nodes:
          - name: a
            count: 2
            gpus_per_node: 8
            gpu: A100
            price: 1.5 USD/h
            region: us-east
      jobs:
        - name: training
          arrivals: {type: poisson, rate: 12 /h}
          until: 3 d
          durations: {type: lognormal, median: 25 min, sigma: 1.5}
          gangs: {type: weights, shares: {1: 70 %, 8: 30 %}}
          classes: {resnet50-64: 1}
          limits: realistic
      scheduler: easy
      """;

  @TempDir Path folder;

  @Test
  void theUnspoiltScenarioIsValid() throws IOException {
    assertThat(load(VALID).issues()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gpus_per_node: 8   | gpus_per_nodes: 8  |  6 | fleet.nodes[0].gpus_per_nodes | no such key | Maybe gpus_per_node.
          gpu: A100          | gpu: A1OO          |  7 | fleet.nodes[0].gpu   | no GPU model          | Maybe A10 or A100
          gpu: A100          | gpu:               |  4 | fleet.nodes[0].gpu   | missing               | Maybe `gpu: A100`.
          region: us-east    | region: us-est     |  9 | fleet.nodes[0].region | no region            | Maybe us-east
          limits: realistic  | recovery: {checkpoint_every: yung} | 17 | jobs[0].recovery.checkpoint_every | no such type | Maybe young.
          limits: realistic  | recovery: {checkpoint_every: soon} | 17 | jobs[0].recovery.checkpoint_every | no such type | Maybe 30 min or every or young.
          count: 2           | count: two         |  5 | fleet.nodes[0].count | not a number          | ''
          count: 2           | count: 2.5         |  5 | fleet.nodes[0].count | not a whole number    | Maybe 3.
          count: 2           | count: -2          |  5 | fleet.nodes[0].count | too small; at least 1 | Maybe without the minus.
          count: 2           | count: 1e18        |  5 | fleet.nodes[0].count | too large; at most 1000000 | ''
          count: 2           | count: .nan        |  5 | fleet.nodes[0].count | not a number          | ''
          count: 2           | count: .inf        |  5 | fleet.nodes[0].count | not a number          | ''
          count: 2           | count: 2 nodes     |  5 | fleet.nodes[0].count | has no unit           | Maybe 2.
          count: 2           | count: '1,000'     |  5 | fleet.nodes[0].count | not a number          | Maybe 1000.
          count: 2           | count: [2]         |  5 | fleet.nodes[0].count | should be a number, but it is a list | ''
          gpus_per_node: 8   | gpus_per_node: 65  |  6 | fleet.nodes[0].gpus_per_node | at most 64    | ''
          price: 1.5 USD/h   | price: 1.5         |  8 | fleet.nodes[0].price | unit is missing       | Maybe '1.5 USD/h'.
          price: 1.5 USD/h   | price: 1.5 EUR/h   |  8 | fleet.nodes[0].price | no unit 'EUR/h'       | Maybe '1.5 USD/h'.
          until: 3 d         | until: 3 dys       | 13 | jobs[0].until        | no unit 'dys'         | Maybe '3 s' or
          until: 3 d         | until: -3 d        | 13 | jobs[0].until        | too small             | Maybe without the minus.
          poisson            | poison             | 12 | jobs[0].arrivals.type | no such type         | Maybe poisson.
          'type: poisson, '  | ''                 | 12 | jobs[0].arrivals.type | missing              | Maybe `type: poisson`.
          rate: 12 /h        | rate: 1e9 /h       | 12 | jobs[0].arrivals.rate | too large            | ''
          rate: 12 /h        | rate: 1e7 /h       |  1 | ''                   | more than 10000000 jobs | Maybe lower its rate
          limits: realistic  | limits: real       | 17 | jobs[0].limits       | no such type          | Maybe realistic.
          resnet50-64: 1     | resnet5-64: 1      | 16 | jobs[0].classes.resnet5-64 | no workload class | Maybe resnet50-64
          resnet50-64: 1     | resnet50-64: 0     | 11 | jobs[0]              | shares of the classes sum to nothing | ''
          8: 30 %            | eight: 30 %        | 15 | jobs[0].gangs.shares.eight | not a whole number | ''
          scheduler: easy    | scheduler: esay    | 18 | scheduler            | no ordering 'esay'    | Maybe easy
          scheduler: easy    | scheduler: easy+x  | 18 | scheduler            | no placement 'x'      | Maybe
          scheduler: easy    | speeds: fast       | 18 | speeds               | no such type          | Maybe gavel or spec or uniform.
          scheduler: easy    | run: {until: 0 s}  | 18 | run                  | ends before its warm-up | Maybe raise until.
          until: 3 d         | priority: 0        |  1 | ''                   | never ends            | Maybe set run.until
          durations:         | duration:          | 14 | jobs[0].duration     | no such key           | Maybe durations.
          price: 1.5 USD/h   | pricing: {type: spot, instance: p3.2xlarge, zone: x} | 8 | fleet.nodes[0].pricing | no spot prices of p3.2xlarge in x | Maybe p3.2xlarge us-east-1b
          price: 1.5 USD/h   | pricing: {type: repricing, gain: 2} | 8 | fleet.nodes[0].pricing.gain | too large; at most 1 | ''
          price: 1.5 USD/h   | pricing: repricing |  1 | ''                   | Prices move, and the run has no end | Maybe set run.until.
          price: 1.5 USD/h   | pricing: moving    |  8 | fleet.nodes[0].pricing | no such type        | ''
          limits: realistic  | price_per_call: 2  | 17 | jobs[0].price_per_call | unit is missing     | Maybe '2 USD'.
          scheduler: easy    | economics: {starts: 2023-07-03 00:30} | 18 | economics | not a date and a full hour | Maybe 2023-07-03 00:00.
          scheduler: easy    | economics: {grid: daily} | 18 | economics.grid | none of the words    | Maybe hourly or yearly.
          scheduler: easy    | economics: {kept_share: 120 %} | 18 | economics.kept_share | at most 1 | ''
          name: training     | name: ''           | 11 | jobs[0].name         | name is empty         | ''
          """)
  void aMistakeIsToldWithItsPlaceAndAHint(
      String from, String to, int line, String path, String message, String hint)
      throws IOException {
    List<Issue> issues = load(VALID.replaceFirst("\\Q" + from + "\\E", to)).issues();
    assertThat(issues)
        .anySatisfy(
            issue -> {
              assertThat(issue.line()).isEqualTo(line);
              assertThat(issue.path()).isEqualTo(path);
              assertThat(issue.message()).contains(message);
              assertThat(issue.hint()).startsWith(hint);
              assertThat(issue.file()).endsWith("scenario.yaml");
            });
  }

  @Test
  void aJobPaysByTheHourOrByTheCall() throws IOException {
    String both = "limits: realistic\n    price_cap: 1 USD/h\n    price_per_call: 2 USD";
    List<Issue> issues = load(VALID.replace("limits: realistic", both)).issues();
    assertThat(issues).extracting(Issue::path).containsExactly("jobs[0]");
    assertThat(issues.get(0).hint()).isEqualTo("Maybe leave out price_cap.");
  }

  @Test
  void allMistakesAreToldAtOnce() throws IOException {
    String spoilt =
        VALID
            .replace("gpu: A100", "gpu: A1OO")
            .replace("price: 1.5 USD/h", "price: 1.5")
            .replace("scheduler: easy", "scheduler: esay")
            .replace("limits", "limit");
    assertThat(load(spoilt).issues())
        .extracting(Issue::path)
        .containsExactlyInAnyOrder(
            "fleet.nodes[0].gpu", "fleet.nodes[0].price", "jobs[0].limit", "scheduler");
  }

  @Test
  void aProblemReadsWell() throws IOException {
    Issue issue = load(VALID.replace("gpu: A100", "gpu: A1OO")).issues().get(0);
    assertThat(issue.toString())
        .endsWith(
            "scenario.yaml:7: fleet.nodes[0].gpu = A1OO: There is no GPU model of that name. Maybe"
                + " A10 or A100 or A10G.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name: a\\nname: b                 | 2 | stands twice; first in line 1
          a: {b: 1, b: 2}                   | 1 | stands twice
          just text                         | 1 | A scenario is keys with values, but this is a text.
          - 1                               | 1 | but this is a list
          ''                                | 1 | The file is empty.
          '# only a comment'                | 1 | The file is empty.
          a: [1                             | 1 | This is not YAML
          a: "open                          | 1 | This is not YAML
          a: *b                             | 1 | no anchor &b
          a: 1\\n---\\nb: 2                 | 3 | more than one document
          a: \\1                            | 1 | control character 0x01
          a: &a [*a]                        | 1 | no anchor &a
          """)
  void whatIsNotAScenarioIsToldWithItsLine(String text, int line, String message)
      throws IOException {
    List<Issue> issues = load(text.translateEscapes()).issues();
    assertThat(issues)
        .anySatisfy(
            issue -> {
              assertThat(issue.message()).contains(message);
              assertThat(issue.line()).isEqualTo(line);
            });
  }

  @Test
  void bytesThatAreNotUtf8AreToldWithTheirLine() throws IOException {
    byte[] bytes = "name: x\ndescription: \u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
    Issue issue = load(bytes).issues().get(0);
    assertThat(issue.message()).isEqualTo("The file is not UTF-8.");
    assertThat(issue.line()).isEqualTo(2);
  }

  @Test
  void anAliasBombIsRefusedBeforeItGoesOff() throws IOException {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 30; i++) {
      String before = "*a" + (i - 1);
      bomb.append(
          "a%d: &a%d [%s, %s, %s, %s, %s, %s]%n"
              .formatted(i, i, before, before, before, before, before, before));
    }
    Issue issue = load(bomb.toString()).issues().get(0);
    assertThat(issue.message()).contains("more than 200000 values");
    assertThat(issue.line()).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"[, 100000", "'{a: ', 100000", "'- ', 20000", "'? ', 20000"})
  void deepNestingIsRefused(String opening, int times) throws IOException {
    List<Issue> issues = load("a: " + opening.repeat(times)).issues();
    assertThat(issues).isNotEmpty();
    assertThat(issues.get(0).line()).isPositive();
  }

  @Test
  void hugeFilesAreRefused() throws IOException {
    byte[] huge = new byte[3 << 20];
    java.util.Arrays.fill(huge, (byte) '#');
    assertThat(load(huge).issues().get(0).message()).contains("larger than 2 MiB");
  }

  @Test
  void missingFilesAndFoldersAreTold() {
    assertThat(
            ScenarioLoader.load(folder.resolve("none.yaml"), List.of()).issues().get(0).message())
        .isEqualTo("There is no such file.");
    assertThat(ScenarioLoader.load(folder, List.of()).issues().get(0).message())
        .isEqualTo("This is a folder.");
  }

  @Test
  void thousandsOfMistakesAreCountedNotListed() throws IOException {
    StringBuilder text = new StringBuilder(VALID);
    for (int i = 0; i < 1000; i++) {
      text.append("wrong").append(i).append(": 1\n");
    }
    List<Issue> issues = load(text.toString()).issues();
    assertThat(issues).hasSize(201);
    assertThat(issues.get(200).message()).isEqualTo("There are 800 more problems.");
  }

  private LoadResult load(String text) throws IOException {
    return load(text.getBytes(StandardCharsets.UTF_8));
  }

  private LoadResult load(byte[] bytes) throws IOException {
    Path file = folder.resolve("scenario.yaml");
    Files.write(file, bytes);
    return ScenarioLoader.load(file, List.of());
  }
}
