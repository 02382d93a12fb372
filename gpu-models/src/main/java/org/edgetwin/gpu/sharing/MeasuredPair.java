package org.edgetwin.gpu.sharing;

/**
 * What each of two jobs kept of its solo speed when both shared one GPU.
 *
 * @param jobs the two
 * @param keptA by {@code jobs.a()}: speed together over speed alone; 0 = the pair did not fit
 * @param keptB by {@code jobs.b()}
 * @param screened implausible: both at exactly their solo speed (filled in), or together slower
 *     than half of taking turns
 */
public record MeasuredPair(JobPair jobs, double keptA, double keptB, boolean screened) {
  public MeasuredPair {
    if (!(keptA >= 0 && keptB >= 0 && keptA > 0 == keptB > 0)) {
      throw new IllegalArgumentException(
          "The pair %s keeps %s and %s. Maybe a speed was not measured."
              .formatted(jobs, keptA, keptB));
    }
  }

  /** Whether both fit in the GPU's memory. */
  public boolean fits() {
    return keptA > 0;
  }
}
