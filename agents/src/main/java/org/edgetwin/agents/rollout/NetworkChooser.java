package org.edgetwin.agents.rollout;

import org.edgetwin.agents.net.Choice;
import org.edgetwin.agents.net.Policy;
import org.edgetwin.agents.net.TwoAgentScorer;
import org.edgetwin.agents.pair.JobFeature;
import org.edgetwin.agents.pair.NodeFeature;
import org.edgetwin.agents.pair.PairChooser;
import org.edgetwin.agents.pair.PairPass;
import org.edgetwin.sim.kernel.Streams;
import org.jspecify.annotations.Nullable;
import umontreal.ssj.rng.RandomStream;

/** Two networks as the agents of a pass. */
public final class NetworkChooser implements PairChooser {
  private final Policy policy;
  private final TwoAgentScorer scorer;

  /** Null to take the most probable choice. */
  private final @Nullable RandomStream stream;

  private final @Nullable Recorder recorder;

  /** Whether the rule chooses, and the networks watch. */
  private final boolean watches;

  private NetworkChooser(
      Policy policy, @Nullable RandomStream stream, @Nullable Recorder recorder, boolean watches) {
    this.policy = policy;
    this.scorer = new TwoAgentScorer(policy);
    this.stream = stream;
    this.recorder = recorder;
    this.watches = watches;
  }

  /** Takes the most probable choices. */
  public static NetworkChooser greedy(Policy policy) {
    return new NetworkChooser(policy, null, null, false);
  }

  /** Draws its choices and has them written down. */
  static NetworkChooser recorded(Policy policy, RandomStream stream, Recorder recorder) {
    return new NetworkChooser(policy, stream, recorder, false);
  }

  /** Makes the rule's choices, and has them written down as the networks see them. */
  static NetworkChooser watching(Policy policy, Recorder recorder) {
    return new NetworkChooser(policy, null, recorder, true);
  }

  @Override
  public void begin(PairPass pass) {
    scorer.resizeJobs(pass.jobCount());
    scorer.resizeNodes(pass.nodeCount());
    for (int row = 0; row < pass.jobCount(); row++) {
      scorer.setJob(row, pass.jobFeatures(), row * JobFeature.COUNT);
    }
    for (int column = 0; column < pass.nodeCount(); column++) {
      scorer.setNode(column, pass.nodeFeatures(), column * NodeFeature.COUNT);
    }
    pass.clearChanged();
  }

  private void update(PairPass pass) {
    for (int row = 0; row < pass.jobCount(); row++) {
      if (pass.isJobChanged(row)) {
        scorer.setJob(row, pass.jobFeatures(), row * JobFeature.COUNT);
      }
    }
    for (int column = 0; column < pass.nodeCount(); column++) {
      if (pass.isNodeChanged(column)) {
        scorer.setNode(column, pass.nodeFeatures(), column * NodeFeature.COUNT);
      }
    }
    pass.clearChanged();
  }

  @Override
  public int pick(PairPass pass) {
    update(pass);
    float[] globals = pass.globalFeatures();
    float[] logits = scorer.order(globals, pass.orderScores(), pass.orderLegal());
    int choice = watches ? PairChooser.RULE.pick(pass) : choose(logits, pass.jobCount() + 1);
    if (recorder != null) {
      recorder.order(
          scorer.orderDecision(globals, pass.orderScores(), pass.orderLegal()), choice, logits);
    }
    return choice;
  }

  @Override
  public int place(PairPass pass) {
    float[] logits =
        scorer.place(pass.picked(), pass.pairFeatures(), pass.placeScores(), pass.placeLegal());
    int choice = watches ? PairChooser.RULE.place(pass) : choose(logits, pass.nodeCount() + 1);
    if (recorder != null) {
      recorder.place(scorer.placeDecision(pass.placeScores(), pass.placeLegal()), choice, logits);
    }
    return choice;
  }

  @Override
  public float[] scores(PairPass pass) {
    if (pass.turn() == PairPass.Turn.PLACER) {
      return scorer.place(
          pass.picked(), pass.pairFeatures(), pass.placeScores(), pass.placeLegal());
    }
    update(pass);
    return scorer.order(pass.globalFeatures(), pass.orderScores(), pass.orderLegal());
  }

  private int choose(float[] logits, int n) {
    return stream == null ? Choice.greedy(logits, n) : Choice.sample(logits, n, stream);
  }

  @Override
  public PairChooser copy() {
    if (recorder != null) {
      throw new IllegalStateException("A recorded chooser has one story only.");
    }
    return new NetworkChooser(
        policy, stream == null ? null : Streams.copyOf(stream), null, watches);
  }
}
