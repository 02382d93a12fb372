package org.edgetwin.sim.job;

import org.edgetwin.gpu.goodput.GoodputModel;

/**
 * What makes a job elastic: how far it may be changed, and how fast it gets on then.
 *
 * <p>Its work is progress at efficiency 1, in seconds of one reference GPU at the initial batch.
 *
 * @param elasticity how far it may be changed
 * @param batch samples of a step over the whole gang, as submitted
 * @param goodput what its progress follows
 */
public record ElasticTraining(Elasticity elasticity, int batch, GoodputModel goodput) {
  public ElasticTraining {
    if (batch < elasticity.leastBatch() || batch > elasticity.mostBatch()) {
      throw new IllegalArgumentException(
          "The batch (%d) is not in %d..%d."
              .formatted(batch, elasticity.leastBatch(), elasticity.mostBatch()));
    }
  }

  /**
   * A job whose batch may be anything that its model was trained with.
   *
   * @param leastGpus smallest gang
   * @param mostGpus largest gang
   */
  public static ElasticTraining of(GoodputModel goodput, int leastGpus, int mostGpus, int batch) {
    return new ElasticTraining(
        new Elasticity(
            leastGpus, mostGpus, true, true, goodput.initialBatch(), goodput.mostBatch()),
        batch,
        goodput);
  }
}
