package org.edgetwin.agents.net;

import java.util.Arrays;

/**
 * A policy at work: keeps the jobs and nodes of a running system encoded for both agents, and turns
 * what changes into logits. Features come in as the schema names them and are standardised here. No
 * allocation unless a set grows beyond the largest so far. Not thread-safe.
 */
public final class TwoAgentScorer {
  private final Policy policy;
  private final SetScorer orderer;
  private final SetScorer placer;
  private final Encodings jobs;
  private final Encodings nodes;

  /** The nodes again, as the placer encodes them. */
  private final Encodings places;

  private final Encodings noOthers;
  private final float[] globals;

  /** The chosen job's features and its message, if the placer hears it. */
  private final float[] chosen;

  private float[] jobRows = new float[0];
  private float[] nodeRows = new float[0];
  private float[] pairRows = new float[0];
  private float[] logits = new float[1];

  public TwoAgentScorer(Policy policy) {
    this.policy = policy;
    orderer = new SetScorer(policy.orderer());
    placer = new SetScorer(policy.placer());
    jobs = orderer.newItems();
    nodes = orderer.newOthers();
    places = placer.newItems();
    noOthers = placer.newOthers();
    globals = new float[orderer.config().globalFeatures()];
    chosen = new float[placer.config().globalFeatures()];
  }

  /** Changes the number of jobs; those that stay keep their rows, new ones must be set. */
  public void resizeJobs(int n) {
    jobs.resize(n);
    jobRows = grown(jobRows, n * policy.job().features());
  }

  /** Changes the number of nodes; those that stay keep their rows, new ones must be set. */
  public void resizeNodes(int n) {
    nodes.resize(n);
    places.resize(n);
    nodeRows = grown(nodeRows, n * policy.node().features());
    pairRows = grown(pairRows, n * policy.pair().features());
  }

  /** Sets one job's features, {@code values[at ..]}. */
  public void setJob(int row, float[] values, int at) {
    int features = policy.job().features();
    policy.job().apply(values, at, jobRows, row * features, 1);
    jobs.encode(row, jobRows, row * features);
  }

  /** Sets one node's features, {@code values[at ..]}. */
  public void setNode(int row, float[] values, int at) {
    int features = policy.node().features();
    policy.node().apply(values, at, nodeRows, row * features, 1);
    nodes.encode(row, nodeRows, row * features);
    places.encode(row, nodeRows, row * features);
  }

  /**
   * Scores the jobs.
   *
   * @param ruleScores of each job, then of STOP; as in {@link Decision}, maybe longer than needed
   * @param legal likewise
   * @return the logits of each job, then of STOP; maybe longer, and valid until the next call
   */
  public float[] order(float[] globalFeatures, float[] ruleScores, boolean[] legal) {
    policy.global().apply(globalFeatures, 0, globals, 0, 1);
    logits = grown(logits, jobs.size() + 1);
    orderer.score(jobs, nodes, globals, pairRows, ruleScores, legal, logits);
    return logits;
  }

  /**
   * Scores the nodes for a job, after {@link #order}.
   *
   * @param pairs {@code float[nodes][pair features]}, row-major
   * @param ruleScores of each node, then of WAIT
   * @param legal likewise
   * @return the logits of each node, then of WAIT; maybe longer, and valid until the next call
   */
  public float[] place(int job, float[] pairs, float[] ruleScores, boolean[] legal) {
    int features = policy.job().features();
    System.arraycopy(jobRows, job * features, chosen, 0, features);
    if (chosen.length > features) {
      orderer.message(jobs, job, chosen, features);
    }
    policy.pair().apply(pairs, 0, pairRows, 0, places.size());
    logits = grown(logits, places.size() + 1);
    placer.score(places, noOthers, chosen, pairRows, ruleScores, legal, logits);
    return logits;
  }

  /** What the orderer sees in {@link #order} with these arguments, copied for training. */
  public Decision orderDecision(float[] globalFeatures, float[] ruleScores, boolean[] legal) {
    policy.global().apply(globalFeatures, 0, globals, 0, 1);
    int n = jobs.size();
    return new Decision(
        Arrays.copyOf(jobRows, n * policy.job().features()),
        Arrays.copyOf(nodeRows, nodes.size() * policy.node().features()),
        globals.clone(),
        new float[0],
        Arrays.copyOf(ruleScores, n + 1),
        Arrays.copyOf(legal, n + 1));
  }

  /** What the placer saw in the last {@link #place}, copied for training. */
  public Decision placeDecision(float[] ruleScores, boolean[] legal) {
    int n = places.size();
    return new Decision(
        Arrays.copyOf(nodeRows, n * policy.node().features()),
        new float[0],
        chosen.clone(),
        Arrays.copyOf(pairRows, n * policy.pair().features()),
        Arrays.copyOf(ruleScores, n + 1),
        Arrays.copyOf(legal, n + 1));
  }

  private static float[] grown(float[] values, int size) {
    return size <= values.length
        ? values
        : Arrays.copyOf(values, Math.max(size, 2 * values.length));
  }
}
