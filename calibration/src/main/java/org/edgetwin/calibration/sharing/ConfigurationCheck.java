package org.edgetwin.calibration.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.edgetwin.calibration.validation.ModelCheck;
import org.edgetwin.gpu.MeasuredGpu;
import org.edgetwin.gpu.sharing.GavelPairs;
import org.edgetwin.gpu.sharing.JobKind;
import org.edgetwin.gpu.sharing.MeasuredPair;
import org.edgetwin.gpu.sharing.PairPosterior;
import org.edgetwin.sim.validation.CheckCell;

/**
 * The statistical model held against jobs of a batch size that was in no measured pair.
 *
 * <p>Its hyper-parameters are fitted without the whole family, which is less than it may see, and
 * serve every configuration of the family.
 */
public final class ConfigurationCheck implements ModelCheck {
  private final Map<MeasuredGpu, Double> bars;

  private ConfigurationCheck(Map<MeasuredGpu, Double> bars) {
    this.bars = bars;
  }

  public static ConfigurationCheck standard() {
    return new ConfigurationCheck(
        Map.of(MeasuredGpu.K80, 0.045, MeasuredGpu.P100, 0.045, MeasuredGpu.V100, 0.085));
  }

  @Override
  public String part() {
    return SharingChecks.PART;
  }

  @Override
  public String name() {
    return "configuration-unseen";
  }

  @Override
  public String model() {
    return SharingChecks.STATISTICAL;
  }

  @Override
  public String data() {
    return SharingChecks.DATA;
  }

  @Override
  public String split() {
    return "all pairs of one (model, batch) configuration, each in turn";
  }

  @Override
  public List<CheckCell> run() {
    List<CheckCell> cells = new ArrayList<>();
    for (MeasuredGpu gpu : MeasuredGpu.values()) {
      KeptComparisons comparisons = new KeptComparisons(gpu);
      for (FamilyLeftOut family : FamilyLeftOut.each(gpu)) {
        family.jobs().forEach(job -> leaveOut(job, family, gpu, comparisons));
      }
      cells.addAll(comparisons.cells(bars.get(gpu)));
    }
    return cells;
  }

  private static void leaveOut(
      JobKind job, FamilyLeftOut family, MeasuredGpu gpu, KeptComparisons comparisons) {
    List<MeasuredPair> pairs = GavelPairs.fitting(gpu);
    List<MeasuredPair> fit = pairs.stream().filter(pair -> !pair.jobs().has(job)).toList();
    comparisons.add(
        new PairPosterior(family.hyperparameters(), fit)::keptMedian,
        fit,
        pairs.stream().filter(pair -> pair.jobs().has(job)).toList());
  }
}
