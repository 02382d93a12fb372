package org.edgetwin.agents.pair;

/** The two agents: both choose for the pass whose turn it is. Not thread-safe. */
public interface PairChooser {
  /** A pass begins. */
  default void begin(PairPass pass) {}

  /** The row of the job to pick, or {@link PairPass#jobCount} to stop. */
  int pick(PairPass pass);

  /** The column of the node for the picked job, or {@link PairPass#nodeCount} for nowhere. */
  int place(PairPass pass);

  /**
   * What the agent goes by whose turn it is, largest first: of jobs and of stopping, or of nodes
   * and of nowhere. Maybe longer; valid until the next call.
   */
  default float[] scores(PairPass pass) {
    return pass.turn() == PairPass.Turn.ORDERER ? pass.orderScores() : pass.placeScores();
  }

  /** An independent chooser in the same state. */
  PairChooser copy();

  /** Follows the rule: whatever it scores highest. */
  PairChooser RULE =
      new PairChooser() {
        @Override
        public int pick(PairPass pass) {
          return highest(pass.orderScores(), pass.orderLegal(), pass.jobCount() + 1);
        }

        @Override
        public int place(PairPass pass) {
          return highest(pass.placeScores(), pass.placeLegal(), pass.nodeCount() + 1);
        }

        @Override
        public PairChooser copy() {
          return this;
        }
      };

  private static int highest(float[] scores, boolean[] legal, int n) {
    int best = -1;
    for (int i = 0; i < n; i++) {
      if (legal[i] && (best < 0 || scores[i] > scores[best])) {
        best = i;
      }
    }
    return best;
  }
}
