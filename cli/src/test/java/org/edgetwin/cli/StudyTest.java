package org.edgetwin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code compare} beyond schedulers side by side: matrix, axes, precision. */
class StudyTest {
  @TempDir private Path folder;

  private Invocation compare(String... options) {
    List<String> words = new ArrayList<>(List.of("compare", Invocation.QUICKSTART));
    words.addAll(List.of(options));
    words.addAll(List.of("--out", folder.resolve("out").toString()));
    return Invocation.of(words.toArray(String[]::new));
  }

  @Test
  void everyOrderingMeetsEveryPlacement() throws IOException {
    Invocation compare =
        compare(
            "--orderings",
            "fifo-fit-first,sjf,las(first=100,second=5000)",
            "--placements",
            "first-fit,fastest-gpu",
            "--schedulers",
            "easy",
            "--replications",
            "3",
            "--json");
    JsonNode root = compare.json();
    assertThat(root.get("schedulers").size()).isEqualTo(7);
    assertThat(root.get("schedulers").has("las(first=100,second=5000)+fastest-gpu")).isTrue();
    JsonNode effects = root.at("/study/effects/0");
    assertThat(effects.get("metric").asText()).isEqualTo("jct_mean_s");
    assertThat(
            effects.get("ordering_share").asDouble()
                + effects.get("placement_share").asDouble()
                + effects.get("interaction_share").asDouble())
        .isCloseTo(1, org.assertj.core.data.Offset.offset(1e-9));
    assertThat(root.at("/study/levels/1/knowledge").asText()).isEqualTo("durations: oracle");
    assertThat(Files.readAllLines(folder.resolve("out/matrix.csv")))
        .first()
        .isEqualTo("ordering,placement,knowledge,metric,mean,ci_low,ci_high,n");
    String html = Files.readString(folder.resolve("out/report.html"));
    assertThat(html).contains("Orderings × placements", "the ordering explains");
    assertThat(Invocation.of("report", folder.resolve("out").toString()).exitCode()).isZero();
    assertThat(Files.readString(folder.resolve("out/report.html"))).isEqualTo(html);
  }

  @Test
  void theTerminalShowsTheMatrixWithWhatEachWasTold() {
    Invocation compare =
        compare(
            "--orderings",
            "fifo,sjf",
            "--placements",
            "first-fit,fastest-gpu",
            "--replications",
            "3");
    assertThat(compare.out())
        .contains("Mean completion time, orderings × placements")
        .containsPattern("sjf +durations: oracle")
        .contains("Of the differences the ordering explains")
        .contains("fastest-gpu is told durations: none, speeds: matrix.")
        .contains("--orderings fifo,sjf --placements first-fit,fastest-gpu");
  }

  @Test
  void anAxisShowsHowTheRankingChanges() throws IOException {
    Invocation compare =
        compare(
            "--schedulers",
            "fifo-fit-first,srsf",
            "--restart",
            "0 s,1 min,4 h",
            "--vary",
            "jobs[*].limits=none,exact",
            "--replications",
            "3",
            "--json");
    JsonNode axis = compare.json().at("/study/axes/0");
    assertThat(axis.get("name").asText()).isEqualTo("cost of a restart");
    assertThat(axis.get("unit").asText()).isEqualTo("s");
    assertThat(axis.get("positions").toString()).isEqualTo("[0.0,60.0,14400.0]");
    double cheap = axis.at("/points/0/figures/srsf/jct_mean_s/mean").asDouble();
    double dear = axis.at("/points/2/figures/srsf/jct_mean_s/mean").asDouble();
    assertThat(dear).isGreaterThan(cheap);
    // Who never preempts pays nothing.
    assertThat(axis.at("/points/2/figures/fifo-fit-first"))
        .isEqualTo(axis.at("/points/0/figures/fifo-fit-first"));
    assertThat(compare.json().at("/study/axes/1/positions")).isEmpty();
    assertThat(Files.readAllLines(folder.resolve("out/axes.csv"))).hasSize(1 + 2 * (3 + 2) * 3);
    String html = Files.readString(folder.resolve("out/report.html"));
    assertThat(html).contains("Along: cost of a restart");
    Invocation.of("report", folder.resolve("out").toString());
    assertThat(Files.readString(folder.resolve("out/report.html"))).isEqualTo(html);
  }

  @Test
  void itTellsWhyItStopped() {
    Invocation compare =
        compare(
            "--schedulers",
            "srsf,srtf",
            "--until-precise",
            "50 %",
            "--precise-in",
            "jct_p50_s",
            "--most-replications",
            "40");
    assertThat(compare.exitCode()).isZero();
    assertThat(compare.out())
        .containsPattern(
            "Stopped after [0-9]+ replications: the least known difference in median completion")
        .contains("asked: ± 50 %")
        .contains("--until-precise 50.0% --precise-in jct_p50_s --most-replications 40");
  }

  @Test
  void chargedDecisionsDelayJobs() {
    double[] means = new double[2];
    for (int i = 0; i < 2; i++) {
      Path out = folder.resolve("charged-" + i);
      JsonNode root =
          Invocation.of(
                  "run",
                  Invocation.QUICKSTART,
                  "--set",
                  "run.decision_time={fixed: " + 30 * i + " s, per_job: 10 ms}",
                  "--json",
                  "--out",
                  out.toString())
              .json();
      means[i] = root.at("/metrics/wait_mean_s/mean").asDouble();
      assertThat(root.at("/metrics/actions_dropped/mean").asDouble()).isZero();
    }
    assertThat(means[1]).isGreaterThan(means[0] + 25);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--orderings|dual-agent|no placement goes with it. Maybe --schedulers dual-agent",
        "--orderings|best-fit|There is no ordering 'best-fit'.",
        "--placements|sjf|There is no placement 'sjf'.",
        "--vary|jobs=1|An axis needs two values or more",
        "--vary|nothing|This is not path=value,value.",
        "--noise|0,1|None of the schedulers goes by estimates",
        "--restart|0,1|The unit is missing. Maybe '0 s'",
        "--until-precise|x|This is not a share between 0 and 1. Maybe 5%.",
        "--precise-in|wait_mean_s|There is nothing to be precise in.",
      })
  void saysWhatIsWrong(String option, String value, String message) {
    Invocation compare = compare(option, value, "--schedulers", "fifo");
    assertThat(compare.exitCode()).isEqualTo(2);
    assertThat(compare.err()).contains(message);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void somethingMustBeCompared() {
    assertThat(compare().err()).contains("--schedulers: There is nothing to compare.");
  }
}
