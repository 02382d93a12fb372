package org.edgetwin.agents.rl4j;

import org.edgetwin.agents.flat.FlatEnvironment;

/** The two queues, with something that happens before each step. */
record Watched(TwoQueues queues, Runnable beforeStep) implements FlatEnvironment {
  @Override
  public int observationSize() {
    return queues.observationSize();
  }

  @Override
  public int actionCount() {
    return queues.actionCount();
  }

  @Override
  public float[] reset(long seed) {
    return queues.reset(seed);
  }

  @Override
  public boolean[] actionMask() {
    return queues.actionMask();
  }

  @Override
  public Transition step(int action) {
    beforeStep.run();
    return queues.step(action);
  }
}
