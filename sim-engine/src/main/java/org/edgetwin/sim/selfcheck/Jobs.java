package org.edgetwin.sim.selfcheck;

import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.job.Terms;

/** Jobs for whole GPUs of speed 1. */
final class Jobs {
  private static final Demand ONE = Demand.gang(1);

  private Jobs() {}

  /** A job for one GPU of a station. */
  static JobSpec single(double time, double workSeconds, int station) {
    return single(time, workSeconds, station, Terms.NONE);
  }

  static JobSpec single(double time, double workSeconds, int station, Terms terms) {
    return new JobSpec(
        "job", time, ONE, Machines.UNIT, workSeconds, station, terms, Recovery.DEFAULT);
  }

  /** A job for one GPU of the only station, with its way of recovering. */
  static JobSpec recovering(double time, double workSeconds, Recovery recovery) {
    return new JobSpec("job", time, ONE, Machines.UNIT, workSeconds, 0, Terms.NONE, recovery);
  }

  static Terms priority(int priority) {
    Terms none = Terms.NONE;
    return new Terms(
        none.limitSeconds(),
        none.limitEnforced(),
        none.estimateSeconds(),
        none.deadlineTime(),
        priority,
        none.user());
  }

  static Terms deadline(double time) {
    Terms none = Terms.NONE;
    return new Terms(
        none.limitSeconds(), none.limitEnforced(), none.estimateSeconds(), time, 0, none.user());
  }
}
