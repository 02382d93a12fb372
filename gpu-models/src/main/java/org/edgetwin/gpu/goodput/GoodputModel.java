package org.edgetwin.gpu.goodput;

import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.table.Require;
import org.edgetwin.gpu.training.GangShape;

/**
 * How fast an elastic training job gets on [pollux2021],
 *
 * <pre>goodput(gang, M) = M / T(gang, M) x efficiency(M),
 * efficiency(M) = 1 / (1 + (M / M0 - 1) s) </pre>
 *
 * <p>in samples per second that are worth as much as those of the initial batch M0, whose
 * efficiency is 1; s is the share of signal in its gradients. What does not fit on the GPUs at once
 * is worked off in several passes whose gradients are added up.
 *
 * <p>Limits: learning rates are taken as scaled by AdaScale, so that progress is all that counts;
 * validation accuracy is not modelled. Equal GPUs in a gang.
 *
 * @param name of the job it was measured on
 * @param gpu the GPU model of {@code step}
 * @param step duration of a step
 * @param signal of its gradients
 * @param initialBatch M0, samples
 * @param mostBatch largest M that still trains well, samples
 * @param leastPerGpu smallest batch of one GPU that a gang is planned with
 * @param mostPerGpu largest batch that one GPU's memory holds
 * @param steps the whole training, steps at the initial batch
 */
public record GoodputModel(
    String name,
    GpuModel gpu,
    StepTime step,
    GradientSignal signal,
    int initialBatch,
    int mostBatch,
    int leastPerGpu,
    int mostPerGpu,
    double steps) {
  private static final int CANDIDATES = 50;
  private static final double ROUNDING = 1e-8;

  /** Of the machines of the measured jobs. */
  private static final int GPUS_PER_NODE = 4;

  public GoodputModel {
    Require.text("name", name);
    Require.atLeast("initialBatch", initialBatch, 1);
    Require.atLeast("mostBatch", mostBatch, initialBatch);
    Require.atLeast("leastPerGpu", leastPerGpu, 1);
    Require.atLeast("mostPerGpu", mostPerGpu, leastPerGpu);
    Require.positive("steps", steps);
  }

  /** Largest gang that it can be planned on. */
  public int mostGpus() {
    return Math.max(1, mostBatch / leastPerGpu);
  }

  /** Seconds of a step over a batch. */
  public double stepSeconds(GangShape gang, int batch, double stretch) {
    double perGpu = (double) batch / gang.gpus();
    double passes = Math.max(1, Math.ceil(perGpu / mostPerGpu - ROUNDING));
    double seconds = step.seconds(gang, perGpu / passes, stretch);
    return passes == 1
        ? seconds
        : seconds + (passes - 1) * step.passSeconds(gang, perGpu / passes, stretch);
  }

  /** Samples per second. */
  public double throughput(GangShape gang, int batch, double stretch) {
    return batch / stepSeconds(gang, batch, stretch);
  }

  /** What a sample is worth, in (0, 1]; 1 at the initial batch. */
  public double efficiency(int batch, int phase) {
    double scale = (double) batch / initialBatch;
    return 1 / (1 + (scale - 1) * signal.share(phase, batch));
  }

  /** Samples per second at efficiency 1. */
  public double goodput(GangShape gang, int batch, double stretch, int phase) {
    return throughput(gang, batch, stretch) * efficiency(batch, phase);
  }

  /** The gang of so many GPUs on as few nodes of four as possible. */
  public GangShape gang(int gpus) {
    return new GangShape((gpus + GPUS_PER_NODE - 1) / GPUS_PER_NODE, gpus);
  }

  /** The whole training if nothing changes, seconds. */
  public double trainingSeconds(GangShape gang, int batch, double stretch) {
    double seconds = 0;
    double from = 0;
    for (int phase = 0; phase < signal.phases(); phase++) {
      seconds += (signal.until(phase) - from) / goodput(gang, batch, stretch, phase);
      from = signal.until(phase);
    }
    return steps * initialBatch * seconds;
  }

  /** The batch of most goodput: the best of 50 sizes in geometric steps, the smaller of equals. */
  public int bestBatch(GangShape gang, double stretch, int phase) {
    int least = Math.min(mostBatch, Math.max(initialBatch, leastPerGpu * gang.gpus()));
    double ratio = Math.pow((double) mostBatch / least, 1.0 / (CANDIDATES - 1));
    int best = least;
    double bestGoodput = goodput(gang, least, stretch, phase);
    double size = least;
    int last = least;
    for (int i = 1; i < CANDIDATES; i++) {
      size *= ratio;
      int batch = Math.min(mostBatch, (int) Math.round(size));
      if (batch > last) {
        double goodput = goodput(gang, batch, stretch, phase);
        if (goodput > bestGoodput) {
          best = batch;
          bestGoodput = goodput;
        }
        last = batch;
      }
    }
    return best;
  }

  /**
   * The batch with which the whole training ends soonest if nothing changes: what users of rigid
   * jobs tune it to, among the initial one times powers of 2.
   */
  public int tunedBatch(GangShape gang, double stretch) {
    int best = initialBatch;
    double least = Double.POSITIVE_INFINITY;
    for (long batch = initialBatch; batch <= mostBatch; batch *= 2) {
      double seconds = trainingSeconds(gang, (int) batch, stretch);
      if (seconds < least) {
        best = (int) batch;
        least = seconds;
      }
    }
    return best;
  }
}
