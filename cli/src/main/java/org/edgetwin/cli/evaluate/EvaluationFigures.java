package org.edgetwin.cli.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.edgetwin.agents.evaluation.Aggregate;
import org.edgetwin.agents.evaluation.BootstrapEstimate;
import org.edgetwin.agents.evaluation.CostTable;
import org.edgetwin.agents.evaluation.GapClosed;
import org.edgetwin.agents.evaluation.NormalisedScore;
import org.edgetwin.agents.evaluation.PairedRatio;
import org.edgetwin.agents.evaluation.PerformanceProfile;
import org.edgetwin.agents.evaluation.ProbabilityOfImprovement;
import org.edgetwin.agents.evaluation.ScoreTable;
import org.edgetwin.agents.evaluation.Strata;
import org.edgetwin.agents.evaluation.StratifiedBootstrap;
import org.edgetwin.reports.learning.BaselineComparison;
import org.edgetwin.reports.learning.Evaluation;
import org.edgetwin.reports.learning.GapShare;
import org.edgetwin.reports.learning.IntervalEstimate;
import org.edgetwin.reports.learning.LoadComparison;
import org.edgetwin.reports.learning.ProfileCurve;
import org.edgetwin.reports.learning.ScoreSummary;
import org.edgetwin.reports.learning.WindowComparison;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.Metric;
import org.jspecify.annotations.Nullable;

/** Turns the figures of single windows into those of a page. */
final class EvaluationFigures {
  private static final int RESAMPLES = 2000;
  private static final long BOOTSTRAP_SEED = 1;

  /** Curves beyond these cannot be told apart. */
  private static final int CURVES = 4;

  private static final int PROFILE_POINTS = 61;
  private static final double PROFILE_FROM = 0.6;
  private static final double PROFILE_STEP = 0.01;
  private static final double TARGET = 1;

  private final EvaluationRequest request;
  private final WindowRuns windows;
  private final List<String> policies;
  private final CostTable policy;
  private final StratifiedBootstrap bootstrap;

  /**
   * @param policies names of the schedulers of the policy, one for each training seed
   */
  EvaluationFigures(EvaluationRequest request, List<String> policies, WindowRuns windows) {
    this.request = request;
    this.policies = policies;
    this.windows = windows;
    policy = windows.costs(policies, Metric.JCT_MEAN_S);
    bootstrap =
        new StratifiedBootstrap(
            policies.size(),
            windows.strata(),
            RESAMPLES,
            new Streams(BOOTSTRAP_SEED, 1).stream("evaluation/bootstrap"));
  }

  /**
   * The figures of a page.
   *
   * @param notes what a reader must know first
   */
  Evaluation evaluation(String scenario, List<String> notes) {
    List<String> baselines =
        request.baselines().stream()
            .sorted(Comparator.comparingDouble(name -> -meanRatio(name).value()))
            .toList();
    String scheduler = request.policies().get(0).scheduler();
    return new Evaluation(
        "Evaluation of " + scheduler + " on " + scenario,
        scheduler,
        policy.windows() + (policy.windows() == 1 ? " window of " : " windows of ") + scenario,
        "mean completion time",
        true,
        policies.size(),
        policy.windows(),
        policy.mean(),
        baselines.stream().map(this::comparison).toList(),
        baselines.stream().limit(CURVES).map(this::profile).toList(),
        loads(baselines.get(0)),
        windowList(baselines.get(0)),
        scores(),
        gap(baselines.get(0)),
        notes(notes));
  }

  private CostTable cost(String scheduler) {
    return windows.costs(scheduler, Metric.JCT_MEAN_S);
  }

  private ScoreTable ratios(String baseline) {
    return PairedRatio.of(policy, cost(baseline));
  }

  private IntervalEstimate meanRatio(String baseline) {
    return estimate(bootstrap.estimate(ratios(baseline).aggregate(Aggregate.MEAN)));
  }

  private static IntervalEstimate estimate(BootstrapEstimate estimate) {
    return new IntervalEstimate(estimate.value(), estimate.ci95());
  }

