package org.edgetwin.reports.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.edgetwin.sim.kernel.Streams;
import umontreal.ssj.probdist.NormalDist;
import umontreal.ssj.rng.RandomStream;

/** Made-up trainings and evaluations. */
public final class LearningSample {
  /** The cost by which the trainings choose. */
  public static final String VALIDATION = "validation/jct_ratio";

  private static final double START = 1.7e9;
  private static final int UPDATES = 1200;
  private static final List<String> LOADS = List.of("0.7", "0.9", "1.1");

  private LearningSample() {}

  /** Trainings of one label, their seeds counted from 1, each a little longer than the other. */
  public static List<TrainingRun> runs(String label, int seeds, double best) {
    List<TrainingRun> runs = new ArrayList<>();
    for (int seed = 1; seed <= seeds; seed++) {
      runs.add(run(label, UPDATES + 40 * seed, best, new Streams(seed, 1).stream(label)));
    }
    return runs;
  }

  private static TrainingRun run(String label, int updates, double best, RandomStream stream) {
    Map<String, ScalarCurve> curves = new LinkedHashMap<>();
    double scale = updates / 4.0;
    put(curves, VALIDATION, updates, 20, i -> best + 0.3 * Math.exp(-i / scale) + 0.01 * z(stream));
    put(
        curves,
        "charts/episodic_return",
        updates,
        1,
        i -> -80 - 60 * Math.exp(-i / scale) + 8 * z(stream));
    for (String agent : List.of("orderer", "placer")) {
      double top = agent.equals("orderer") ? 2.1 : 1.4;
      put(curves, "losses/entropy/" + agent, updates, 1, i -> top * Math.exp(-i / 2000));
      put(
          curves,
          "losses/approx_kl/" + agent,
          updates,
          1,
          i -> 0.008 * Math.exp(0.6 * z(stream) - i / 3000));
      put(
          curves,
          "losses/leash_kl/" + agent,
          updates,
          1,
          i -> 1e-4 + 0.3 * (1 - Math.exp(-i / 500)));
    }
    put(curves, "losses/value_loss", updates, 1, i -> 900 * Math.exp(-i / 200 + 0.4 * z(stream)));
    put(
        curves,
        "losses/explained_variance",
        updates,
        1,
        i -> i == 0 ? Double.NaN : 0.9 - 6 * Math.exp(-i / 30) + 0.02 * z(stream));
    put(curves, "charts/SPS", updates, 1, i -> 5200 + 300 * z(stream));
    return new TrainingRun(label, curves);
  }

  private static void put(
      Map<String, ScalarCurve> curves,
      String tag,
      int updates,
      int every,
      DoubleUnaryOperator value) {
    double[] steps = new double[updates / every];
    Arrays.setAll(steps, i -> 2048.0 * i * every);
    double[] times = Arrays.stream(steps).map(step -> START + step / 5000).toArray();
    double[] values = new double[steps.length];
    Arrays.setAll(values, i -> value.applyAsDouble((double) i * every));
    curves.put(tag, new ScalarCurve(tag, steps, times, values));
  }

  /** A policy that beats three baselines clearly and one not. */
  public static Evaluation evaluation() {
    RandomStream stream = new Streams(3, 1).stream("evaluation");
    List<WindowComparison> windows = new ArrayList<>();
    for (int i = 0; i < 180; i++) {
      double rule = Math.exp(9.4 + 0.9 * z(stream));
      double ratio = Math.exp(-0.08 + 0.07 * z(stream));
      windows.add(
          new WindowComparison(LOADS.get(i / 60), "window " + i % 60, rule * ratio, rule, ratio));
    }
    return new Evaluation(
        "Learned pair on test windows",
        "learned",
        "180 windows of 256 jobs (60 at each of 3 loads)",
        "mean completion time",
        true,
        5,
        180,
        13_321,
        List.of(
            baseline("srsf-gp", "shortest estimate x GPUs, learned machine factors", 0.925, 14_255),
            baseline("tuned-rule", "27 weights, tuned with as many simulations", 0.988, 13_900),
            baseline("srsf", "the same without machine factors", 0.87, 15_144),
            baseline("fifo", "first in, first out, first fit", 0.62, 35_518)),
        List.of(profile("srsf-gp", 0.925), profile("tuned-rule", 0.988)),
        loads(),
        windows,
        new ScoreSummary(
            "fifo",
            "clairvoyant",
            177,
            IntervalEstimate.of(0.91, 0.88, 0.93),
            IntervalEstimate.of(0.92, 0.9, 0.94),
            IntervalEstimate.of(0.11, 0.08, 0.14)),
        new GapShare("tuned-rule", "clairvoyant", IntervalEstimate.of(0.37, 0.21, 0.52)),
        List.of("Baselines know the same as the policy, but where their description says so."));
  }

  private static BaselineComparison baseline(
      String name, String description, double ratio, double cost) {
    return new BaselineComparison(
        name,
        description,
        cost,
        around(ratio, 0.02),
        around(ratio + 0.004, 0.015),
        around(ratio - 0.003, 0.018),
        around(ratio + 0.012, 0.03),
        ratio + 0.2,
        around(Math.min(0.97, 1.7 - ratio), 0.02),
        around(ratio + 0.03, 0.02),
        around(ratio + 0.05, 0.03),
        around(0.5, 0.1));
  }

  private static IntervalEstimate around(double value, double halfWidth) {
    return IntervalEstimate.of(value, value - halfWidth, value + halfWidth);
  }

  private static List<LoadComparison> loads() {
    List<LoadComparison> loads = new ArrayList<>();
    for (int i = 0; i < LOADS.size(); i++) {
      double ratio = 0.94 - 0.02 * i;
      loads.add(
          new LoadComparison(
              LOADS.get(i),
              60,
              "srsf-gp",
              11_667 + 1600 * i,
              12_444 + 1900 * i,
              around(ratio, 0.03)));
    }
    return loads;
  }

  private static ProfileCurve profile(String baseline, double ratio) {
    List<ProfileCurve.Point> points = new ArrayList<>();
    for (int i = 0; i <= 60; i++) {
      double tau = 0.7 + i * 0.01;
      double share = NormalDist.cdf01((tau - ratio) / 0.08);
      double halfWidth = 0.1 * Math.sqrt(share * (1 - share));
      points.add(new ProfileCurve.Point(tau, around(share, halfWidth)));
    }
    return new ProfileCurve(baseline, points);
  }

  private static double z(RandomStream stream) {
    return NormalDist.inverseF01(stream.nextDouble());
  }
}
