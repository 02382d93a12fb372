package org.edgetwin.calibration.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.edgetwin.calibration.validation.ModelCheck;
import org.edgetwin.gpu.MeasuredGpu;
import org.edgetwin.gpu.sharing.JobPair;
import org.edgetwin.gpu.sharing.MeasuredPair;
import org.edgetwin.gpu.sharing.PairPosterior;
import org.edgetwin.gpu.sharing.ProbePlanner;
import org.edgetwin.sim.validation.CheckCell;

/**
 * The statistical model held against a family of jobs that it knows from four probes only, which it
 * chose itself among the pairs with the family that fit in memory.
 */
public final class NewFamilyCheck implements ModelCheck {
  private static final int PROBES = 4;

  private final Map<MeasuredGpu, Double> bars;

  private NewFamilyCheck(Map<MeasuredGpu, Double> bars) {
    this.bars = bars;
  }

  public static NewFamilyCheck standard() {
    return new NewFamilyCheck(
        Map.of(MeasuredGpu.K80, 0.04, MeasuredGpu.P100, 0.05, MeasuredGpu.V100, 0.12));
  }

  @Override
  public String part() {
    return SharingChecks.PART;
  }

  @Override
  public String name() {
    return "family-four-probes";
  }

  @Override
  public String model() {
    return SharingChecks.STATISTICAL + "; probes that take most variance";
  }

  @Override
  public String data() {
    return SharingChecks.DATA;
  }

  @Override
  public String split() {
    return "all pairs with one family but four that the model chose, each family in turn";
  }

  @Override
  public List<CheckCell> run() {
    List<CheckCell> cells = new ArrayList<>();
    for (MeasuredGpu gpu : MeasuredGpu.values()) {
      KeptComparisons comparisons = new KeptComparisons(gpu);
      FamilyLeftOut.each(gpu).forEach(family -> probe(family, comparisons));
      cells.addAll(comparisons.cells(bars.get(gpu)));
    }
    return cells;
  }

  private static void probe(FamilyLeftOut family, KeptComparisons comparisons) {
    Set<JobPair> probes =
        Set.copyOf(
            new ProbePlanner(family.hyperparameters())
                .next(jobs(family.without()), jobs(family.with()), PROBES));
    List<MeasuredPair> fit = new ArrayList<>(family.without());
    List<MeasuredPair> test = new ArrayList<>();
    family.with().forEach(pair -> (probes.contains(pair.jobs()) ? fit : test).add(pair));
    comparisons.add(new PairPosterior(family.hyperparameters(), fit)::keptMedian, fit, test);
  }

  private static List<JobPair> jobs(List<MeasuredPair> pairs) {
    return pairs.stream().map(MeasuredPair::jobs).toList();
  }
}
