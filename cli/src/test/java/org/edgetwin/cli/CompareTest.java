package org.edgetwin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code compare}, and {@code run} with several schedulers. */
class CompareTest {
  @TempDir private Path folder;

  private Invocation compare(String command, String name, String... further) {
    String[] arguments = new String[8 + further.length];
    arguments[0] = command;
    arguments[1] = Invocation.QUICKSTART;
    arguments[2] = "--schedulers";
    arguments[3] = "fifo,sjf,las(first=100,second=5000)+best-fit";
    arguments[4] = "--replications";
    arguments[5] = "4";
    arguments[6] = "--out";
    arguments[7] = folder.resolve(name).toString();
    System.arraycopy(further, 0, arguments, 8, further.length);
    return Invocation.of(arguments);
  }

  @Test
  void printsTheContract() {
    JsonNode root = compare("compare", "a", "--json").json();
    assertThat(root.get("schedulers").fieldNames())
        .toIterable()
        .containsExactly("fifo", "sjf", "las(first=100,second=5000)+best-fit");
    assertThat(root.at("/schedulers/sjf/wait_mean_s/ci95").size()).isEqualTo(2);
    assertThat(root.get("pairs")).isNotEmpty();
    for (JsonNode pair : root.get("pairs")) {
      assertThat(pair.get("a").isTextual()).isTrue();
      assertThat(pair.get("b").isTextual()).isTrue();
      assertThat(pair.get("metric").isTextual()).isTrue();
      assertThat(pair.has("diff") && pair.has("ci95")).isTrue();
      assertThat(pair.get("better").isNull() || pair.get("better").isTextual()).isTrue();
    }
  }

  @Test
  void shorterJobsFirstIsEstablishedToBeBetter() {
    JsonNode root = compare("compare", "a", "--json").json();
    for (JsonNode pair : root.get("pairs")) {
      if (pair.get("metric").asText().equals("jct_mean_s")
          && pair.get("a").asText().equals("fifo")
          && pair.get("b").asText().equals("sjf")) {
        double difference =
            root.at("/schedulers/fifo/jct_mean_s/mean").asDouble()
                - root.at("/schedulers/sjf/jct_mean_s/mean").asDouble();
        assertThat(pair.get("diff").asDouble())
            .isPositive()
            .isCloseTo(difference, org.assertj.core.data.Percentage.withPercentage(1e-6));
        return;
      }
    }
    throw new AssertionError("The pair is missing.");
  }

  @Test
  void tellsPeopleWhatEachWasToldAndWhichIsBetter() {
    Invocation compare = compare("compare", "a");
    assertThat(compare.exitCode()).isZero();
    assertThat(compare.out())
        .startsWith("quickstart, seed 7, 4 replications")
        .containsPattern("fifo +durations: none")
        .containsPattern("sjf +durations: oracle")
        .containsPattern("mean completion time: no scheduler below [0-9]")
        .contains("Difference in mean completion time, on the same replications:")
        .contains("fifo − sjf")
        .containsPattern("is better \\(Holm p = |no verdict: ");
  }

  @Test
  void runWithSchedulersIsTheSame() {
    JsonNode compared = compare("compare", "a", "--json").json();
    JsonNode run = compare("run", "b", "--json").json();
    assertThat(run.get("pairs")).isEqualTo(compared.get("pairs"));
  }

  @Test
  void withoutANumberThereAreTenReplications() {
    JsonNode root =
        Invocation.of(
                "compare",
                Invocation.QUICKSTART,
                "--schedulers",
                "fifo",
                "--json",
                "--out",
                folder.resolve("c").toString())
            .json();
    assertThat(root.get("replications").asInt()).isEqualTo(10);
  }
}
