package org.edgetwin.agents.flat;

import org.edgetwin.agents.pair.GlobalFeature;
import org.edgetwin.agents.pair.JobFeature;
import org.edgetwin.agents.pair.NodeFeature;
import org.edgetwin.agents.pair.PairFeature;
import org.edgetwin.agents.pair.PairPass;

/**
 * The decisions of one virtual cluster as a {@link FlatLayout} shows them: whoever learns and
 * whoever decides sees the same numbers. Not thread-safe.
 */
public final class FlatPass {
  private final FlatLayout layout;
  private final Slots jobs;
  private final Slots nodes;
  private double seenAt;

  /** Nothing has been seen since the start of the run. */
  public FlatPass(FlatLayout layout) {
    this.layout = layout;
    jobs = new Slots(layout.jobSlots());
    nodes = new Slots(layout.nodeSlots());
  }

  /**
   * Looks at what is to be chosen next; slots are filled anew.
   *
   * @return the observation, {@code float[layout.observationSize()]}
   */
  public float[] look(PairPass pass) {
    boolean placing = pass.turn() == PairPass.Turn.PLACER;
    jobs.choose(pass.jobCount(), pass.orderLegal(), pass.orderScores());
    if (placing) {
      nodes.choose(pass.nodeCount(), pass.placeLegal(), pass.placeScores());
    } else {
      nodes.takeFirst(pass.nodeCount());
    }
    float[] flat = head(pass.globalFeatures(), pass.now());
    int at = 1 + GlobalFeature.COUNT + 1;
    flat[at++] = (float) Math.log1p(pass.jobCount() - jobs.count());
    flat[at++] = (float) Math.log1p(pass.nodeCount() - nodes.count());
    if (placing) {
      flat[0] = 1;
      copy(pass.jobFeatures(), pass.picked(), JobFeature.COUNT, flat, at);
    }
    for (int slot = 0; slot < jobs.count(); slot++) {
      int to = FlatLayout.HEAD + slot * FlatLayout.ROW;
      flat[to] = 1;
      copy(pass.jobFeatures(), jobs.item(slot), JobFeature.COUNT, flat, to + 1);
    }
    for (int slot = 0; slot < nodes.count(); slot++) {
      int to = FlatLayout.HEAD + layout.jobSlots() * FlatLayout.ROW + slot * FlatLayout.COLUMN;
      flat[to] = 1;
      copy(pass.nodeFeatures(), nodes.item(slot), NodeFeature.COUNT, flat, to + 1);
      if (placing) {
        int pairs = to + 1 + NodeFeature.COUNT;
        copy(pass.pairFeatures(), nodes.item(slot), PairFeature.COUNT, flat, pairs);
      }
    }
    return flat;
  }

  /** What is seen when nothing is left: as {@link #look}, with no jobs and no nodes. */
  public float[] lookAtNothing(double now) {
    return head(new float[GlobalFeature.COUNT], now);
  }

  private float[] head(float[] globals, double now) {
    float[] flat = new float[layout.observationSize()];
    System.arraycopy(globals, 0, flat, 1, GlobalFeature.COUNT);
    flat[1 + GlobalFeature.COUNT] = (float) Math.log1p(now - seenAt);
    seenAt = now;
    return flat;
  }

  private static void copy(float[] rows, int row, int width, float[] target, int at) {
    System.arraycopy(rows, row * width, target, at, width);
  }

  /** Which actions the pass accepts, {@code boolean[layout.actionCount()]}, after a look at it. */
  public boolean[] mask(PairPass pass) {
    boolean[] mask = new boolean[layout.actionCount()];
    switch (pass.turn()) {
      case ORDERER -> {
        for (int slot = 0; slot < jobs.count(); slot++) {
          mask[slot] = pass.orderLegal()[jobs.item(slot)];
        }
        mask[layout.none()] = pass.orderLegal()[pass.jobCount()];
      }
      case PLACER -> {
        for (int slot = 0; slot < nodes.count(); slot++) {
          mask[layout.jobSlots() + slot] = pass.placeLegal()[nodes.item(slot)];
        }
        mask[layout.none()] = pass.placeLegal()[pass.nodeCount()];
      }
      case DONE -> {
        // Nobody chooses.
      }
    }
    return mask;
  }

  /** The row or column that an action which the mask allows stands for; N or M for none. */
  public int item(PairPass pass, int action) {
    if (pass.turn() == PairPass.Turn.ORDERER) {
      return action < layout.jobSlots() ? jobs.item(action) : pass.jobCount();
    }
    return action < layout.none() ? nodes.item(action - layout.jobSlots()) : pass.nodeCount();
  }

  FlatPass copy() {
    FlatPass copy = new FlatPass(layout);
    copy.seenAt = seenAt;
    return copy;
  }
}
