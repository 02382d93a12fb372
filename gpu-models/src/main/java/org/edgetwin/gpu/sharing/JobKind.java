package org.edgetwin.gpu.sharing;

import org.edgetwin.gpu.WorkloadClass;

/**
 * What the statistical model knows about a job: which it is, what it is a kind of, how large its
 * steps are. Two kinds of one id are the same job.
 *
 * @param id unique, such as {@code resnet50-64}
 * @param family model family, such as {@code ResNet-50}
 * @param logBatch binary logarithm of the samples per step; 0 where there are none
 */
public record JobKind(String id, String family, double logBatch) {
  public JobKind {
    if (id.isBlank() || family.isBlank()) {
      throw new IllegalArgumentException(
          "The job '" + id + "' of family '" + family + "' needs an id and a family.");
    }
    if (!Double.isFinite(logBatch)) {
      throw new IllegalArgumentException(
          "The logarithm of the batch of " + id + " (" + logBatch + ") is not a number.");
    }
  }

  /** A configuration of a family. */
  public static JobKind of(String id, String family, int batchSize) {
    return new JobKind(id, family, Math.log(Math.max(1, batchSize)) / Math.log(2));
  }

  /** The kind of a catalogued or custom class. */
  public static JobKind of(WorkloadClass workload) {
    return of(workload.id(), workload.family(), workload.batchSize());
  }

  boolean is(JobKind other) {
    return id.equals(other.id);
  }
}
