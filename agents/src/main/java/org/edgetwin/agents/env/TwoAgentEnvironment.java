package org.edgetwin.agents.env;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.edgetwin.agents.pair.GlobalFeature;
import org.edgetwin.agents.pair.JobFeature;
import org.edgetwin.agents.pair.NodeFeature;
import org.edgetwin.agents.pair.PairChooser;
import org.edgetwin.agents.pair.PairFeature;
import org.edgetwin.agents.pair.PairPass;
import org.edgetwin.agents.pair.PairScheduler;
import org.jspecify.annotations.Nullable;

/**
 * Scheduling as two agents that act in turn, with the semantics of PettingZoo's agent-environment
 * cycle [terry2021] and Gymnasium's steps [towers2024]: the orderer picks a job or stops, the
 * placer gives the job a node or none, and so on until the decision is made ({@link PairPass}).
 *
 * <p>Simulated time passes only between decisions, and what passes then is the reward of the action
 * that ended the decision. Decisions in which nobody could do anything are made without asking;
 * their time counts too. What passes before the first turn of an episode counts for its first
 * action. So rewards add up to what passed in the whole episode.
 *
 * <p>To save an episode, keep a {@link #fork}; to restore it, go on with a fork of that. Not
 * thread-safe.
 */
public final class TwoAgentEnvironment {
  private final Episodes episodes;
  private final IntFunction<PairScheduler> schedulers;
  private final Reward reward;
  private long seed;

  /** Null until the first reset. */
  private @Nullable ClusterEnvironment cluster;

  private int virtualCluster;
  private PairPass.Turn turn = PairPass.Turn.DONE;

  /** The actions of the present decision so far. */
  private int[] actions = new int[16];

  private int actionCount;
  private RewardTerms beforeFirst = RewardTerms.ZERO;
  private double seenAt;
  private double orderersReward;
  private double placersReward;
  private @Nullable AgentStep current;

  /**
   * An environment before its first episode.
   *
   * @param schedulers makes the scheduler of each virtual cluster: its rule, its outlook on
   *     machines and what it may know hold here; its chooser is not asked
   * @param reward of both agents
   */
  public TwoAgentEnvironment(
      Episodes episodes, IntFunction<PairScheduler> schedulers, Reward reward) {
    this.episodes = episodes;
    this.schedulers = schedulers;
    this.reward = reward;
  }

  /**
   * Begins an episode.
   *
   * @param episodeSeed decides it wholly; {@link Episodes#count} later the same episode returns
   * @return the first turn, with a reward of 0; over at once if no job ever needs a choice
   */
  public AgentStep reset(long episodeSeed) {
    seed = episodeSeed;
    cluster = new ClusterEnvironment(episodes.episode(seed), schedulers::apply);
    orderersReward = 0;
    placersReward = 0;
    seenAt = 0;
    beforeFirst = nextTurn(RewardTerms.ZERO);
    AgentStep first =
        cluster.isOver() ? turn(beforeFirst, reward.of(beforeFirst)) : turn(RewardTerms.ZERO, 0);
    current = first;
    return first;
  }

  /** Whose turn it is; nobody's after the end. */
  public PairPass.Turn agent() {
    return current().agent();
  }

  /** What the agent whose turn it is sees. */
  public Observation observe() {
    return current().observation();
  }

  /**
   * What the agent whose turn it is finds: as the last step left it, but with the rewards of all
   * actions since its own last one, that one included. After the end, the last step as it was.
   */
  public AgentStep last() {
    AgentStep step = current();
    return switch (step.agent()) {
      case ORDERER -> step.withReward(orderersReward);
      case PLACER -> step.withReward(placersReward);
      case DONE -> step;
    };
  }

  /**
   * The agent whose turn it is acts.
   *
   * @param action the row of a job, or N to stop, for the orderer; the column of a node, or M for
   *     nowhere, for the placer
   * @throws IllegalArgumentException if the mask does not allow it; nothing has happened then
   * @throws IllegalStateException if the episode is over or none has begun
   */
  public AgentStep step(int action) {
    requireLegal(action);
    if (actionCount == actions.length) {
      actions = Arrays.copyOf(actions, 2 * actionCount);
    }
    actions[actionCount++] = action;
    PairPass.Turn actor = turn;
    turn = act(action);
    RewardTerms terms = beforeFirst;
    beforeFirst = RewardTerms.ZERO;
    if (turn == PairPass.Turn.DONE) {
      terms = nextTurn(terms.plus(cluster().step(pass().decision())));
    }
    double earned = reward.of(terms);
    orderersReward = actor == PairPass.Turn.ORDERER ? earned : orderersReward + earned;
    placersReward = actor == PairPass.Turn.PLACER ? earned : placersReward + earned;
    AgentStep next = turn(terms, earned);
    current = next;
    return next;
  }

