package org.edgetwin.agents.gp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.edgetwin.sim.belief.KalmanShrinkage;
import org.edgetwin.sim.belief.MachineAverage;
import org.edgetwin.sim.belief.MachineBelief;
import org.edgetwin.sim.belief.PriorBelief;
import org.edgetwin.sim.kernel.Streams;

/** Every belief on the same generated fleets: the tables of docs/models/rwgp.md. */
final class BeliefComparison {
  /** Spread of an observation of a machine nothing is known about, in the standard law. */
  private static final double PRIOR_SD =
      Math.sqrt(0.25 * 0.25 + 0.2 * 0.2 + 0.15 * 0.15 + 0.1 * 0.1 + 0.15 * 0.15);

  /** Everything twice as large as it is, and the drift four times as fast. */
  private static final KernelParameters WRONG =
      new KernelParameters(0.3, 0.3, 0, 0.5, 0.3, 3 * 3600, 0.2, 0.3);

  private BeliefComparison() {}

  /** What makes a belief about the machines of a fleet. */
  interface BeliefFactory extends Function<SyntheticFleet, MachineBelief> {}

  /** The beliefs that are compared, by name. */
  static Map<String, BeliefFactory> beliefs() {
    RwgpSettings learning = RwgpSettings.defaults();
    Map<String, BeliefFactory> beliefs = new LinkedHashMap<>();
    beliefs.put("none", fleet -> new PriorBelief(PRIOR_SD));
    beliefs.put("mean", fleet -> average(fleet, 2));
    beliefs.put("mean, own spread from 5 on", fleet -> average(fleet, 5));
    beliefs.put("mean, pooled spread", fleet -> average(fleet, Integer.MAX_VALUE));
    beliefs.put(
        "shrinkage", fleet -> new KalmanShrinkage(fleet.features().size(), 0.35, 0.18, 0.06));
    beliefs.put("rwgp", fleet -> rwgp(fleet, learning));
    beliefs.put("rwgp, wrong start", fleet -> rwgp(fleet, learning.withParameters(WRONG)));
    beliefs.put(
        "rwgp, wrong, not fitted",
        fleet -> rwgp(fleet, learning.withParameters(WRONG).withRefitEvery(0)));
    return beliefs;
  }

  /**
   * What could be known at most: a Gaussian process that is told the law, with the groups or
   * without.
   */
  static Map<String, BeliefFactory> informed(HiddenFactors.Law law) {
    Map<String, BeliefFactory> beliefs = new LinkedHashMap<>();
    beliefs.put("told the law", fleet -> informed(fleet, law, false));
    beliefs.put("told the law and the groups", fleet -> informed(fleet, law, true));
    return beliefs;
  }

  private static MachineBelief average(SyntheticFleet fleet, int leastForOwnSd) {
    return new MachineAverage(fleet.features().size(), PRIOR_SD, leastForOwnSd);
  }

  private static MachineBelief rwgp(SyntheticFleet fleet, RwgpSettings settings) {
    return new RandomWalkGp(MachineGraph.nearestNeighbours(fleet.features(), 8), settings);
  }

  private static MachineBelief informed(
      SyntheticFleet fleet, HiddenFactors.Law law, boolean groupsKnown) {
    List<MachineFeatures> byGroup =
        fleet.groups().stream()
            .map(group -> new MachineFeatures("group-" + group, "group-" + group, List.of()))
            .toList();
    // Of normal effects of three groups, a third of the variance is common to all machines.
    double common = law.groupSd() / Math.sqrt(law.groups());
    double other = Math.sqrt(law.groupSd() * law.groupSd() - common * common);
    KernelParameters parameters =
        new KernelParameters(
            groupsKnown ? 1e-3 : common,
            groupsKnown ? law.groupSd() : other,
            0,
            law.ownSd(),
            law.driftSd(),
            law.driftTime(),
            law.classSd(),
            SyntheticFleet.NOISE_SD);
    return new RandomWalkGp(
        groupsKnown
            ? MachineGraph.nearestNeighbours(byGroup, 1)
            : MachineGraph.unrelated(byGroup.size()),
        new RwgpSettings(parameters, 512, 0, 0));
  }

  /** Scores of a belief on each of the fleets with seeds 1 to {@code fleets}. */
  private static List<PredictionScore> scores(BeliefFactory belief, FleetLaw law, int fleets) {
    List<PredictionScore> scores = new ArrayList<>();
    for (int seed = 1; seed <= fleets; seed++) {
      Streams streams = new Streams(seed, 1);
      SyntheticFleet fleet = SyntheticFleet.generate(law, streams);
      scores.add(PredictionScore.of(belief.apply(fleet), fleet, streams));
    }
    return scores;
  }

  /** Score of a belief over all held-out observations of these fleets. */
  static PredictionScore score(BeliefFactory belief, FleetLaw law, int fleets) {
    return total(scores(belief, law, fleets));
  }

  private static PredictionScore total(List<PredictionScore> scores) {
    return scores.stream().reduce(PredictionScore.NOTHING, PredictionScore::and);
  }

  /** Prints the tables; the argument is the number of fleets. */
  public static void main(String[] arguments) {
    int fleets = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 40;
    for (FleetLaw law : FleetLaw.all()) {
      print(law, fleets);
    }
  }

  private static void print(FleetLaw law, int fleets) {
    List<PredictionScore> none = scores(beliefs().get("none"), law, fleets);
    List<PredictionScore> rwgp = scores(beliefs().get("rwgp"), law, fleets);
    System.out.printf(
        "| %s | log-loss | gain over none | loss against rwgp, 95 %% | RMSE | 90 %% covers |%n",
        law);
    System.out.println("|---|---|---|---|---|---|");
    Map<String, BeliefFactory> all = beliefs();
    all.putAll(informed(law.factors()));
    all.forEach(
        (name, belief) -> {
          List<PredictionScore> scores = scores(belief, law, fleets);
          PredictionScore total = total(scores);
          System.out.printf(
              Locale.ROOT,
              "| %s | %.3f | %.3f | %s | %.3f | %.1f %% |%n",
              name,
              total.logLoss(),
              total(none).logLoss() - total.logLoss(),
              difference(scores, rwgp),
              total.rmse(),
              100 * total.coverage());
        });
    System.out.println();
  }

  /** Mean paired difference of the fleets' log-losses and the half-width of its interval. */
  private static String difference(List<PredictionScore> scores, List<PredictionScore> others) {
    SummaryStatistics differences = new SummaryStatistics();
    for (int i = 0; i < scores.size(); i++) {
      differences.addValue(scores.get(i).logLoss() - others.get(i).logLoss());
    }
    double halfWidth = 1.96 * differences.getStandardDeviation() / Math.sqrt(scores.size());
    return String.format(Locale.ROOT, "%+.3f +- %.3f", differences.getMean(), halfWidth);
  }
}
