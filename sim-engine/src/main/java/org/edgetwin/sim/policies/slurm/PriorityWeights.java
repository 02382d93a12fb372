package org.edgetwin.sim.policies.slurm;

/**
 * How much each factor counts [slurm]; factors are from 0 to 1.
 *
 * @param age of the wait over {@code maxAgeSeconds}, at most 1
 * @param size of the gang over the capacity of the virtual cluster: larger jobs first
 * @param fairShare of what the user has used
 * @param qos of the job's own priority over the highest seen; none below 0
 */
record PriorityWeights(
    double age, double maxAgeSeconds, double size, double fairShare, double qos) {
  /** A priority by what its factors add to it. */
  record Priority(double age, double size, double fairShare, double qos) {
    double sum() {
      return age + size + fairShare + qos;
    }
  }

  Priority of(
      double waitSeconds, double sizeFactor, double fairShareFactor, double priority, double top) {
    return new Priority(
        age * Math.min(1, waitSeconds / maxAgeSeconds),
        size * Math.min(1, sizeFactor),
        fairShare * fairShareFactor,
        top > 0 ? qos * Math.max(0, priority) / top : 0);
  }
}
