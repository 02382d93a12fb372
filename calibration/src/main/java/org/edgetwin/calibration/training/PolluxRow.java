package org.edgetwin.calibration.training;

import java.util.List;
import org.edgetwin.calibration.data.DataSet;
import org.edgetwin.gpu.training.GangShape;

/**
 * One of Pollux' measurements of a training step.
 *
 * @param job such as {@code imagenet}
 * @param placement GPUs in each node, such as {@code 31}; {@code 16x64} for 64 GPUs in 16 nodes
 * @param gang how many GPUs over how many nodes
 * @param batch samples on each GPU
 * @param stepSeconds of a whole step
 * @param syncSeconds of it that were spent on the gradients alone
 */
record PolluxRow(
    String job,
    String placement,
    GangShape gang,
    double batch,
    double stepSeconds,
    double syncSeconds) {
  private static final List<String> JOBS =
      List.of("bert", "cifar10", "deepspeech2", "imagenet", "ncf", "yolov3");

  /** Gangs over one to four nodes of up to four GPUs. */
  static List<PolluxRow> placements() {
    return JOBS.stream().flatMap(job -> placements(job).stream()).toList();
  }

  /** Gangs over 6 to 16 nodes, up to 64 GPUs. */
  static List<PolluxRow> scalability() {
    return JOBS.stream().flatMap(job -> scalability(job).stream()).toList();
  }

  /** Seconds of the step that were not spent on the gradients alone. */
  double computeSeconds() {
    return stepSeconds - syncSeconds;
  }

  private static List<PolluxRow> placements(String job) {
    return DataSet.rows(
        "pollux/" + job + "_placements.csv.gz",
        row -> {
          String placement = row.getField("placement");
          int gpus = placement.chars().map(digit -> digit - '0').sum();
          return new PolluxRow(
              job,
              placement,
              new GangShape(placement.length(), gpus),
              DataSet.number(row, "local_bsz"),
              DataSet.number(row, "step_time"),
              DataSet.number(row, "sync_time"));
        });
  }

  private static List<PolluxRow> scalability(String job) {
    return DataSet.rows(
        "pollux/" + job + "_scalability.csv.gz",
        row -> {
          int nodes = Integer.parseInt(row.getField("num_nodes"));
          int gpus = Integer.parseInt(row.getField("num_replicas"));
          return new PolluxRow(
              job,
              nodes + "x" + gpus,
              new GangShape(nodes, gpus),
              DataSet.number(row, "local_bsz"),
              DataSet.number(row, "step_time"),
              DataSet.number(row, "sync_time"));
        });
  }
}
