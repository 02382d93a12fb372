package org.edgetwin.agents.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Test;

class HyperparameterFitTest {
  private static final KernelParameters PRIOR = KernelParameters.defaults();

  private static double logPosterior(
      List<MachineHistory> histories, LevelKernel kernel, KernelParameters parameters) {
    double[] logs = parameters.logarithms();
    double[] centre = PRIOR.logarithms();
    double value =
        MarginalLikelihood.logOf(
            histories.stream().map(history -> new MachineEvidence(history, parameters)).toList(),
            kernel.covariance(parameters));
    for (int i = 0; i < logs.length; i++) {
      double z = (logs[i] - centre[i]) / Math.log(2);
      value -= 0.5 * z * z;
    }
    return value;
  }

  @Test
  void theNumericalGradientVanishesAtTheFit() {
    for (int seed = 1; seed <= 5; seed++) {
      SyntheticFleet fleet = SyntheticFleet.generate(FleetLaw.HIDDEN_GROUPS, new Streams(seed, 1));
      MachineGraph graph = MachineGraph.nearestNeighbours(fleet.features(), 8);
      LevelKernel kernel = LevelKernel.before(graph);
      List<MachineHistory> histories =
          RandomWalkGpTest.histories(fleet.observations(), graph.size());

      KernelParameters fitted = HyperparameterFit.fit(histories, kernel, PRIOR, PRIOR);

      double[] logs = fitted.logarithms();
      double value = logPosterior(histories, kernel, fitted);
      double step = 1e-3;
      for (int i = 0; i < logs.length; i++) {
        double[] up = logs.clone();
        double[] down = logs.clone();
        up[i] += step;
        down[i] -= step;
        double above = logPosterior(histories, kernel, KernelParameters.ofLogarithms(up));
        double below = logPosterior(histories, kernel, KernelParameters.ofLogarithms(down));
        double slope = (above - below) / (2 * step);
        double curvature = (above + below - 2 * value) / (step * step);
        assertThat(curvature).as("curvature %d, seed %d", i, seed).isNegative();
        // What a Newton step along this logarithm would still gain in log density.
        assertThat(-slope * slope / (2 * curvature))
            .as("parameter %d, seed %d", i, seed)
            .isLessThan(0.05);
      }
      assertThat(value).isGreaterThan(logPosterior(histories, kernel, PRIOR));
    }
  }

  @Test
  void theLawIsFoundFromAWrongStart() {
    double[] mean = new double[PRIOR.logarithms().length];
    KernelParameters wrong = new KernelParameters(0.3, 0.3, 0, 0.5, 0.3, 3 * 3600, 0.2, 0.3);
    int fleets = 20;
    for (int seed = 1; seed <= fleets; seed++) {
      SyntheticFleet fleet = SyntheticFleet.generate(FleetLaw.HIDDEN_GROUPS, new Streams(seed, 1));
      RandomWalkGp belief =
          new RandomWalkGp(
              MachineGraph.unrelated(fleet.features().size()),
              RwgpSettings.defaults().withParameters(wrong));
      fleet.observations().forEach(belief::observe);
      double[] logs = belief.parameters().withBehaviourShare(0).logarithms();
      for (int i = 0; i < logs.length; i++) {
        mean[i] += logs[i] / fleets;
      }
    }

    // Geometric means over the fleets. Without edges the similarity part is one more own part.
    KernelParameters found = KernelParameters.ofLogarithms(mean);
    assertThat(found.noiseSd()).isCloseTo(0.15, within(0.025));
    assertThat(found.driftSd()).isCloseTo(0.15, within(0.04));
    assertThat(Math.hypot(found.ownSd(), found.similaritySd()))
        .isCloseTo(Math.sqrt(0.2 * 0.2 + 0.25 * 0.25 * 2 / 3), within(0.06));
  }
}