  private BaselineComparison comparison(String baseline) {
    ScoreTable ratios = ratios(baseline);
    CostTable cost = cost(baseline);
    return new BaselineComparison(
        baseline,
        "",
        cost.mean(),
        meanRatio(baseline),
        estimate(bootstrap.estimate(ratios.aggregate(Aggregate.INTERQUARTILE_MEAN))),
        estimate(bootstrap.estimate(ratios.aggregate(Aggregate.GEOMETRIC_MEAN))),
        estimate(bootstrap.estimate(PairedRatio.ofSums(policy, cost))),
        windowList(baseline).stream().mapToDouble(WindowComparison::ratio).max().orElse(Double.NaN),
        estimate(bootstrap.estimate(ProbabilityOfImprovement.of(policy, cost))),
        side(Metric.BOUNDED_SLOWDOWN_600_MEAN, baseline),
        side(Metric.JCT_P95_S, baseline),
        gapShare(baseline));
  }

  private IntervalEstimate side(Metric metric, String baseline) {
    return estimate(
        bootstrap.estimate(
            PairedRatio.of(windows.costs(policies, metric), windows.costs(baseline, metric))
                .aggregate(Aggregate.MEAN)));
  }

  private @Nullable IntervalEstimate gapShare(String baseline) {
    return request.clairvoyant().isEmpty()
        ? null
        : estimate(
            bootstrap.estimate(GapClosed.of(policy, cost(baseline), cost(request.clairvoyant()))));
  }

  private ProfileCurve profile(String baseline) {
    double[] grid = new double[PROFILE_POINTS];
    for (int i = 0; i < grid.length; i++) {
      grid[i] = PROFILE_FROM + PROFILE_STEP * i;
    }
    return new ProfileCurve(
        baseline,
        PerformanceProfile.of(ratios(baseline), grid, bootstrap).points().stream()
            .map(point -> new ProfileCurve.Point(point.tau(), estimate(point.share())))
            .toList());
  }

  private List<LoadComparison> loads(String baseline) {
    Strata strata = windows.strata();
    List<LoadComparison> loads = new ArrayList<>();
    for (String stratum : strata.names()) {
      int[] columns = strata.windowsOf(stratum);
      CostTable part = policy.only(columns);
      CostTable other = cost(baseline).only(columns);
      StratifiedBootstrap own =
          new StratifiedBootstrap(
              policies.size(),
              new Strata(Collections.nCopies(columns.length, stratum)),
              RESAMPLES,
              new Streams(BOOTSTRAP_SEED, 1).stream("evaluation/bootstrap/" + stratum));
      loads.add(
          new LoadComparison(
              stratum,
              columns.length,
              baseline,
              part.mean(),
              other.mean(),
              estimate(own.estimate(PairedRatio.of(part, other).aggregate(Aggregate.MEAN)))));
    }
    return loads;
  }

  private List<WindowComparison> windowList(String baseline) {
    CostTable mine = policy.meanOverSeeds();
    CostTable other = cost(baseline);
    List<WindowComparison> list = new ArrayList<>();
    for (int window = 0; window < mine.windows(); window++) {
      list.add(
          new WindowComparison(
              windows.stratum(window),
              windows.name(window),
              mine.at(0, window),
              other.at(0, window),
              mine.at(0, window) / other.at(0, window)));
    }
    return list;
  }

  private @Nullable ScoreSummary scores() {
    if (request.clairvoyant().isEmpty()) {
      return null;
    }
    ScoreTable scores =
        NormalisedScore.of(policy, cost(request.floor()), cost(request.clairvoyant()));
    int defined = 0;
    for (int window = 0; window < scores.windows(); window++) {
      defined += Double.isNaN(scores.at(0, window)) ? 0 : 1;
    }
    return new ScoreSummary(
        request.floor(),
        request.clairvoyant(),
        defined,
        estimate(bootstrap.estimate(scores.aggregate(Aggregate.INTERQUARTILE_MEAN))),
        estimate(bootstrap.estimate(scores.aggregate(Aggregate.MEDIAN))),
        estimate(bootstrap.estimate(NormalisedScore.optimalityGap(scores, TARGET))));
  }

  private @Nullable GapShare gap(String baseline) {
    IntervalEstimate share = gapShare(baseline);
    return share == null ? null : new GapShare(baseline, request.clairvoyant(), share);
  }

  private List<String> notes(List<String> first) {
    List<String> notes = new ArrayList<>(first);
    notes.add(
        "The baselines stand in the order of how well they do, best first. Choosing the best on the"
            + " test windows is in their favour.");
    if (windows.strata().names().size() == policy.windows()) {
      notes.add("There is one window of a kind, so there are no intervals.");
    } else if (policies.size() == 1) {
      notes.add("One training was judged, so the intervals do not tell how another would do.");
    }
    return notes;
  }
}
