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

class TuneTest {
  @TempDir private Path folder;

  private Invocation tune(String... options) {
    List<String> words = new ArrayList<>(List.of("tune", Invocation.QUICKSTART));
    words.addAll(List.of(options));
    words.addAll(List.of("--out", folder.resolve("out").toString()));
    return Invocation.of(words.toArray(String[]::new));
  }

  @Test
  void judgesTheBestSettingOnLaterJobs() throws IOException {
    String[] options = {
      "--scheduler", "las", "--budget", "40", "--replications", "4", "--json", "--threads", "2"
    };
    JsonNode root = tune(options).json();
    assertThat(root.get("usual").asText()).isEqualTo("las(first=3250,second=7200)+first-fit");
    assertThat(root.get("runs").asInt()).isBetween(20, 40);
    assertThat(root.at("/train/changes/0").asText()).isEqualTo("jobs[0].until=51840.000 s");
    assertThat(root.at("/test/changes/0").asText()).isEqualTo("jobs[0].from=51840.000 s");
    assertThat(root.get("partial").asBoolean()).isFalse();
    assertThat(root.at("/judgement/difference/metric").asText()).isEqualTo("jct_mean_s");
    assertThat(root.at("/judgement/difference/ci95").size()).isEqualTo(2);
    assertThat(Files.readString(folder.resolve("out/tuning.html")))
        .contains("Sensitivity", "later, not seen by it", root.get("tuned").asText());
    options[8] = "1";
    assertThat(tune(options).json()).isEqualTo(root);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fifo|--budget=30|This scheduler has no parameters.",
        "las(first=1,second=2)|--budget=30|gives a value to every parameter",
        "nope|--budget=30|There is no ordering 'nope'.",
        "las|--train=0-70%|It begins before the training part (0-70%) has ended.",
        "las|--train=x|This is no part between 0 and 100 %. Maybe 0-60%.",
        "las|--metric=wall_s|There is no metric of that name with a better direction.",
        "las|--budget=15|The default alone takes 10 runs",
        "las|--set=jobs[0].arrivals={type: at_once, count: 9}|cannot be split in time",
      })
  void saysWhatIsWrong(String scheduler, String option, String message) {
    Invocation tune = tune("--scheduler", scheduler, option);
    assertThat(tune.exitCode()).isEqualTo(2);
    assertThat(tune.err()).contains(message);
  }
}
