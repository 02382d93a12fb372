package org.edgetwin.gpu.operators;

import java.util.Map;
import java.util.stream.Collectors;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.table.ShippedTable;

/**
 * The time of a transformer pass on any GPU of the catalogue: the law corrected for this GPU where
 * passes were measured on it, else the law corrected half-way by operators that were, else the law
 * alone.
 *
 * <p>Immutable. An answer costs some 30 additions and three powers; with a table of operators, one
 * pass over it per matrix product.
 */
public final class PassTimes {
  /**
   * How far a table of single operators moves the efficiency of the law. Half: operators run alone,
   * on a cool GPU, mislead about as much as the law does, and not in the same direction.
   */
  private static final double TABLE_WEIGHT = 0.5;

  private static final class Holder {
    static final PassTimes STANDARD =
        new PassTimes(
            TransferLaw.standard(),
            ShippedTable.rows("operators/gpu-effects.csv", row -> row).stream()
                .collect(
                    Collectors.toMap(
                        row -> row.getField("gpu_id"),
                        row ->
                            new GpuEffects(
                                ShippedTable.number(row, "compute"),
                                ShippedTable.number(row, "bandwidth")))),
            TransferErrors.standard());
  }

  private final TransferLaw law;
  private final Map<String, GpuEffects> effectsById;
  private final TransferErrors errors;

  /**
   * A chain of one's own.
   *
   * @param effectsById of the GPUs that passes were measured on
   */
  public PassTimes(TransferLaw law, Map<String, GpuEffects> effectsById, TransferErrors errors) {
    this.law = law;
    this.effectsById = Map.copyOf(effectsById);
    this.errors = errors;
  }

  /** The chain with the constants shipped with the program. */
  public static PassTimes standard() {
    return Holder.STANDARD;
  }

  /**
   * Time of a pass on a GPU of the catalogue.
   *
   * @throws IllegalArgumentException if nothing is known of the GPU's multiprocessors
   */
  public Estimate estimate(TransformerPass pass, GpuModel gpu) {
    return estimate(pass, GpuTraitsTable.standard().require(gpu.id()));
  }

  /** Time of a pass on a GPU. */
  public Estimate estimate(TransformerPass pass, GpuTraits gpu) {
    PassWork work = PassWork.of(pass, gpu.multiprocessors());
    GpuEffects effects = effectsById.get(gpu.id());
    return effects == null
        ? new Estimate(
            law.seconds(work, gpu, GpuEffects.NONE),
            errors.lawShared(),
            errors.lawOwn(),
            Estimate.Source.LAW)
        : new Estimate(
            law.seconds(work, gpu, effects),
            errors.calibratedShared(),
            errors.calibratedOwn(),
            Estimate.Source.CALIBRATED);
  }

  /** Time of a pass on a GPU on which matrix products were measured. */
  public Estimate estimate(TransformerPass pass, GpuTraits gpu, OperatorTable table) {
    if (effectsById.containsKey(gpu.id())) {
      return estimate(pass, gpu);
    }
    return new Estimate(
        withTable(law, pass, gpu, table),
        errors.tableShared(),
        errors.tableOwn(),
        Estimate.Source.TABLE_AND_LAW);
  }

  /** Time of a pass by a law that a table of operators corrects half-way, s. */
  public static double withTable(
      TransferLaw law, TransformerPass pass, GpuTraits gpu, OperatorTable table) {
    double measured =
        pass.products().stream().mapToDouble(p -> p.count() * table.seconds(p.product())).sum();
    PassWork work = PassWork.of(pass, gpu.multiprocessors());
    double byLaw = law.productSeconds(work, gpu, GpuEffects.NONE);
    return law.seconds(work, gpu, new GpuEffects(TABLE_WEIGHT * Math.log(byLaw / measured), 0));
  }

  /**
   * Share of a pass that matrix products take on a GPU: what the arithmetic rate decides; memory
   * (and in training the host) decides the rest. In (0, 1).
   */
  public double computeShare(TransformerPass pass, GpuTraits gpu) {
    PassWork work = PassWork.of(pass, gpu.multiprocessors());
    GpuEffects effects = effectsById.getOrDefault(gpu.id(), GpuEffects.NONE);
    return law.productSeconds(work, gpu, effects) / law.seconds(work, gpu, effects);
  }
}
