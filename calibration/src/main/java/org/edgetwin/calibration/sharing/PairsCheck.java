package org.edgetwin.calibration.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.edgetwin.calibration.validation.Holdout;
import org.edgetwin.calibration.validation.ModelCheck;
import org.edgetwin.gpu.MeasuredGpu;
import org.edgetwin.gpu.sharing.GavelPairs;
import org.edgetwin.gpu.sharing.MeasuredPair;
import org.edgetwin.gpu.sharing.PairPosterior;
import org.edgetwin.sim.validation.CheckCell;

/** A model of sharing held against 30 % of the pairs. */
public final class PairsCheck implements ModelCheck {
  private static final double SHARE_OUT = 0.3;
  private static final int TIMES = 10;

  private final String name;
  private final String model;
  private final KeptPredictor.Learner learner;
  private final Map<MeasuredGpu, Double> bars;

  private PairsCheck(
      String name, String model, KeptPredictor.Learner learner, Map<MeasuredGpu, Double> bars) {
    this.name = name;
    this.model = model;
    this.learner = learner;
    this.bars = bars;
  }

  /** The Gaussian process. */
  public static PairsCheck statistical() {
    return new PairsCheck(
        "pairs-statistical",
        SharingChecks.STATISTICAL,
        fit -> new PairPosterior(VarianceFit.fit(fit), fit)::keptMedian,
        Map.of(MeasuredGpu.K80, 0.025, MeasuredGpu.P100, 0.025, MeasuredGpu.V100, 0.060));
  }

  /** Demands, progressive filling and taxes. */
  public static PairsCheck physical() {
    return new PairsCheck(
        "pairs-physical",
        "demands on three resources, progressive filling, taxes for interference",
        DemandFit::learn,
        Map.of(MeasuredGpu.K80, 0.035, MeasuredGpu.P100, 0.040, MeasuredGpu.V100, 0.110));
  }

  @Override
  public String part() {
    return SharingChecks.PART;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String model() {
    return model;
  }

  @Override
  public String data() {
    return SharingChecks.DATA;
  }

  @Override
  public String split() {
    return "30 % of the unordered pairs, ten random splits";
  }

  @Override
  public List<CheckCell> run() {
    List<CheckCell> cells = new ArrayList<>();
    for (MeasuredGpu gpu : MeasuredGpu.values()) {
      KeptComparisons comparisons = new KeptComparisons(gpu);
      for (Holdout<MeasuredPair> holdout : holdouts(gpu)) {
        comparisons.add(learner.learn(holdout.fit()), holdout.fit(), holdout.test());
      }
      cells.addAll(comparisons.cells(bars.get(gpu)));
    }
    return cells;
  }

  private static List<Holdout<MeasuredPair>> holdouts(MeasuredGpu gpu) {
    return Holdout.repeated(
        GavelPairs.fitting(gpu),
        MeasuredPair::jobs,
        SHARE_OUT,
        TIMES,
        "sharing/pairs/" + gpu.column());
  }
}
