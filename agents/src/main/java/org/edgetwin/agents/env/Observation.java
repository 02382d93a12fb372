package org.edgetwin.agents.env;

import org.edgetwin.agents.pair.GlobalFeature;

/**
 * What the agent whose turn it is sees, and nothing besides: sets of any size, not padded. The
 * columns are {@link org.edgetwin.agents.pair.JobFeature}, {@link
 * org.edgetwin.agents.pair.NodeFeature}, {@link GlobalFeature} and {@link
 * org.edgetwin.agents.pair.PairFeature}, in their order. The arrays are copies.
 *
 * @param jobCount N, number of jobs in the system, in order of submission
 * @param nodeCount M, number of nodes of the virtual cluster, in order of the fleet
 * @param jobs {@code float[N][JobFeature.COUNT]}, row-major
 * @param nodes {@code float[M][NodeFeature.COUNT]}, row-major
 * @param globals {@code float[GlobalFeature.COUNT]}
 * @param pairs {@code float[M][PairFeature.COUNT]}, row-major, for the job that was picked; empty
 *     unless it is the placer's turn
 * @param picked row of the job that was picked; -1 unless it is the placer's turn
 * @param elapsedSeconds simulated time since the observation before, seconds; 0 within a decision
 */
@SuppressWarnings("ArrayRecordComponent") // Handed over once and read once.
public record Observation(
    int jobCount,
    int nodeCount,
    float[] jobs,
    float[] nodes,
    float[] globals,
    float[] pairs,
    int picked,
    double elapsedSeconds) {
  private static final float[] NONE = {};

  /** What is seen when nothing is left. */
  static Observation empty(double elapsedSeconds) {
    return new Observation(
        0, 0, NONE, NONE, new float[GlobalFeature.COUNT], NONE, -1, elapsedSeconds);
  }
}
