package org.edgetwin.agents.rl4j;

import org.deeplearning4j.rl4j.learning.IEpochTrainer;
import org.deeplearning4j.rl4j.learning.ILearning;
import org.deeplearning4j.rl4j.learning.listener.TrainingListener;
import org.deeplearning4j.rl4j.util.IDataManager;

/** Ends a training when its budget is spent. */
record BudgetListener(Budget budget) implements TrainingListener {
  private ListenerResponse response() {
    return budget.isSpent() ? ListenerResponse.STOP : ListenerResponse.CONTINUE;
  }

  @Override
  public ListenerResponse onTrainingStart() {
    return response();
  }

  @Override
  public void onTrainingEnd() {
    // Nothing is open.
  }

  @Override
  public ListenerResponse onNewEpoch(IEpochTrainer trainer) {
    return response();
  }

  @Override
  public ListenerResponse onEpochTrainingResult(
      IEpochTrainer trainer, IDataManager.StatEntry statistics) {
    return response();
  }

  @Override
  @SuppressWarnings("rawtypes") // RL4J's.
  public ListenerResponse onTrainingProgress(ILearning learning) {
    return response();
  }
}
