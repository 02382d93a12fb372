package org.edgetwin.agents.rl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.edgetwin.agents.log.ScalarLog;
import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;

final class FlatMdpTest {
  private static final int FORBIDDEN = 1;

  @TempDir Path folder;

  @Test
  void theAllowedActionOfTheHighestValueReplacesAForbiddenOne() throws IOException {
    try (ScalarLog log = new ScalarLog(folder, 0, () -> 5)) {
      FlatMdp mdp =
          new Rollouts(
                  TwoQueues::new,
                  new Streams(1, 1),
                  new Budget(100, 100, () -> 5),
                  new EpisodeLog(log),
                  new Saver(folder))
              .mdp();
      FlatMdp unvalued = mdp.newInstance();
      mdp.reset();
      unvalued.reset();
      mdp.valuedBy(any -> Nd4j.create(new float[][] {{-1, 9, 2}}));
      double slow = 0;
      for (int step = 0; step < TwoQueues.STEPS; step++) {
        // Eight jobs fill the slow queue; from then on only the fast one is allowed at times.
        slow = Math.max(slow, mdp.step(FORBIDDEN).getObservation().getData().getDouble(1));
      }
      assertThat(slow).isGreaterThanOrEqualTo(0.75);
      assertThat(mdp.isDone()).isTrue();
      // Without values it is the lowest-index one, which is the fast queue.
      for (int step = 0; step < TwoQueues.STEPS; step++) {
        assertThat(unvalued.step(FORBIDDEN).getObservation().getData().getDouble(1)).isZero();
      }
    }
    assertThat(Files.readAllLines(folder.resolve(ScalarLog.TABLE)))
        .contains("25,5.0," + EpisodeLog.ILLEGAL + ",1.0", "50,5.0," + EpisodeLog.LENGTH + ",25.0");
  }
}
