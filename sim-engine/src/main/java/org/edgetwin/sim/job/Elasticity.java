package org.edgetwin.sim.job;

/**
 * How far a scheduler may change a job while it runs.
 *
 * @param leastGpus smallest gang
 * @param mostGpus largest gang
 * @param gpuTypeMayChange whether it may go on with GPUs of another model
 * @param batchMayChange whether its batch size may change
 * @param leastBatch smallest batch, samples of a step over the whole gang
 * @param mostBatch largest batch
 */
public record Elasticity(
    int leastGpus,
    int mostGpus,
    boolean gpuTypeMayChange,
    boolean batchMayChange,
    int leastBatch,
    int mostBatch) {
  public Elasticity {
    if (leastGpus < 1 || mostGpus < leastGpus) {
      throw new IllegalArgumentException(
          "An elastic job of " + leastGpus + " to " + mostGpus + " GPUs. Maybe at least 1.");
    }
    if (leastBatch < 1 || mostBatch < leastBatch) {
      throw new IllegalArgumentException(
          "Batches of " + leastBatch + " to " + mostBatch + " samples. Maybe at least 1.");
    }
  }
}
