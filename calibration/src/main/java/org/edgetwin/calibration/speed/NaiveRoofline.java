package org.edgetwin.calibration.speed;

import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.StatUtils;
import org.edgetwin.calibration.validation.Holdout;
import org.edgetwin.gpu.operators.GpuTraits;
import org.edgetwin.gpu.operators.TransformerPass;

/**
 * What the transfer law has to beat: every operator at the roof of the data sheet, and one factor
 * for all, the median over the GPUs that were not left out.
 */
final class NaiveRoofline {
  private static final double FP32_BYTES = 4;

  /** Backward over forward traffic of what is no matrix product. */
  private static final double TRAINING_TRAFFIC = 3;

  private NaiveRoofline() {}

  static List<Prediction> gpuLeftOut(List<MeasuredPass> passes) {
    return Holdout.each(passes, p -> p.gpu().id()).stream()
        .flatMap(NaiveRoofline::predictions)
        .toList();
  }

  private static Stream<Prediction> predictions(Holdout<MeasuredPass> holdout) {
    double factor =
        StatUtils.percentile(
            holdout.fit().stream()
                .mapToDouble(p -> p.seconds() / seconds(p.pass(), p.gpu()))
                .toArray(),
            50);
    return holdout.test().stream().map(p -> new Prediction(p, factor * seconds(p.pass(), p.gpu())));
  }

  private static double seconds(TransformerPass pass, GpuTraits gpu) {
    double products =
        pass.products().stream()
            .mapToDouble(
                p ->
                    p.count()
                        * Math.max(
                            p.product().flops() / gpu.fp32FlopsPerSecond(),
                            p.product().bytes(FP32_BYTES) / gpu.specBytesPerSecond()))
            .sum();
    double bytes =
        pass.normalisationBytes() + pass.scoreBytes() + pass.activationBytes() + pass.hiddenBytes();
    return products + (pass.training() ? TRAINING_TRAFFIC : 1) * bytes / gpu.specBytesPerSecond();
  }
}
