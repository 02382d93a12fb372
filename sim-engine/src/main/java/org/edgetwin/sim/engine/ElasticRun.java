package org.edgetwin.sim.engine;

import org.edgetwin.sim.job.ElasticTraining;
import org.edgetwin.sim.job.JobSpec;

/** What an elastic job has beside a rigid one: its batch and its phase. */
final class ElasticRun {
  private final ElasticTraining training;
  private final ElasticShape shape;
  private final double workSeconds;

  /** Samples of a step over the whole gang. */
  int batch;

  private double nextChange;

  ElasticRun(JobSpec spec, ElasticShape shape) {
    training = spec.elastic();
    this.shape = shape;
    workSeconds = spec.workSeconds();
    batch = training.batch();
  }

  /** For a fork. */
  ElasticRun(ElasticRun other) {
    training = other.training;
    shape = other.shape;
    workSeconds = other.workSeconds;
    batch = other.batch;
    nextChange = other.nextChange;
  }

  ElasticTraining training() {
    return training;
  }

  boolean accepts(int group) {
    return shape.accepts(group);
  }

  /** Whether a gang may be of this size. */
  boolean allows(int count) {
    return count >= training.elasticity().leastGpus() && count <= training.elasticity().mostGpus();
  }

  /** Reference seconds of work per second with the present batch. */
  double rate(int group, int count, int nodes, double doneWork) {
    return rate(group, count, nodes, batch, doneWork);
  }

  double rate(int group, int count, int nodes, int anyBatch, double doneWork) {
    return shape.rate(group, count, nodes, anyBatch, phase(doneWork));
  }

  /** The batch of most goodput; the present one where it may not change. */
  int bestBatch(int group, int count, int nodes, double doneWork) {
    return training.elasticity().batchMayChange()
        ? shape.bestBatch(group, count, nodes, phase(doneWork))
        : batch;
  }

  private int phase(double doneWork) {
    int last = training.goodput().signal().phases() - 1;
    int phase = 0;
    while (phase < last && doneWork >= endOf(phase)) {
      phase++;
    }
    return phase;
  }

  /** Work done at the end of a phase. */
  private double endOf(int phase) {
    return training.goodput().signal().until(phase) * workSeconds;
  }

  /** Whether its efficiency will change before its end; then {@link #nextChange} is known. */
  boolean efficiencyWillChange(double doneWork) {
    nextChange = endOf(phase(doneWork));
    return nextChange < workSeconds;
  }

  /** Work done when the efficiency changes next. */
  double nextChange() {
    return nextChange;
  }
}
