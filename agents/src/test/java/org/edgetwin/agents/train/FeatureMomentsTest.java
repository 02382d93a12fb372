package org.edgetwin.agents.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.edgetwin.agents.file.Checkpoint;
import org.edgetwin.agents.net.FeatureSchema;
import org.edgetwin.agents.net.Policy;
import org.edgetwin.agents.net.ScorerNetwork;
import org.edgetwin.agents.net.SetScorerConfig;
import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Test;

final class FeatureMomentsTest {
  private static final FeatureSchema SCHEMA =
      new FeatureSchema(1, List.of("wait", "gpus"), List.of("free"), List.of(), List.of("mean"));

  @Test
  void aPolicyStandardisesByWhatWasSeenBeforeIt() {
    FeatureMoments moments = FeatureMoments.of(SCHEMA);
    moments.job().update(new float[] {1, 10, 3, 30});
    moments.node().update(new float[] {4});
    Policy policy = policy(moments);
    moments.job().update(new float[] {100, 100});
    assertThat(policy.job().mean()).containsExactly(2, 20);
    assertThat(policy.job().deviation()).containsExactly(1, 10);
    assertThat(policy.node().mean()).containsExactly(4);
    assertThat(policy.pair().mean()).containsExactly(0);
  }

  @Test
  void comeBackFromACheckpoint() {
    FeatureMoments moments = FeatureMoments.of(SCHEMA);
    moments.job().update(new float[] {1, 10, 3, 30});
    moments.node().update(new float[] {4});
    moments.pair().update(new float[] {5, 6});
    Checkpoint checkpoint = new Checkpoint();
    moments.save(checkpoint);
    FeatureMoments resumed = FeatureMoments.of(SCHEMA);
    resumed.restore(checkpoint);
    assertThat(policy(resumed)).usingRecursiveComparison().isEqualTo(policy(moments));
  }

  private static Policy policy(FeatureMoments moments) {
    SetScorerConfig orderer = SetScorerConfig.orderer(2, 1, 0, 2, true);
    Streams streams = new Streams(1, 1);
    return moments.policy(
        ScorerNetwork.untrained(orderer, streams.stream("orderer")),
        ScorerNetwork.untrained(
            SetScorerConfig.placer(orderer, 1, true), streams.stream("placer")));
  }
}
