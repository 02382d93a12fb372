package org.edgetwin.agents.gp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.edgetwin.sim.belief.Observation;
import org.edgetwin.sim.kernel.Streams;
import umontreal.ssj.rng.RandomStream;

/** How long the random walk Gaussian process takes; prints the figures of docs/models/rwgp.md. */
final class BeliefSpeed {
  private static final int ROUNDS = 2000;

  private BeliefSpeed() {}

  /** Prints medians over many rounds, after as many rounds of warm-up. */
  public static void main(String[] arguments) {
    System.out.println("| machines | entries | predict all | observe | copy | refit |");
    System.out.println("|---|---|---|---|---|---|");
    measure(6, 256);
    measure(64, 256);
    measure(64, 512);
    measure(256, 512);
  }

  private static void measure(int machines, int window) {
    RandomWalkGp belief =
        new RandomWalkGp(
            MachineGraph.unrelated(machines), RwgpSettings.defaults().withRefitEvery(0));
    RandomWalkGp refitting =
        new RandomWalkGp(
            MachineGraph.unrelated(machines), RwgpSettings.defaults().withRefitEvery(100));
    RandomStream stream = new Streams(1, 1).stream("test/speed");
    int count = 0;
    while (count < window) {
      Observation next = next(stream, machines, count++);
      belief.observe(next);
      refitting.observe(next);
    }
    List<Double> predict = new ArrayList<>();
    List<Double> observe = new ArrayList<>();
    List<Double> copy = new ArrayList<>();
    List<Double> refit = new ArrayList<>();
    double sum = 0;
    for (int round = 0; round < 2 * ROUNDS; round++) {
      long start = System.nanoTime();
      for (int machine = 0; machine < machines; machine++) {
        sum += belief.predict(machine, round % 26, 1000.0 * count + round).mean();
      }
      long predicted = System.nanoTime();
      RandomWalkGp fork = belief.copy();
      long copied = System.nanoTime();
      fork.observe(next(stream, machines, count));
      long observed = System.nanoTime();
      sum += fork.predict(0, 0, 0).mean();
      if (round >= ROUNDS) {
        predict.add((predicted - start) / 1e3);
        copy.add((copied - predicted) / 1e3);
        observe.add((observed - copied) / 1e3);
      }
    }
    for (int i = 0; i < 2000; i++) {
      long start = System.nanoTime();
      refitting.observe(next(stream, machines, count++));
      if (count % 100 == 0 && i >= 1000) {
        refit.add((System.nanoTime() - start) / 1e6);
      }
    }
    if (Double.isNaN(sum)) {
      throw new IllegalStateException("A prediction is not a number.");
    }
    System.out.printf(
        Locale.ROOT,
        "| %d | %d | %.1f us | %.1f us | %.2f us | %.1f ms |%n",
        machines,
        window,
        median(predict),
        median(observe),
        median(copy),
        median(refit));
  }

  private static Observation next(RandomStream stream, int machines, int count) {
    int machine = stream.nextInt(0, machines - 1);
    return new Observation(
        machine, stream.nextInt(0, 25), 1000.0 * count, 0.4 * HiddenFactors.normal(stream));
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }
}
