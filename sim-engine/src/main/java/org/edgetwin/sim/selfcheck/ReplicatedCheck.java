package org.edgetwin.sim.selfcheck;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.sim.kernel.Streams;

/**
 * Figures estimated from independent replications, each tested against its exact value at 99.9 %.
 *
 * <p>In a full run replications are added until every interval is as narrow as its target asks for.
 * A cell that misses is tried a second time with other random numbers and three times as many
 * replications at least, and fails if it misses again: chance seldom does that, a wrong engine
 * always.
 *
 * @param name distinguishes it in its row; part of the names of its random streams
 */
record ReplicatedCheck(String name, List<Target> targets, Experiment experiment) implements Check {
  private static final int MORE = 3;

  /** Aimed at a little below the limit, so that the next look is the last. */
  private static final double AIM = 0.95;

  ReplicatedCheck(String name, Target target, Experiment experiment) {
    this(name, List.of(target), experiment);
  }

  @Override
  public List<String> cells() {
    return targets.stream().map(Target::cell).toList();
  }

  @Override
  public List<CheckResult> run(String row, Mode mode, long seed) {
    List<CheckResult> first = series(row, mode, seed, "first", 1);
    if (first.stream().allMatch(CheckResult::passed)) {
      return first;
    }
    List<CheckResult> second = series(row, mode, seed, "second", MORE);
    List<CheckResult> merged = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      merged.add(first.get(i).passed() ? first.get(i) : second.get(i).asRepeated());
    }
    return merged;
  }

  private List<CheckResult> series(String row, Mode mode, long seed, String series, int times) {
    String scope = "selfcheck/" + row + "/" + name + "/" + series;
    List<Observation> observations = new ArrayList<>();
    int wanted = times * mode.minimumReplications();
    int most = times * mode.maximumReplications();
    while (true) {
      while (observations.size() < wanted) {
        Streams streams = new Streams(seed, observations.size() + 1).scoped(scope);
        observations.add(experiment.replicate(streams, mode));
      }
      List<CheckResult> results = new ArrayList<>();
      double excess = 0;
      for (int i = 0; i < targets.size(); i++) {
        CheckResult result = judge(row, mode, targets.get(i), ControlledMean.of(observations, i));
        results.add(result);
        excess = Math.max(excess, result.halfWidthPercent() / targets.get(i).maxHalfWidthPercent());
      }
      if (excess <= 1 || wanted == most) {
        return results;
      }
      double factor = Math.min(4, Math.pow(excess / AIM, 2));
      wanted = Math.min(most, (int) Math.ceil(wanted * factor));
    }
  }

  private static CheckResult judge(String row, Mode mode, Target target, ControlledMean estimate) {
    double low = estimate.mean() - estimate.halfWidth();
    double high = estimate.mean() + estimate.halfWidth();
    double percent = 100 * estimate.halfWidth() / Math.abs(target.expected());
    boolean holds =
        target.relation().holds(target.expected(), estimate.mean(), low, high)
            && (mode == Mode.QUICK || percent <= target.maxHalfWidthPercent());
    return new CheckResult(
        row,
        target.cell(),
        target.relation(),
        target.expected(),
        estimate.mean(),
        low,
        high,
        percent,
        CheckResult.verdict(holds),
        false);
  }
}
