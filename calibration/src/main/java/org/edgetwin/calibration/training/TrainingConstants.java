package org.edgetwin.calibration.training;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.edgetwin.gpu.training.DataParallelStep;

/** The tables of {@code data/training} in gpu-models, fitted to all rows. */
final class TrainingConstants {
  private final Map<String, DataParallelStep> jobs =
      PolluxFit.fit(
          Stream.concat(PolluxRow.placements().stream(), PolluxRow.scalability().stream())
              .toList());

  /** {@code jobs.csv}. */
  String jobs() {
    var text = new StringBuilder();
    text.append("job,one_node_seconds,two_nodes_seconds,more_nodes_seconds,growth_per_doubling,");
    text.append("hidden_per_compute_second,always_exposed_share,wait_one_node,wait_many_nodes\n");
    jobs.forEach(
        (job, step) ->
            text.append(job)
                .append(
                    ConstantsText.cells(
                        step.exchange().oneNodeSeconds(),
                        step.exchange().twoNodesSeconds(),
                        step.exchange().moreNodesSeconds(),
                        step.exchange().growthPerDoubling(),
                        step.overlap().hiddenPerComputeSecond(),
                        step.overlap().alwaysExposedShare(),
                        step.others().oneNode(),
                        step.others().manyNodes())));
    return text.toString();
  }

  /** {@code compute.csv}. */
  String compute() {
    var text = new StringBuilder("job,batch,seconds\n");
    jobs.forEach(
        (job, step) ->
            step.compute()
                .points()
                .forEach(
                    point ->
                        text.append(job)
                            .append(ConstantsText.cells(point.size(), point.seconds()))));
    return text.toString();
  }

  /** {@code gang-scaling.csv}. */
  static String gangScaling() {
    var text = new StringBuilder("family,gpu,spread,gpus,compute_stretch,exchange_seconds\n");
    GangScalingFit.fit(GavelGang.all())
        .forEach(
            (key, scaling) ->
                text.append(
                        String.format(
                            Locale.ROOT,
                            "%s,%s,%s,%d",
                            key.family(),
                            key.gpu(),
                            key.spread(),
                            key.gpus()))
                    .append(
                        ConstantsText.cells(scaling.computeStretch(), scaling.exchangeSeconds())));
    return text.toString();
  }
}
