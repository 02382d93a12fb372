package org.edgetwin.gpu.operators;

import java.util.Map;
import java.util.stream.Collectors;
import org.edgetwin.gpu.table.ShippedTable;

/**
 * The time of a transformer pass on a GPU from its data sheet: one law for all GPUs.
 *
 * <pre>
 * t     = (F_linear + a F_attention) / (P eta) + r B / (BW eta_b) + h L [training]
 * eta   = eta_max (1 + (x0 / x)^q)^(-1/q) w [wide units]
 * </pre>
 *
 * with F the wave-inflated FLOP, P the FP32 peak, x the {@linkplain GpuTraits#powerHeadroom() power
 * headroom}, B the traffic of all that is no matrix product, BW the stream bandwidth, r the traffic
 * of forward and backward over forward (1 without training), h the host's time per layer in
 * training. A roofline per kind of operator [neusight2025] whose arithmetic efficiency saturates in
 * the power that the board may draw: T4 and P4 keep half of their clock under FP32 matrix products,
 * V100 keeps it.
 *
 * <p>Limits: FP32, eager execution, one GPU, dense transformers; shapes of 1,000 tokens and more.
 * Errors: {@code docs/models/operators.md}. O(1), no allocation.
 *
 * @param peakEfficiency eta_max, share of the FP32 peak that large products reach
 * @param headroomKnee x0, W per TFLOP/s and nm
 * @param kneeSharpness q
 * @param wideFactor w, on multiprocessors with 128 FP32 lanes
 * @param bandwidthEfficiency eta_b, of the stream bandwidth
 * @param attentionCost a, time of a FLOP of attention over one of a linear layer
 * @param scoreCost time of scaling and masking over its least traffic
 * @param activationCost the same for activation functions
 * @param hiddenCost the same for sums and changes of layout
 * @param trainingTraffic r
 * @param hostSecondsPerLayer h, s
 */
public record TransferLaw(
    double peakEfficiency,
    double headroomKnee,
    double kneeSharpness,
    double wideFactor,
    double bandwidthEfficiency,
    double attentionCost,
    double scoreCost,
    double activationCost,
    double hiddenCost,
    double trainingTraffic,
    double hostSecondsPerLayer) {

  private static final class Holder {
    static final TransferLaw STANDARD = read();
  }

  /** The law with the constants shipped with the program, fitted on all measurements. */
  public static TransferLaw standard() {
    return Holder.STANDARD;
  }

  private static TransferLaw read() {
    Map<String, Double> value =
        ShippedTable.rows("operators/transfer-law.csv", row -> row).stream()
            .collect(
                Collectors.toMap(
                    row -> row.getField("name"), row -> ShippedTable.number(row, "value")));
    return new TransferLaw(
        value.get("peak_efficiency"),
        value.get("headroom_knee"),
        value.get("knee_sharpness"),
        value.get("wide_factor"),
        value.get("bandwidth_efficiency"),
        value.get("attention_cost"),
        value.get("score_cost"),
        value.get("activation_cost"),
        value.get("hidden_cost"),
        value.get("training_traffic"),
        value.get("host_seconds_per_layer"));
  }

  /** Time of the pass, s. */
  public double seconds(PassWork work, GpuTraits gpu, GpuEffects effects) {
    return productSeconds(work, gpu, effects) + restSeconds(work, gpu, effects);
  }

  /** Time of the matrix products of the pass, s: the compute-bound part. */
  public double productSeconds(PassWork work, GpuTraits gpu, GpuEffects effects) {
    return (work.linearFlops() + attentionCost * work.attentionFlops())
        / (gpu.fp32FlopsPerSecond() * computeEfficiency(gpu) * Math.exp(effects.compute()));
  }

  /** Share of the FP32 peak that matrix products reach on a GPU. */
  public double computeEfficiency(GpuTraits gpu) {
    double shortage = Math.pow(headroomKnee / gpu.powerHeadroom(), kneeSharpness);
    return peakEfficiency
        * Math.pow(1 + shortage, -1 / kneeSharpness)
        * (gpu.wideUnits() ? wideFactor : 1);
  }

  /** Time of what is bound by memory, and of the host, s. */
  private double restSeconds(PassWork work, GpuTraits gpu, GpuEffects effects) {
    double bytes =
        work.normalisationBytes()
            + scoreCost * work.scoreBytes()
            + activationCost * work.activationBytes()
            + hiddenCost * work.hiddenBytes();
    double forward =
        bytes / (gpu.streamBytesPerSecond() * bandwidthEfficiency * Math.exp(effects.bandwidth()));
    return work.training()
        ? trainingTraffic * forward + hostSecondsPerLayer * work.layers()
        : forward;
  }
}
