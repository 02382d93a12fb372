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
    return Rl4jMain.run(
        environment, "--learner", "dqn", "--steps", "60", "--widths", "4", "--out", out.toString());
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
    // A second study would write into the first one's curve.
    assertThat(train("two-queues", out)).isEqualTo(2);
    assertThat(train("two-queues", file)).isEqualTo(2);
  }

  @Test
  void badInputLeavesNothingBehind() {
    Path out = folder.resolve("new");
    assertThat(train("three-queues", out)).isEqualTo(2);
    assertThat(Rl4jMain.run()).isEqualTo(2);
    assertThat(out).doesNotExist();
  }
}
