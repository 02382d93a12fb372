package org.edgetwin.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.edgetwin.agents.file.PolicyFile;
import org.edgetwin.agents.net.Choice;
import org.edgetwin.agents.net.Policy;
import org.edgetwin.agents.net.TwoAgentScorer;
import org.edgetwin.sim.kernel.Streams;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import umontreal.ssj.rng.RandomStream;

/**
 * Decisions of the two networks that ship, in one thread: jobs and nodes are encoded, a job is
 * picked and a node for it. The features are random numbers.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class NetworkBenchmark {
  private static final Path SHIPPED =
      Path.of("agents/src/main/resources/org/edgetwin/agents/policy/dual-agent.json");

  /** Jobs in the system. */
  @Param({"64", "256"})
  public int jobs;

  /** Nodes of the fleet. */
  @Param({"64", "256"})
  public int nodes;

  /** Jobs and nodes that changed since the last decision; the others stay encoded. */
  @Param({"4", "all"})
  public String changed;

  private Policy policy;
  private TwoAgentScorer scorer;
  private float[] jobRows;
  private float[] nodeRows;
  private float[] pairRows;
  private float[] globals;
  private float[] scores;
  private boolean[] legal;

  /** Reads the policy and draws the features. */
  @Setup
  public void open() throws IOException {
    policy = PolicyFile.read(SHIPPED).policy();
    scorer = new TwoAgentScorer(policy);
    scorer.resizeJobs(jobs);
    scorer.resizeNodes(nodes);
    RandomStream stream = new Streams(1, 1).stream("network");
    jobRows = values(jobs * policy.job().features(), stream);
    nodeRows = values(nodes * policy.node().features(), stream);
    pairRows = values(nodes * policy.pair().features(), stream);
    globals = values(policy.global().features(), stream);
    int choices = Math.max(jobs, nodes) + 1;
    scores = values(choices, stream);
    legal = new boolean[choices];
    Arrays.fill(legal, true);
    encode(jobs, nodes);
  }

  private static float[] values(int size, RandomStream stream) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) stream.nextDouble();
    }
    return values;
  }

  private void encode(int changedJobs, int changedNodes) {
    for (int row = 0; row < changedJobs; row++) {
      scorer.setJob(row, jobRows, row * policy.job().features());
    }
    for (int row = 0; row < changedNodes; row++) {
      scorer.setNode(row, nodeRows, row * policy.node().features());
    }
  }

  /** A job and a node for it. */
  @Benchmark
  public int decision() {
    if (changed.equals("all")) {
      encode(jobs, nodes);
    } else {
      int few = Integer.parseInt(changed);
      encode(few, few);
    }
    int job = Choice.greedy(scorer.order(globals, scores, legal), jobs);
    return Choice.greedy(scorer.place(job, pairRows, scores, legal), nodes + 1);
  }
}
