package org.edgetwin.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.edgetwin.scenarios.issue.Issue;
import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umontreal.ssj.rng.RandomStream;

/**
 * Seeded mutations of the shipped scenarios: whatever is done to a file, the answer is a scenario
 * or problems with their places, never another exception, and it comes quickly.
 */
class FuzzTest {
  private static final int MUTATIONS = 2400;
  private static final long SEED = 20261124;

  @TempDir Path folder;

  @Test
  void everyMutatedFileIsAnsweredWithItsPlace() throws IOException {
    List<String> originals = originals();
    RandomStream random = new Streams(SEED, 1).stream("fuzz");
    List<String> bad = new ArrayList<>();
    int[] valid = new int[1];
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (int i = 0; i < MUTATIONS; i++) {
            byte[] mutated = Mutations.mutate(originals.get(i % originals.size()), random);
            // A file of its own each time: overwriting one waits for the disk.
            Path file = folder.resolve("m" + i + ".yaml");
            Files.write(file, mutated);
            try {
              LoadResult result = ScenarioLoader.load(file, List.of());
              valid[0] += result.isValid() ? 1 : 0;
              result.issues().stream()
                  .filter(issue -> !isLocated(issue))
                  .forEach(issue -> bad.add("not located: " + issue));
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
              bad.add(i + ": " + e + "\n" + new String(mutated, StandardCharsets.UTF_8));
            }
          }
        });
    assertThat(bad).isEmpty();
    // A fuzzer that breaks nothing, or everything, tests nothing.
    assertThat(valid[0]).isBetween(MUTATIONS / 50, MUTATIONS / 2);
  }

  private static boolean isLocated(Issue issue) {
    return !issue.file().isEmpty()
        && !issue.message().isEmpty()
        && (issue.line() > 0 || !issue.path().isEmpty() || isWholeFileProblem(issue));
  }

  /** Problems of a file as a whole have neither line nor key. */
  private static boolean isWholeFileProblem(Issue issue) {
    return issue.message().startsWith("The file is larger")
        || issue.message().startsWith("There are ");
  }

  private List<String> originals() throws IOException {
    List<String> texts = new ArrayList<>();
    for (String name : ShippedFiles.NAMES) {
      String text = Files.readString(ShippedFiles.path(name));
      texts.add(text);
      Files.writeString(folder.resolve(name), text);
    }
    texts.add(ScenarioTemplate.text("starter", "starter.yaml"));
    return texts;
  }
}