  /**
   * Throws what {@link #step} would, without a step.
   *
   * @throws IllegalArgumentException if the mask does not allow the action
   * @throws IllegalStateException if the episode is over or none has begun
   */
  void requireLegal(int action) {
    if (current().isOver()) {
      throw new IllegalStateException("The episode is over. Maybe call reset.");
    }
    boolean[] mask = turn == PairPass.Turn.ORDERER ? pass().orderLegal() : pass().placeLegal();
    int last = itemCount();
    if (action < 0 || action > last || !mask[action]) {
      throw new IllegalArgumentException(
          "The action "
              + action
              + " of the "
              + (turn == PairPass.Turn.ORDERER ? "orderer" : "placer")
              + (action < 0 || action > last ? " is not in 0.." : " is not legal now, of 0..")
              + last
              + ". Maybe choose where the mask is true.");
    }
  }

  private int itemCount() {
    return turn == PairPass.Turn.ORDERER ? pass().jobCount() : pass().nodeCount();
  }

  private PairPass.Turn act(int action) {
    if (pass().turn() == PairPass.Turn.ORDERER) {
      pass().pick(action);
    } else {
      pass().place(action);
    }
    return pass().turn();
  }

  /** Begins decisions until somebody has a choice or the episode is over; adds what passes. */
  private RewardTerms nextTurn(RewardTerms before) {
    RewardTerms sum = before;
    ClusterEnvironment environment = cluster();
    actionCount = 0;
    turn = PairPass.Turn.DONE;
    while (!environment.isOver()) {
      virtualCluster = environment.due();
      begin();
      turn = pass().turn();
      if (turn != PairPass.Turn.DONE) {
        return sum;
      }
      sum = sum.plus(environment.step(pass().decision()));
    }
    if (environment.isTruncated()) {
      begin();
    }
    return sum;
  }

  private void begin() {
    pass().begin(cluster().cluster().observe(virtualCluster));
  }

  private AgentStep turn(RewardTerms terms, double earned) {
    boolean truncated = cluster().isTruncated();
    boolean over = cluster().isOver();
    double now = cluster().cluster().now();
    double elapsed = now - seenAt;
    seenAt = now;
    return new AgentStep(
        turn,
        over && !truncated ? Observation.empty(elapsed) : observation(elapsed),
        over ? new boolean[0] : mask(),
        earned,
        over && !truncated,
        truncated,
        new AgentStep.Info(seed, episodes.name(seed), virtualCluster, now, terms));
  }

  private Observation observation(double elapsed) {
    PairPass pass = pass();
    int n = pass.jobCount();
    int m = pass.nodeCount();
    boolean placing = turn == PairPass.Turn.PLACER;
    return new Observation(
        n,
        m,
        Arrays.copyOf(pass.jobFeatures(), n * JobFeature.COUNT),
        Arrays.copyOf(pass.nodeFeatures(), m * NodeFeature.COUNT),
        Arrays.copyOf(pass.globalFeatures(), GlobalFeature.COUNT),
        placing ? Arrays.copyOf(pass.pairFeatures(), m * PairFeature.COUNT) : new float[0],
        placing ? pass.picked() : -1,
        elapsed);
  }

  private boolean[] mask() {
    boolean[] legal = turn == PairPass.Turn.ORDERER ? pass().orderLegal() : pass().placeLegal();
    return Arrays.copyOf(legal, itemCount() + 1);
  }

  /**
   * What the rule that the agents start from would do; the end of an episode has no such action.
   */
  public int ruleAction() {
    return turn == PairPass.Turn.ORDERER
        ? PairChooser.RULE.pick(pass())
        : PairChooser.RULE.place(pass());
  }

  /** The decision under way. */
  PairPass pass() {
    return ((PairScheduler) cluster().listener(virtualCluster)).pass();
  }

  /** The environment of whole decisions beneath, for its records; not to be stepped. */
  public ClusterEnvironment cluster() {
    if (cluster == null) {
      throw new IllegalStateException("No episode has begun. Maybe call reset first.");
    }
    return cluster;
  }

  private AgentStep current() {
    if (current == null) {
      throw new IllegalStateException("No episode has begun. Maybe call reset first.");
    }
    return current;
  }

  /** An independent copy, in the middle of a decision too, that continues bit for bit like this. */
  public TwoAgentEnvironment fork() {
    TwoAgentEnvironment fork = new TwoAgentEnvironment(episodes, schedulers, reward);
    if (cluster == null) {
      return fork;
    }
    // A cluster is forked between decisions: this one is taken back and made again, in both.
    cluster.cluster().observe(virtualCluster).plan().undo(0);
    fork.seed = seed;
    fork.cluster = cluster.fork();
    fork.virtualCluster = virtualCluster;
    fork.turn = turn;
    fork.actions = actions.clone();
    fork.actionCount = actionCount;
    fork.beforeFirst = beforeFirst;
    fork.seenAt = seenAt;
    fork.orderersReward = orderersReward;
    fork.placersReward = placersReward;
    fork.current = current;
    repeat();
    fork.repeat();
    return fork;
  }

  private void repeat() {
    begin();
    for (int i = 0; i < actionCount; i++) {
      act(actions[i]);
    }
  }
}
