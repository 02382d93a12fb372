package org.edgetwin.agents.env;

import org.edgetwin.agents.flat.FlatEnvironment;
import org.edgetwin.agents.pair.GlobalFeature;
import org.edgetwin.agents.pair.JobFeature;
import org.edgetwin.agents.pair.NodeFeature;
import org.edgetwin.agents.pair.PairFeature;
import org.edgetwin.agents.pair.PairPass;

/**
 * The two agents as one player with as many numbers and actions at every step, for learners that
 * know no sets.
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
 * GlobalFeature}s; log of (1 + seconds since the step before); log of (1 + jobs beyond the slots),
 * the same of nodes; {@link JobFeature}s of the picked job, 0 on the orderer's turn; for each job
 * slot 1 if there is a job, and its features; for each node slot 1 if there is a node, its {@link
 * NodeFeature}s and its {@link PairFeature}s, the latter 0 on the orderer's turn, when nodes come
 * in order of the fleet. Empty slots are 0. Not thread-safe.
 */
public final class FlatView implements FlatEnvironment {
  private static final int ROW = 1 + JobFeature.COUNT;
  private static final int COLUMN = 1 + NodeFeature.COUNT + PairFeature.COUNT;
  private static final int HEAD = 1 + GlobalFeature.COUNT + 3 + JobFeature.COUNT;

  private final TwoAgentEnvironment environment;
  private final int jobSlots;
  private final int nodeSlots;
  private final Slots jobs;
  private final Slots nodes;

  /**
   * A flat view of an environment, which is from now on stepped through it alone.
   *
   * @param jobSlots K, at least 1
   * @param nodeSlots M, at least 1
   */
  public FlatView(TwoAgentEnvironment environment, int jobSlots, int nodeSlots) {
    if (jobSlots < 1 || nodeSlots < 1) {
      throw new IllegalArgumentException(
          jobSlots + " job slots and " + nodeSlots + " node slots. Both must be at least 1.");
    }
    this.environment = environment;
    this.jobSlots = jobSlots;
    this.nodeSlots = nodeSlots;
    jobs = new Slots(jobSlots);
    nodes = new Slots(nodeSlots);
  }

  @Override
  public int observationSize() {
    return HEAD + jobSlots * ROW + nodeSlots * COLUMN;
  }

  @Override
  public int actionCount() {
    return jobSlots + nodeSlots + 1;
  }

  @Override
  public float[] reset(long seed) {
    AgentStep first = environment.reset(seed);
    fill(first);
    return observation(first);
  }

  @Override
  public boolean[] actionMask() {
    boolean[] mask = new boolean[actionCount()];
    PairPass.Turn agent = environment.agent();
    if (agent == PairPass.Turn.DONE) {
      return mask;
    }
    PairPass pass = environment.pass();
    if (agent == PairPass.Turn.ORDERER) {
      for (int slot = 0; slot < jobs.count(); slot++) {
        mask[slot] = pass.orderLegal()[jobs.item(slot)];
      }
      mask[jobSlots + nodeSlots] = pass.orderLegal()[pass.jobCount()];
    } else {
      for (int slot = 0; slot < nodes.count(); slot++) {
        mask[jobSlots + slot] = pass.placeLegal()[nodes.item(slot)];
      }
      mask[jobSlots + nodeSlots] = pass.placeLegal()[pass.nodeCount()];
    }
    return mask;
  }

  @Override
  public Transition step(int action) {
    AgentStep next = environment.step(itemOf(action));
    fill(next);
    return new Transition(observation(next), next.reward(), next.terminated(), next.truncated());
  }

  /** The underlying environment's action; whatever is given back once the episode is over. */
  private int itemOf(int action) {
    PairPass.Turn agent = environment.agent();
    if (agent == PairPass.Turn.DONE) {
      return action;
    }
    if (action < 0 || action >= actionCount() || !actionMask()[action]) {
      throw new IllegalArgumentException(
          "The action "
              + action
              + " is not legal on the "
              + (agent == PairPass.Turn.ORDERER ? "orderer's" : "placer's")
              + " turn, of 0.."
              + (actionCount() - 1)
              + ". Maybe choose where the mask is true.");
    }
    PairPass pass = environment.pass();
    if (agent == PairPass.Turn.ORDERER) {
      return action < jobSlots ? jobs.item(action) : pass.jobCount();
    }
    return action < jobSlots + nodeSlots ? nodes.item(action - jobSlots) : pass.nodeCount();
  }

  private void fill(AgentStep step) {
    if (step.isOver()) {
      jobs.takeFirst(step.observation().jobCount());
      nodes.takeFirst(step.observation().nodeCount());
      return;
    }
    PairPass pass = environment.pass();
    jobs.choose(pass.jobCount(), pass.orderLegal(), pass.orderScores());
    if (step.agent() == PairPass.Turn.PLACER) {
      nodes.choose(pass.nodeCount(), pass.placeLegal(), pass.placeScores());
    } else {
      nodes.takeFirst(pass.nodeCount());
    }
  }

  private float[] observation(AgentStep step) {
    Observation seen = step.observation();
    float[] flat = new float[observationSize()];
    boolean placing = step.agent() == PairPass.Turn.PLACER;
    flat[0] = placing ? 1 : 0;
    System.arraycopy(seen.globals(), 0, flat, 1, GlobalFeature.COUNT);
    int at = 1 + GlobalFeature.COUNT;
    flat[at++] = (float) Math.log1p(seen.elapsedSeconds());
    flat[at++] = (float) Math.log1p(seen.jobCount() - jobs.count());
    flat[at++] = (float) Math.log1p(seen.nodeCount() - nodes.count());
    if (placing) {
      copy(seen.jobs(), seen.picked(), JobFeature.COUNT, flat, at);
    }
    for (int slot = 0; slot < jobs.count(); slot++) {
      int to = HEAD + slot * ROW;
      flat[to] = 1;
      copy(seen.jobs(), jobs.item(slot), JobFeature.COUNT, flat, to + 1);
    }
    for (int slot = 0; slot < nodes.count(); slot++) {
      int to = HEAD + jobSlots * ROW + slot * COLUMN;
      flat[to] = 1;
      copy(seen.nodes(), nodes.item(slot), NodeFeature.COUNT, flat, to + 1);
      if (placing) {
        int pairs = to + 1 + NodeFeature.COUNT;
        copy(seen.pairs(), nodes.item(slot), PairFeature.COUNT, flat, pairs);
      }
    }
    return flat;
  }

  private static void copy(float[] rows, int row, int width, float[] target, int at) {
    System.arraycopy(rows, row * width, target, at, width);
  }
}
