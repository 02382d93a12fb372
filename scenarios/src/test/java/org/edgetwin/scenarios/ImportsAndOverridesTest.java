package org.edgetwin.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.edgetwin.scenarios.issue.Issue;
import org.edgetwin.scenarios.model.AvailabilityPlan;
import org.edgetwin.scenarios.model.Limits;
import org.edgetwin.scenarios.model.NodePlan;
import org.edgetwin.scenarios.model.Scenario;
import org.edgetwin.scenarios.model.TimeLaw;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportsAndOverridesTest {
  @TempDir Path folder;

  @BeforeEach
  void writeBase() throws IOException {
    write(
        "parts/base.yaml",
        """
        name: base
        description: from the base
        fleet: {nodes: [{name: a, count: 2, gpus_per_node: 8, gpu: A100}]}
        jobs:
          - name: j
            arrivals: {type: at_once, count: 3}
            durations: {type: exponential, mean: 2 h}
        economics: {pue: 1.2, held_utilisation: 50 %}
        """);
  }

  @Test
  void keysMergeAndListsReplace() throws IOException {
    write(
        "top.yaml",
        """
        import: parts/base.yaml
        name: top
        economics: {pue: 1.5}
        fleet: {nodes: [{name: b, gpus_per_node: 4, gpu: T4}]}
        """);
    Scenario scenario = load("top.yaml");
    assertThat(scenario.name()).isEqualTo("top");
    assertThat(scenario.description()).isEqualTo("from the base");
    assertThat(scenario.economics().pue()).isEqualTo(1.5);
    assertThat(scenario.economics().heldUtilisation()).isEqualTo(0.5);
    assertThat(scenario.fleet().nodes()).extracting(NodePlan::name).containsExactly("b");
  }

  @Test
  void anEmptyValueRemovesWhatWasImported() throws IOException {
    write("top.yaml", "import: [parts/base.yaml]\neconomics: {pue: }\ndescription:\n");
    Scenario scenario = load("top.yaml");
    assertThat(scenario.economics().pue()).isNull();
    assertThat(scenario.description()).isEmpty();
  }

  @Test
  void laterImportsLieOverEarlierOnes() throws IOException {
    write("parts/second.yaml", "name: second\nrun: {replications: 7}\n");
    write("top.yaml", "import: [parts/base.yaml, parts/second.yaml]\n");
    assertThat(load("top.yaml").name()).isEqualTo("second");
    assertThat(load("top.yaml").run().replications()).isEqualTo(7);
  }

  @Test
  void anotherTypeReplacesTheKeysOfTheOldOne() throws IOException {
    write("parts/jobs.yaml", "run: {warm_up: {type: first_jobs, share: 10 %}}\n");
    write(
        "top.yaml", "import: [parts/base.yaml, parts/jobs.yaml]\nrun: {warm_up: {type: mser5}}\n");
    assertThat(load("top.yaml").run().warmUp().seconds()).isZero();
  }

  @Test
  void pathsAreRelativeToTheFileThatNamesThem() throws IOException {
    write("parts/jobs.csv", "t,d,g\n0,5,1\n");
    write(
        "parts/trace.yaml",
        "jobs: [{name: j, trace: {file: jobs.csv, columns: {submit: t, duration: d, gpus: g}}}]\n");
    write("top.yaml", "import: [parts/base.yaml, parts/trace.yaml]\n");
    assertThat(load("top.yaml").jobs().get(0).trace().file())
        .isEqualTo(folder.resolve("parts/jobs.csv").toAbsolutePath());
  }

  @Test
  void aProblemIsToldWhereItWasWritten() throws IOException {
    write("parts/bad.yaml", "\nspeeds: fast\n");
    write("top.yaml", "import: [parts/base.yaml, parts/bad.yaml]\n");
    Issue issue = issues("top.yaml").get(0);
    assertThat(Path.of(issue.file())).endsWithRaw(Path.of("parts/bad.yaml"));
    assertThat(issue.line()).isEqualTo(2);
  }

  @Test
  void cyclesAreTold() throws IOException {
    write("a.yaml", "import: b.yaml\n");
    write("b.yaml", "name: b\nimport: [parts/base.yaml, a.yaml]\n");
    assertThat(issues("a.yaml"))
        .anySatisfy(
            issue -> {
              assertThat(issue.message()).contains("imports itself");
              assertThat(issue.file()).endsWith("b.yaml");
              assertThat(issue.line()).isEqualTo(2);
              assertThat(issue.value()).isEqualTo("a.yaml");
            });
  }

  @Test
  void missingImportsAreTold() throws IOException {
    write("top.yaml", "name: x\nimport: [none.yaml]\n");
    assertThat(issues("top.yaml"))
        .anySatisfy(
            issue -> {
              assertThat(issue.message()).isEqualTo("There is no such file.");
              assertThat(issue.line()).isEqualTo(2);
              assertThat(issue.path()).isEqualTo("import");
            });
  }

  @Test
  void importsThatDoubleAtEachLevelAreReadOnce() throws IOException {
    write("d0.yaml", "import: [parts/base.yaml]\n");
    for (int i = 1; i < 40; i++) {
      write("d%d.yaml".formatted(i), "import: [d%d.yaml, d%d.yaml]\n".formatted(i - 1, i - 1));
    }
    assertThat(load("d39.yaml").name()).isEqualTo("base");
  }

  @Test
  void overridesReachEveryPlace() {
    Scenario scenario =
        load(
            "parts/base.yaml",
            "name=other",
            "fleet.nodes[0].count=5",
            "fleet.nodes[1]={name: b, gpus_per_node: 1, gpu: T4}",
            "jobs[0].limits=realistic",
            "jobs[0].limits.sigma=1.5",
            "jobs[0].durations=20 min",
            "economics.pue=",
            "run.until=3 d",
            "fleet.nodes[0].availability.type=churn",
            "fleet.nodes[0].availability.online=1 h",
            "fleet.nodes[0].availability.offline=2 h");
    assertThat(scenario.name()).isEqualTo("other");
    assertThat(scenario.fleet().nodes().get(0).count()).isEqualTo(5);
    assertThat(scenario.fleet().nodes().get(1).gpu()).isEqualTo("T4");
    assertThat(((Limits.Realistic) scenario.jobs().get(0).limits()).sigma()).isEqualTo(1.5);
    assertThat(scenario.jobs().get(0).durations()).isEqualTo(new TimeLaw.Constant(1200));
    assertThat(scenario.economics().pue()).isNull();
    assertThat(scenario.fleet().nodes().get(0).availability())
        .isInstanceOf(AvailabilityPlan.Churn.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name                       | not path=value
          =3                         | not path=value
          a..b=3                     | not path=value
          a[x]=3                     | not path=value
          jobs.name=3                | jobs is a list. Maybe jobs[0].name.
          jobs[7].name=3             | has 1 items. Maybe jobs[1].
          name[0]=3                  | name is not a list
          nam=3                      | no such key here. Maybe name.
          seed=[1                    | not YAML
          fleet.nodes[0].count=1e18  | too large
          jobs[0].durations.median=1 | Maybe
          """)
  void wrongOverridesAreTold(String override, String message) {
    LoadResult result = ScenarioLoader.load(folder.resolve("parts/base.yaml"), List.of(override));
    assertThat(result.issues()).anySatisfy(issue -> assertThat(issue.toString()).contains(message));
    assertThat(result.issues()).allSatisfy(issue -> assertThat(issue.file()).isNotEmpty());
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Scenario load(String name, String... overrides) {
    return ScenarioLoader.load(folder.resolve(name), List.of(overrides)).orThrow();
  }

  private List<Issue> issues(String name) {
    return ScenarioLoader.load(folder.resolve(name), List.of()).issues();
  }
}
