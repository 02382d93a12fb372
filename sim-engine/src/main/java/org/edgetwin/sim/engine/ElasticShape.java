package org.edgetwin.sim.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.edgetwin.gpu.goodput.GoodputModel;
import org.edgetwin.gpu.training.GangShape;
import org.edgetwin.sim.job.Spanning;

/**
 * What all elastic jobs of one demand, class, virtual cluster and model of goodput have in common.
 * Rates are goodputs over that of one reference GPU at the initial batch. Thread-safe: forks share
 * it.
 */
final class ElasticShape {
  private static final GangShape ALONE = new GangShape(1, 1);

  /** Models tell one node, two and more apart. */
  private static final int NODE_KINDS = 3;

  private final GoodputModel model;
  private final Shape least;
  private final double[] stretchByGroup;
  private final double unit;
  private final boolean feelsNodes;

  /** What was worked out before, by phase, group and gang: a pure function, so never wrong. */
  private final Map<Long, Integer> batchByGang = new ConcurrentHashMap<>();

  /**
   * Of some jobs.
   *
   * @param least the shape of the smallest gang
   * @param stretchByGroup how many times as long as the GPUs of the model those of a group compute;
   *     0 where the job cannot run
   * @param referenceStretch the same of the reference GPU
   */
  ElasticShape(GoodputModel model, Shape least, double[] stretchByGroup, double referenceStretch) {
    this.model = model;
    this.least = least;
    this.stretchByGroup = stretchByGroup;
    unit = model.throughput(ALONE, model.initialBatch(), referenceStretch);
    feelsNodes = least.demand().spanning() != Spanning.FREE;
  }

  boolean accepts(int group) {
    return stretchByGroup[group] > 0 && least.accepts(group);
  }

  /** Reference seconds of work per second. */
  double rate(int group, int gpus, int nodes, int batch, int phase) {
    return model.goodput(gang(gpus, nodes), batch, stretchByGroup[group], phase) / unit;
  }

  int bestBatch(int group, int gpus, int nodes, int phase) {
    GangShape gang = gang(gpus, Math.min(nodes, NODE_KINDS));
    long key = ((long) phase * stretchByGroup.length + group) * (NODE_KINDS + 1) + gang.nodes();
    return batchByGang.computeIfAbsent(
        (key << Integer.SIZE) + gpus, same -> model.bestBatch(gang, stretchByGroup[group], phase));
  }

  private GangShape gang(int gpus, int nodes) {
    return new GangShape(feelsNodes ? nodes : 1, gpus);
  }
}
