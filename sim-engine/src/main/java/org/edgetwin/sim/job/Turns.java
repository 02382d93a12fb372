package org.edgetwin.sim.job;

/**
 * Jobs that take turns on the resources of their GPUs: while one computes, another loads data and a
 * third one exchanges gradients [muri].
 *
 * <p>In slot i of a period the job of phase f has resource (i - f) modulo 3; a slot lasts as long
 * as the longest stage in it, so the period is
 *
 * <pre>sum over i of max over jobs of stage[(i - phase) mod 3],</pre>
 *
 * and every job makes one iteration in it. Nobody is faster than alone: a period lasts at least as
 * long as the longest iteration. Real ones take longer by a {@code stretch}, which has to be
 * measured.
 *
 * <p>Phases that are equal modulo 3 want the same resource in the same slot. The formula lets both
 * have it, as the published code does for groups of four (a data loader does not fill all cores);
 * what that costs is a part of the stretch.
 */
public final class Turns {
  private Turns() {}

  /**
   * Seconds in which every job makes one iteration, stretched if there are several.
   *
   * @param jobs stage times; only the first {@code count} are read
   * @param phases of the jobs, at least 0
   * @param stretch at least 1
   */
  public static double period(StageTimes[] jobs, int[] phases, int count, double stretch) {
    double period = 0;
    double longest = 0;
    for (int slot = 0; slot < StageTimes.RESOURCES; slot++) {
      double slotSeconds = 0;
      for (int j = 0; j < count; j++) {
        int resource = Math.floorMod(slot - phases[j], StageTimes.RESOURCES);
        slotSeconds = Math.max(slotSeconds, jobs[j].stage(resource));
      }
      period += slotSeconds;
    }
    for (int j = 0; j < count; j++) {
      longest = Math.max(longest, jobs[j].iteration());
    }
    return count == 1 ? longest : Math.max(longest, stretch * period);
  }
}
