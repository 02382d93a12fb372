package org.edgetwin.calibration.sharing;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.gpu.MeasuredGpu;
import org.edgetwin.gpu.sharing.JobKind;
import org.edgetwin.gpu.sharing.JobPair;
import org.edgetwin.gpu.sharing.MeasuredPair;
import org.edgetwin.sim.validation.CheckCell;
import org.edgetwin.sim.validation.Comparison;
import org.edgetwin.sim.validation.Errors;
import org.edgetwin.sim.validation.Figure;

/**
 * Predictions of kept speed beside measurements on one GPU, both members of each pair; of twins
 * one, since the other is the same number.
 */
final class KeptComparisons {
  private final MeasuredGpu gpu;
  private final List<Comparison> all = new ArrayList<>();
  private final List<Comparison> credible = new ArrayList<>();
  private final List<Comparison> baseline = new ArrayList<>();

  KeptComparisons(MeasuredGpu gpu) {
    this.gpu = gpu;
  }

  /** Adds what the predictor and the average of the pairs it learned from say of some pairs. */
  void add(KeptPredictor predictor, List<MeasuredPair> fit, List<MeasuredPair> test) {
    KeptPredictor average = KeptPredictor.average(fit);
    for (MeasuredPair pair : test) {
      JobPair jobs = pair.jobs();
      add(predictor, average, jobs.a(), jobs.b(), pair.keptA(), pair.screened());
      if (!jobs.isTwins()) {
        add(predictor, average, jobs.b(), jobs.a(), pair.keptB(), pair.screened());
      }
    }
  }

  private void add(
      KeptPredictor predictor,
      KeptPredictor average,
      JobKind self,
      JobKind other,
      double kept,
      boolean screened) {
    String entity = self.id() + " beside " + other.id();
    Comparison comparison = new Comparison(entity, predictor.kept(self, other), kept);
    all.add(comparison);
    baseline.add(new Comparison(entity, average.kept(self, other), kept));
    if (!screened && kept < 1) {
      credible.add(comparison);
    }
  }

  /**
   * A cell of all pairs, held to the bar; where some measurements are not credible, a second one
   * without them and without a bar.
   */
  List<CheckCell> cells(double bar) {
    List<CheckCell> cells = new ArrayList<>();
    Errors errors = Errors.absolute(all);
    cells.add(
        new CheckCell(
            gpu.column(),
            "",
            false,
            all,
            List.of(
                Figure.percentAtMost("mean error", errors.mean(), bar),
                Figure.percent("median error", errors.median()),
                Figure.percent("p90 error", errors.p90()),
                Figure.percent("mean error of the average", Errors.absolute(baseline).mean()))));
    if (credible.size() < all.size()) {
      Errors rest = Errors.absolute(credible);
      cells.add(
          new CheckCell(
              gpu.column() + " without filled-in values",
              "",
              false,
              credible,
              List.of(
                  Figure.percent("mean error", rest.mean()),
                  Figure.percent("median error", rest.median()),
                  Figure.percent("p90 error", rest.p90()))));
    }
    return cells;
  }
}
