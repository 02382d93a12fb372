package org.edgetwin.sim.policies.gavel;

import java.util.List;

/**
 * What shares are computed from: jobs in order of submission, GPU types, and what is known of them.
 */
interface ShareProblem {
  int jobCount();

  int typeCount();

  /** Id of a job. */
  int id(int i);

  /** GPUs that a job takes. */
  int gang(int i);

  /** GPUs of a type to be shared out. */
  int gpus(int j);

  /** GPUs that may be held at the same time: fewer than all where there is a quota. */
  int mostGpus();

  /** Speed of a job on a type, 1 on the reference GPU or where nothing is known; 0: cannot run. */
  double speed(int i, int j);

  /** Jobs that may share GPUs; none unless pairs are wanted. */
  default List<PairOption> pairs() {
    return List.of();
  }

  /** Work left, reference seconds. */
  double remaining(int i);

  /** Seconds since submission. */
  double ageSeconds(int i);

  /** Seconds to the deadline; negative if it has passed, positive infinity if there is none. */
  double secondsToDeadline(int i);

  /** USD per GPU and hour. */
  double price(int j);

  /** GPUs of all types. */
  default int gpus() {
    int sum = 0;
    for (int j = 0; j < typeCount(); j++) {
      sum += gpus(j);
    }
    return sum;
  }

  /** Speed of a job on the type where it is fastest. */
  default double fastest(int i) {
    double fastest = 0;
    for (int j = 0; j < typeCount(); j++) {
      fastest = Math.max(fastest, speed(i, j));
    }
    return fastest;
  }

  /** Whether a job can run at all now. */
  default boolean runs(int i) {
    return fastest(i) > 0;
  }
}
