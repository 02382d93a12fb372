package org.edgetwin.calibration.sharing;

import java.util.List;
import org.edgetwin.gpu.sharing.JobKind;
import org.edgetwin.gpu.sharing.MeasuredPair;

/** Predicts what a job keeps of its solo speed beside another one. */
@FunctionalInterface
interface KeptPredictor {
  double kept(JobKind self, JobKind other);

  /** Learns from pairs that fit in memory. */
  @FunctionalInterface
  interface Learner {
    KeptPredictor learn(List<MeasuredPair> fit);
  }

  /** The baseline: every job keeps what jobs kept on average. */
  static KeptPredictor average(List<MeasuredPair> fit) {
    double mean =
        fit.stream().mapToDouble(pair -> (pair.keptA() + pair.keptB()) / 2).average().orElseThrow();
    return (self, other) -> mean;
  }
}
