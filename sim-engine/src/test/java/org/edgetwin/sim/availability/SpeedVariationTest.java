package org.edgetwin.sim.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.edgetwin.gpu.WorkloadClass;
import org.edgetwin.gpu.reliability.Checkpointing;
import org.edgetwin.gpu.reliability.Lifetime;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.variation.MachineVariation;
import org.edgetwin.sim.variation.VariationModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import umontreal.ssj.rng.RandomStream;

class SpeedVariationTest {
  private static final double HOUR = 3600;
  private static final Streams STREAMS = new Streams(5, 1);
  private static final WorkloadClass WORKLOAD = WorkloadClass.custom("a", "a", 1, 0.5, 0.5);

  static Stream<VariationModel> models() {
    VariationModel stragglers = new Stragglers(2, HOUR, 9 * HOUR);
    return Stream.of(
        DeviceFluctuation.PROPOSED,
        stragglers,
        new CombinedVariation(List.of(DeviceFluctuation.PROPOSED, stragglers)));
  }

  @ParameterizedTest
  @MethodSource("models")
  void aCopyContinuesLikeTheOriginal(VariationModel model) {
    MachineVariation original = model.start(20, STREAMS);
    run(original, 30);
    MachineVariation copy = original.copy();
    assertThat(run(copy, 50)).isEqualTo(run(original, 50));
    assertThat(run(model.start(20, STREAMS), 50))
        .isEqualTo(run(model.start(20, new Streams(5, 1)), 50))
        .isNotEqualTo(run(model.start(20, new Streams(5, 2)), 50));
    assertThat(model.describe()).isNotBlank();
  }

  private static String run(MachineVariation machines, int changes) {
    StringBuilder history = new StringBuilder();
    for (int i = 0; i < changes; i++) {
      history.append(Double.toHexString(machines.nextChange()));
      machines.change();
      for (int node = 0; node < 20; node++) {
        history.append(' ').append(Double.toHexString(machines.slowdown(node, WORKLOAD)));
      }
    }
    return history.toString();
  }

  @Test
  void theNoiseIsStationaryWithItsMoments() {
    int nodes = 20_000;
    MachineVariation machines =
        new DeviceFluctuation(0, 0, 0, 0.1, 0.8, 60, 0).start(nodes, STREAMS);
    double[] first = logs(machines, nodes);
    machines.change();
    machines.change();
    machines.change();
    double[] later = logs(machines, nodes);
    assertThat(moment(first, first)).isCloseTo(0.01, within(0.0004));
    assertThat(moment(later, later)).isCloseTo(0.01, within(0.0004));
    // Three steps on, the correlation is rho cubed.
    assertThat(moment(first, later)).isCloseTo(0.01 * 0.512, within(0.0003));
    assertThat(machines.nextChange()).isEqualTo(240);
  }

  private static double[] logs(MachineVariation machines, int nodes) {
    double[] logs = new double[nodes];
    for (int node = 0; node < nodes; node++) {
      logs[node] = Math.log(machines.slowdown(node, WORKLOAD));
    }
    return logs;
  }

  private static double moment(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i] / a.length;
    }
    return sum;
  }

  @Test
  void aFewDevicesAreBad() {
    int nodes = 20_000;
    double[] logs =
        logs(new DeviceFluctuation(0.01, 0.02, 0.3, 0, 0, 60, 0).start(nodes, STREAMS), nodes);
    assertThat(java.util.Arrays.stream(logs).filter(log -> log > 0.15).count() / (double) nodes)
        .isCloseTo(0.02, within(0.003));
    assertThatThrownBy(() -> new DeviceFluctuation(0, 0, 0, 0.1, 1, 60, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rho (1.0)");
  }

  @Test
  void aTenthOfTheMachinesStraggles() {
    Stragglers model = new Stragglers(2, HOUR, 9 * HOUR);
    assertThat(model.share()).isCloseTo(0.1, within(1e-12));
    // One slow server in a hundred makes 63 % of the requests to a hundred of them slow.
    assertThat(new Stragglers(2, 1, 99).gangShare(100)).isCloseTo(0.634, within(0.001));
    int nodes = 4000;
    MachineVariation machines = model.start(nodes, STREAMS);
    for (double time : new double[] {0, HOUR, 20 * HOUR}) {
      while (machines.nextChange() <= time) {
        machines.change();
      }
      double slow = 0;
      for (int node = 0; node < nodes; node++) {
        slow += machines.slowdown(node, WORKLOAD) - 1;
      }
      assertThat(slow / nodes).isCloseTo(0.1, within(0.015));
    }
  }

  /** A job that works, saves, fails and restarts takes as long as the formula says. */
  @Test
  void theWasteOfCheckpointsIsThatOfASimulation() {
    Checkpointing job = new Checkpointing(60, 300, 2 * HOUR);
    RandomStream stream = STREAMS.stream("checkpoints");
    Lifetime untilFailure = new Lifetime.Exponential(2 * HOUR);
    double interval = job.youngSeconds();
    int segments = 60_000;
    double now = 0;
    double failure = untilFailure.quantile(stream.nextDouble());
    for (int done = 0; done < segments; ) {
      double end = now + interval + 60;
      if (end <= failure) {
        now = end;
        done++;
        continue;
      }
      now = failure;
      // Restarts fail too.
      do {
        failure = now + untilFailure.quantile(stream.nextDouble());
        now = Math.min(now + 300, failure);
      } while (now == failure);
    }
    double waste = 1 - segments * interval / now;
    assertThat(waste).isCloseTo(job.waste(interval), within(0.003));
    assertThat(job.waste(interval)).isBetween(0.15, 0.19);
    assertThat(job.firstOrderWaste(interval)).isCloseTo(waste, within(0.02));
  }
}
