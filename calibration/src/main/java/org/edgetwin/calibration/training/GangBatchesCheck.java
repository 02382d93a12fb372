package org.edgetwin.calibration.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.edgetwin.calibration.validation.Holdout;
import org.edgetwin.calibration.validation.ModelCheck;
import org.edgetwin.gpu.training.FittedGangScaling;
import org.edgetwin.gpu.training.GangScaling;
import org.edgetwin.sim.validation.CheckCell;
import org.edgetwin.sim.validation.Comparison;

/** Step time of gangs at a batch size whose gangs were left out. */
public final class GangBatchesCheck implements ModelCheck {
  private static final double MEAN_BAR = 0.12;
  private static final double MEDIAN_BAR = 0.09;
  private static final double MS_PER_SECOND = 1e3;

  private record Entity(String family, int batch) {}

  @Override
  public String part() {
    return "training";
  }

  @Override
  public String name() {
    return "gang-batches";
  }

  @Override
  public String model() {
    return "step of a gang = stretch x step of one GPU + exchange, by family, GPU, spread and size";
  }

  @Override
  public String data() {
    return "Gavel's rates of four families on gangs of 2, 4 and 8 K80, P100 and V100, in one node"
        + " and over nodes; gangs out of memory are left out [gavel]";
  }

  @Override
  public String split() {
    return "each batch size of a family left out in turn, with its gangs on all GPUs; its rate on"
        + " one GPU is known";
  }

  @Override
  public List<CheckCell> run() {
    List<Comparison> byLaw = new ArrayList<>();
    List<Comparison> alone = new ArrayList<>();
    for (Holdout<GavelGang> holdout :
        Holdout.each(GavelGang.all(), row -> new Entity(row.key().family(), row.batch()))) {
      Map<FittedGangScaling.Key, GangScaling> scalings = GangScalingFit.fit(holdout.fit());
      for (GavelGang row : holdout.test()) {
        byLaw.add(compare(row, scalings.get(row.key()).stepSeconds(row.soloSeconds())));
        alone.add(compare(row, row.soloSeconds()));
      }
    }
    return List.of(
        ErrorCell.atMost("left-out batches", byLaw, MEAN_BAR, MEDIAN_BAR),
        ErrorCell.reported("one GPU's step", alone));
  }

  private static Comparison compare(GavelGang row, double seconds) {
    FittedGangScaling.Key key = row.key();
    return new Comparison(
        "%s of %d on %d %s, %s"
            .formatted(key.family(), row.batch(), key.gpus(), key.gpu(), key.spread()),
        MS_PER_SECOND * seconds,
        MS_PER_SECOND * row.stepSeconds());
  }
}
