package org.edgetwin.sim.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.edgetwin.sim.belief.MachineBelief;
import org.edgetwin.sim.belief.Observation;
import org.edgetwin.sim.belief.Prediction;
import org.edgetwin.sim.engine.SmallCluster;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.Attempt;
import org.edgetwin.sim.metrics.RunResult;
import org.edgetwin.sim.scheduling.DurationKnowledge;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.PlacementFactory;
import org.edgetwin.sim.scheduling.PolicyDescription;
import org.edgetwin.sim.scheduling.PolicyParameters;
import org.edgetwin.sim.scheduling.TwoStageScheduler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawnOutlookTest {
  private static final int JOBS = 4000;

  /** Nothing is known of machine 0; machine 1 is known to be a tenth faster. */
  private static final class FixedBelief implements MachineBelief {
    @Override
    public void observe(Observation observation) {
      // What was seen changes nothing.
    }

    @Override
    public Prediction predict(int machine, int workloadClass, double time) {
      return machine == 0 ? new Prediction(0, 0.5, 0.3) : new Prediction(-0.1, 0.4, 0);
    }

    @Override
    public MachineBelief copy() {
      return this;
    }
  }

  /** The share of jobs that go to machine 0, when both are free. */
  private static double shareOfTheUnknown(Map<String, Double> parameters) {
    SmallCluster cluster = new SmallCluster().node(1, 1).node(1, 1);
    for (int i = 0; i < JOBS; i++) {
      cluster.job(10 * i, 1, 5);
    }
    PlacementFactory factory =
        Placements.waiting(PolicyDescription.of("test", ""), fleet -> new FixedBelief());
    RunResult result =
        cluster.run(
            new TwoStageScheduler(
                new KeyedOrdering(JobKey.SUBMISSION, "", Knowledge.NONE, true),
                factory.create(
                    new PolicyParameters(factory.describe(), DurationKnowledge.ORACLE, parameters),
                    new Streams(3, 1))));
    return result.attempts().stream().map(Attempt::nodes).filter(nodes -> nodes[0] == 0).count()
        / (double) JOBS;
  }

  /** Phi(-1/3) = .369 is the probability that 0.3 z is below -0.1. */
  @Test
  void anUnknownMachineIsTriedAsOftenAsItMayBeTheBest() {
    double error = 3 * Math.sqrt(0.369 * 0.631 / JOBS);
    assertThat(shareOfTheUnknown(Map.of("thompson", 1.0))).isCloseTo(0.369, within(error));
  }

  /** 0.5 risk is below 0.4 risk - 0.1 from a risk of -1 down. */
  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0", "-0.9, 0", "-1.1, 1"})
  void riskDecidesForAll(double risk, double expected) {
    assertThat(shareOfTheUnknown(Map.of("risk", risk))).isEqualTo(expected);
  }
}
