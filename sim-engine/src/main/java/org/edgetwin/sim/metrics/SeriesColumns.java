package org.edgetwin.sim.metrics;

/** The columns of a run's {@link TimeSeries}. */
public final class SeriesColumns {
  /** Jobs waiting. */
  public static final int QUEUED_JOBS = 0;

  /** GPUs that waiting jobs want. */
  public static final int QUEUED_GPUS = 1;

  /** Jobs that hold GPUs. */
  public static final int RUNNING_JOBS = 2;

  private static final int FIRST_GROUP = 3;

  private SeriesColumns() {}

  /** GPUs of a group that jobs hold. */
  public static int heldGpus(int group) {
    return FIRST_GROUP + 2 * group;
  }

  /** GPUs of a group on nodes that are up. */
  public static int upGpus(int group) {
    return FIRST_GROUP + 2 * group + 1;
  }

  /** Number of columns for so many groups. */
  public static int count(int groups) {
    return FIRST_GROUP + 2 * groups;
  }
}
