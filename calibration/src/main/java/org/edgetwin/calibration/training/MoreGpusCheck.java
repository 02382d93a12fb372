package org.edgetwin.calibration.training;

import java.util.List;
import java.util.stream.Stream;
import org.edgetwin.calibration.validation.Holdout;
import org.edgetwin.calibration.validation.ModelCheck;
import org.edgetwin.sim.validation.CheckCell;

/** Step time of large gangs from that of small ones. */
public final class MoreGpusCheck implements ModelCheck {
  private static final double MEAN_BAR = 0.11;
  private static final int FEW_GPUS = 8;
  private static final int MANY_GPUS = 12;
  private static final int MOST_NODES_OF_PLACEMENTS = 4;

  @Override
  public String part() {
    return "training";
  }

  @Override
  public String name() {
    return "step-more-gpus";
  }

  @Override
  public String model() {
    return "computation as measured, exchange by class of placement and doublings, round overlap";
  }

  @Override
  public String data() {
    return "Pollux' step times of six jobs on up to 64 T4 in up to 16 nodes [pollux2021]";
  }

  @Override
  public String split() {
    return "fitted on gangs of at most 8 GPUs, gangs of 12 and more predicted; that the exchange grows"
        + " with log K was chosen with these in sight";
  }

  @Override
  public List<CheckCell> run() {
    List<PolluxRow> rows =
        Stream.concat(PolluxRow.placements().stream(), PolluxRow.scalability().stream()).toList();
    List<PolluxRow> few = rows.stream().filter(row -> row.gang().gpus() <= FEW_GPUS).toList();
    List<PolluxRow> many = rows.stream().filter(row -> row.gang().gpus() >= MANY_GPUS).toList();
    List<PolluxRow> inFourNodes =
        many.stream().filter(row -> row.gang().nodes() <= MOST_NODES_OF_PLACEMENTS).toList();
    var prediction = new PolluxPrediction(new Holdout<>(few, many));
    var nearby = new PolluxPrediction(new Holdout<>(few, inFourNodes));
    return List.of(
        ErrorCell.atMost("12 to 64 GPUs", prediction.byLaw(), MEAN_BAR),
        ErrorCell.reported("12 to 16 GPUs in four nodes", nearby.byLaw()),
        ErrorCell.reported("the computation alone", prediction.byComputation()));
  }
}
