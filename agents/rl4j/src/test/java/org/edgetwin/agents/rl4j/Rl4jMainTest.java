package org.edgetwin.agents.rl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.edgetwin.agents.file.DensePolicyFile;
import org.edgetwin.agents.log.ScalarLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class Rl4jMainTest {
  @TempDir Path folder;

  private int train(String environment, Path out) {
    return train(environment, out, "60", "4");
  }

  private int train(String environment, Path out, String steps, String widths) {
    return Rl4jMain.run(
        environment,
        "--learner",
        "dqn",
        "--steps",
        steps,
        "--widths",
        widths,
        "--out",
        out.toString());
  }

  @Test
  void leavesAPolicyThatKnowsWhatItWasTrainedOnAndACurve() throws IOException {
    Path out = folder.resolve("new");
    assertThat(train("two-queues", out)).isZero();
    Path file = out.resolve(Rl4jMain.POLICY);
    DensePolicyFile policy = DensePolicyFile.read(file.toString(), Files.readAllBytes(file));
    assertThat(policy.environment()).isEqualTo("two-queues");
    assertThat(policy.layout()).isEmpty();
    assertThat(policy.policy().inputs()).isEqualTo(2);
    assertThat(policy.policy().outputs()).isEqualTo(3);
    assertThat(out.resolve(ScalarLog.TABLE)).isNotEmptyFile();
    // Another study would write into the first one's curve.
    assertThat(train("two-queues", out, "60", "8")).isEqualTo(2);
    assertThat(train("two-queues", file)).isEqualTo(2);
  }

  @Test
  void theSameStudyGoesOnWithMoreSteps() throws IOException {
    Path out = folder.resolve("new");
    assertThat(train("two-queues", out)).isZero();
    byte[] first = Files.readAllBytes(out.resolve(Rl4jMain.POLICY));
    assertThat(train("two-queues", out)).isZero();
    assertThat(out.resolve(Rl4jMain.POLICY)).hasBinaryContent(first);
    assertThat(train("two-queues", out, "110", "4")).isZero();
    assertThat(Files.readAllBytes(out.resolve(Rl4jMain.POLICY))).isNotEqualTo(first);
    Files.write(out.resolve(Saver.FILE), new byte[] {1, 2, 3});
    assertThat(train("two-queues", out, "160", "4")).isEqualTo(2);
  }

  @Test
  void badInputLeavesNothingBehind() {
    Path out = folder.resolve("new");
    assertThat(train("three-queues", out)).isEqualTo(2);
    assertThat(Rl4jMain.run()).isEqualTo(2);
    assertThat(out).doesNotExist();
  }
}
