package org.edgetwin.calibration.training;

import java.util.List;
import java.util.function.Function;
import org.edgetwin.calibration.validation.Holdout;
import org.edgetwin.calibration.validation.ModelCheck;
import org.edgetwin.sim.validation.CheckCell;
import org.edgetwin.sim.validation.Comparison;

/** Step time of a data-parallel job on placements that were left out. */
public final class PlacementsCheck implements ModelCheck {
  private static final double MEAN_BAR = 0.075;
  private static final double MEDIAN_BAR = 0.055;
  private static final double SHARE_LEFT_OUT = 0.3;
  private static final int TIMES = 5;

  private record Entity(String job, String placement) {}

  @Override
  public String part() {
    return "training";
  }

  @Override
  public String name() {
    return "step-placements";
  }

  @Override
  public String model() {
    return "computation as measured, exchange by class of placement and doublings, round overlap";
  }

  @Override
  public String data() {
    return "Pollux' step times of six jobs on 108 placements over one to four nodes of T4"
        + " [pollux2021]";
  }

  @Override
  public String split() {
    return "30 % of the pairs of job and placement left out with all their batch sizes, five times";
  }

  @Override
  public List<CheckCell> run() {
    List<PolluxPrediction> predictions =
        Holdout.repeated(
                PolluxRow.placements(),
                row -> new Entity(row.job(), row.placement()),
                SHARE_LEFT_OUT,
                TIMES,
                "training placements")
            .stream()
            .map(PolluxPrediction::new)
            .toList();
    return List.of(
        ErrorCell.atMost(
            "left-out placements", all(predictions, PolluxPrediction::byLaw), MEAN_BAR, MEDIAN_BAR),
        ErrorCell.reported(
            "the computation alone", all(predictions, PolluxPrediction::byComputation)));
  }

  private static List<Comparison> all(
      List<PolluxPrediction> predictions, Function<PolluxPrediction, List<Comparison>> part) {
    return predictions.stream().flatMap(prediction -> part.apply(prediction).stream()).toList();
  }
}
