package org.edgetwin.scenarios.training;

import java.util.List;
import org.edgetwin.scenarios.model.Key;
import org.jspecify.annotations.Nullable;

/**
 * What a pair of agents is to learn. The three spans of data must not overlap; whoever writes the
 * file sees to that.
 */
public record Training(
    @Key(doc = "Short name of the policy; stands in its card.", example = "duet-v1") String name,
    @Key(doc = "What it is for.", preset = "''") String description,
    @Key(
            doc = "Seed of the search, the networks and all that agents draw.",
            preset = "1",
            max = 9e15)
        long seed,
    @Key(
            doc = "The scenario whose replications are the episodes, relative to this file.",
            example = "duet-v1.yaml")
        String scenario,
    @Key(
            doc =
                "Changes of the scenario, one for each variant of it; episodes take the variants in"
                    + " turn.",
            preset = "[]",
            example = "['jobs[0].trace.windows.load=0.7', 'jobs[0].trace.windows.load=0.9']")
        List<String> variants,
    @Key(doc = "Episodes to learn from.") Span training,
    @Key(doc = "Episodes to choose the best networks by.") Span validation,
    @Key(doc = "Episodes to judge by; never used while training.") Span test,
    @Key(doc = "The agents.", preset = "{}") Agents agents,
    @Key(doc = "The search for a linear rule that the agents start from.", preset = "{}")
        Search search,
    @Key(doc = "How the networks learn by trying weights, before they draw choices.", preset = "{}")
        Exploration exploration,
    @Key(doc = "How the networks learn by drawing choices.", preset = "{}") Learning learning) {

  /** A part of the data. */
  public record Span(
      @Key(doc = "What it is, in words, for the policy's card.") String data,
      @Key(doc = "Changes of the scenario that cut the part out.", preset = "[]") List<String> set,
      @Key(
              doc =
                  "Replications of each variant. Beyond the windows of a trace the windows return"
                      + " with other random numbers.",
              min = 1,
              max = 1e6)
          int replications) {}

  /** Who learns, and what they may do and know. */
  public record Agents(
      @Key(doc = "Which networks learn; the other repeats the rule.", preset = "both")
          Learners learn,
      @Key(doc = "Whether they may preempt and move running jobs.", preset = "true")
          boolean preempt,
      @Key(doc = "What they believe of machines.", preset = "rwgp") Belief belief,
      @Key(doc = "Width of the networks' hidden layers.", preset = "8", min = 1, max = 512)
          int width,
      @Key(doc = "Whether jobs hear of one another.", preset = "true") boolean squeeze,
      @Key(doc = "Whether the placer hears from the orderer.", preset = "true") boolean message,
      @Key(
              doc =
                  "Whether the networks add to the rule's scores; otherwise they do not hear of"
                      + " them, and begin with equal chances.",
              preset = "true")
          boolean residual,
      @Key(
              doc = "Factor on the rule's scores of jobs when choices are drawn.",
              preset = "4",
              min = 1e-3,
              max = 1e3)
          double orderSharpness,
      @Key(
              doc = "Factor on the rule's scores of nodes when choices are drawn.",
              preset = "15",
              min = 1e-3,
              max = 1e3)
          double placeSharpness) {}

  /** Which networks learn. */
  public enum Learners {
    BOTH,
    ORDERER,
    PLACER
  }

  /** What is believed of machines. */
  public enum Belief {
    /** Tables of speeds are right. */
    NONE,
    /** The average slow-down that was seen. */
    MEAN,
    /** That average, drawn to the promise the less was seen. */
    SHRINKAGE,
    /** A random walk Gaussian process. */
    RWGP
  }

  /** How to search for a rule. */
  public record Search(
      @Key(
              doc =
                  "A rule.json to start from, relative to this file. Without it: shortest service.",
              preset = Key.NONE)
          @Nullable String start,
      @Key(doc = "Generations; 0 to keep the rule to start from.", preset = "44", max = 1e6)
          int generations,
      @Key(doc = "Rules in each generation.", preset = "14", min = 4, max = 1e4) int population,
      @Key(doc = "Episodes that each rule meets.", preset = "24", min = 1, max = 1e6) int episodes,
      @Key(
              doc =
                  "Standard deviation of the first weights, for features of standard deviation 1.",
              preset = "0.05",
              min = 1e-6,
              max = 1e3)
          double spread,
      @Key(
              doc = "Share of its key that a running job is forgiven in shortest service first.",
              preset = "0.7",
              max = 0.999)
          double hysteresis) {}

  /** How to try weights of the networks. */
  public record Exploration(
      @Key(doc = "Updates; 0 to leave it out.", preset = "0", max = 1e6) int updates,
      @Key(doc = "Pairs of weights tried in an update.", preset = "96", min = 1, max = 1e5)
          int pairs,
      @Key(doc = "Episodes that each pair meets.", preset = "3", min = 1, max = 1e6) int episodes,
      @Key(doc = "Standard deviation of the weights tried.", preset = "0.05", min = 1e-6, max = 1e3)
          double spread,
      @Key(doc = "Learning rate; falls to a tenth.", preset = "0.02", max = 1) double rate) {}

  /** What the agents have in common when they learn. */
  public enum Teaming {
    /** One advantage for both; each agent's choices are clipped on their own. */
    COOPERATIVE,
    /** A pick and its place are one action of one agent. */
    JOINT,
    /** Each learns alone, the other is part of its world. */
    INDEPENDENT
  }

  /** How the networks learn by drawing choices. */
  public record Learning(
      @Key(doc = "What the agents have in common when they draw choices.", preset = "cooperative")
          Teaming team,
      @Key(
              doc = "Passes over what the rule chose, before they learn by themselves.",
              preset = "0",
              max = 1e4)
          int imitation,
      @Key(doc = "Updates; 0 to ship the rule alone.", preset = "200", max = 1e6) int updates,
      @Key(doc = "Episodes of an update.", preset = "24", min = 1, max = 1e5) int windows,
      @Key(
              doc = "How often each is played; the others' mean is the baseline of each.",
              preset = "8",
              min = 2,
              max = 1e4)
          int rolls,
      @Key(doc = "Share of the steps to learn from.", preset = "0.1", min = 1e-4, max = 1)
          double share,
      @Key(
              doc = "Decay of the advantage for each decision of the scheduler.",
              preset = "0.975",
              max = 1)
          double lambda,
      @Key(
              doc = "How far the chance of a choice may move in an update.",
              preset = "0.2",
              min = 1e-3)
          double clip,
      @Key(doc = "Passes over the steps of an update.", preset = "3", min = 1, max = 1e3)
          int epochs,
      @Key(doc = "Steps of a gradient.", preset = "2048", min = 1, max = 1e6) int minibatch,
      @Key(doc = "Learning rate of the agents; falls to a tenth.", preset = "5e-3", max = 1)
          double rate,
      @Key(doc = "Learning rate of the critic; falls to a tenth.", preset = "3e-3", max = 1)
          double criticRate,
      @Key(doc = "Weight of the entropy bonus; falls to a tenth.", preset = "1e-3", max = 10)
          double entropy,
      @Key(
              doc = "Weight of the divergence from the rule; falls to a tenth.",
              preset = "2e-3",
              max = 10)
          double leash,
      @Key(doc = "Updates between two looks at the validation episodes.", preset = "10", min = 1)
          int look,
      @Key(doc = "Looks without a better one before it stops; 0: never.", preset = "0", max = 1e6)
          int patience,
      @Key(doc = "Whether the rule is written if no networks were better than it.", preset = "true")
          boolean fallBack) {}
}
