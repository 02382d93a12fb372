package org.edgetwin.agents.net;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import org.edgetwin.sim.kernel.Streams;
import umontreal.ssj.rng.RandomStream;

/** Prints how many joint decisions a second one core takes, everything encoded afresh or kept. */
public final class DecisionRate {
  private static final int JOBS = 64;
  private static final int NODES = 64;

  /** Processor time, since other programs may run beside this one. */
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private DecisionRate() {}

  public static void main(String[] arguments) {
    RandomStream stream = new Streams(1, 1).stream("rate");
    TwoAgentScorer scorer = new TwoAgentScorer(RandomDecisions.policy(30, 24, 8, 6, 32, stream));
    scorer.resizeJobs(JOBS);
    scorer.resizeNodes(NODES);
    for (int changed : new int[] {JOBS, 4, JOBS, 4, JOBS, 4}) {
      System.out.printf(
          "%d of %d jobs and nodes changed: %.0f decisions/s%n",
          changed, JOBS, rate(scorer, changed, stream));
    }
  }

  private static double rate(TwoAgentScorer scorer, int changed, RandomStream stream) {
    float[] jobs = RandomDecisions.values(30 * JOBS, stream);
    float[] nodes = RandomDecisions.values(24 * NODES, stream);
    float[] pairs = RandomDecisions.values(6 * NODES, stream);
    float[] globals = RandomDecisions.values(8, stream);
    float[] rules = RandomDecisions.values(JOBS + 1, stream);
    boolean[] legal = new boolean[JOBS + 1];
    Arrays.fill(legal, 0, JOBS, true);
    int rounds = 20_000;
    long start = CPU.getCurrentThreadCpuTime();
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < changed; i++) {
        scorer.setJob(i, jobs, 30 * i);
        scorer.setNode(i, nodes, 24 * i);
      }
      int job = Choice.greedy(scorer.order(globals, rules, legal), JOBS + 1);
      scorer.place(job, pairs, rules, legal);
    }
    return rounds / ((CPU.getCurrentThreadCpuTime() - start) * 1e-9);
  }
}
