package org.edgetwin.agents.flat;

import org.edgetwin.agents.pair.GlobalFeature;
import org.edgetwin.agents.pair.JobFeature;
import org.edgetwin.agents.pair.LinearRule;
import org.edgetwin.agents.pair.NodeFeature;
import org.edgetwin.agents.pair.PairFeature;

/**
 * How a decision of two agents becomes a fixed number of numbers and actions.
 *
 * <p>On the orderer's turn, job slot 0 holds the job that the rule would pick first, and so on;
 * legal jobs come before others. On the placer's turn, node slot 0 holds the node that the rule
 * would choose first, and the job slots hold what they would on the orderer's turn. Jobs beyond the
 * last slot cannot be picked in this step, nodes beyond the last one not be chosen: that is what is
 * cut off, beside the identity of a slot from one step to the next.
 *
 * <p>Actions: 0 to K - 1 pick the job of a slot; K to K + M - 1 choose the node of a slot; K + M
 * stops or places nowhere.
 *
 * <p>Observation, K job slots and M node slots: 1 if it is the placer's turn; {@link
 * GlobalFeature}s; log of (1 + seconds since the step before in this virtual cluster); log of (1 +
 * jobs beyond the slots), the same of nodes; {@link JobFeature}s of the picked job, 0 on the
 * orderer's turn; for each job slot 1 if there is a job, and its features; for each node slot 1 if
 * there is a node, its {@link NodeFeature}s and its {@link PairFeature}s, the latter 0 on the
 * orderer's turn, when nodes come in order of the fleet. Empty slots are 0.
 *
 * @param jobSlots K, at least 1
 * @param nodeSlots M, at least 1
 * @param rule whose scores rank jobs and nodes
 * @param preemptive whether running jobs may be preempted and moved
 */
public record FlatLayout(int jobSlots, int nodeSlots, LinearRule rule, boolean preemptive) {
  static final int ROW = 1 + JobFeature.COUNT;
  static final int COLUMN = 1 + NodeFeature.COUNT + PairFeature.COUNT;
  static final int HEAD = 1 + GlobalFeature.COUNT + 3 + JobFeature.COUNT;

  public FlatLayout {
    if (jobSlots < 1 || nodeSlots < 1) {
      throw new IllegalArgumentException(
          jobSlots + " job slots and " + nodeSlots + " node slots. Both must be at least 1.");
    }
  }

  /** Length of an observation. */
  public int observationSize() {
    return HEAD + jobSlots * ROW + nodeSlots * COLUMN;
  }

  /** K + M + 1. */
  public int actionCount() {
    return jobSlots + nodeSlots + 1;
  }

  /** The action that stops or places nowhere. */
  int none() {
    return jobSlots + nodeSlots;
  }
}
