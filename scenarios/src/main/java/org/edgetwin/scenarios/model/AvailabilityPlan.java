package org.edgetwin.scenarios.model;

import java.nio.file.Path;
import java.util.List;
import org.edgetwin.sim.fleet.NodeState;
import org.jspecify.annotations.Nullable;

/** How a node comes and goes. */
@Choice(doc = "How nodes come and go.")
public sealed interface AvailabilityPlan
    permits AvailabilityPlan.Always,
        AvailabilityPlan.Failures,
        AvailabilityPlan.Planned,
        AvailabilityPlan.Churn,
        OwnersPlan,
        AvailabilityPlan.Spot,
        AvailabilityPlan.Replay,
        AvailabilityPlan.AllOf {
  /** Whether nodes come and go for as long as the run lasts. */
  default boolean isEndless() {
    return !(this instanceof Always || this instanceof Planned);
  }

  /** Whether that happens at random. */
  default boolean isRandom() {
    return isEndless()
        && !(this instanceof Replay)
        && !(this instanceof AllOf all && all.of.stream().noneMatch(AvailabilityPlan::isRandom));
  }

  /** Never away. */
  @Option(value = "always", doc = "Never away.")
  record Always() implements AvailabilityPlan {}

  /** Fails and is repaired; what ran on it is lost back to its last checkpoint. */
  @Option(
      value = "failures",
      doc = "Fails and is repaired. Jobs on it fall back to their last checkpoint.")
  record Failures(
      @Key(doc = "Time to failure.", example = "{type: exponential, mean: 60 d}") TimeLaw mtbf,
      @Key(doc = "Time to repair.", example = "{type: lognormal, median: 4 h, sigma: 1}")
          TimeLaw mttr,
      @Key(
              doc =
                  "How much the nodes differ: a few bad ones make most of the failures. Left out:"
                      + " all are alike. With it, mtbf is exponential and holds for a node of the"
                      + " mean rate, and nodes start in equilibrium.",
              preset = Key.NONE,
              example = "{type: share, of_nodes: 5 %, of_failures: 50 %}")
          @Nullable FrailtyPlan frailty)
      implements AvailabilityPlan {
    public Failures {
      Bounds.check(
          frailty == null || mtbf instanceof TimeLaw.Exponential,
          "With a frailty, failures have no memory. Maybe write `mtbf: {type: exponential, mean:"
              + " 60 d}`.");
      if (frailty != null) {
        Bounds.lifetime("mttr", mttr);
      }
    }
  }

  /** Changes at given times. */
  @Option(
      value = "planned",
      doc = "Changes at given times: maintenance, a node that joins later or leaves for good.")
  record Planned(
      @Key(doc = "What the nodes are when the run starts.", preset = "up") NodeState starts,
      @Key(
              doc = "The changes, in order of time.",
              example = "[{at: 2 d, becomes: draining}, {at: 3 d, becomes: up}]")
          List<PlannedChange> changes)
      implements AvailabilityPlan {
    public Planned {
      for (int i = 1; i < changes.size(); i++) {
        Bounds.check(
            changes.get(i).atSeconds() >= changes.get(i - 1).atSeconds(),
            "The changes are not in order of time. Maybe sort them by `at`.");
      }
    }
  }

  /** Joins and leaves, as machines of volunteers do. */
  @Option(value = "churn", doc = "Joins and leaves, as machines of volunteers do.")
  record Churn(
      @Key(doc = "How long it stays.", example = "{type: weibull, shape: 0.6, scale: 12 h}")
          TimeLaw online,
      @Key(doc = "How long it is away.", example = "{type: exponential, mean: 6 h}")
          TimeLaw offline,
      @Key(doc = "Whether it is there when the run starts.", preset = "true") boolean startsOnline)
      implements AvailabilityPlan {}

  /** Spot instances. */
  @Option(
      value = "spot",
      doc =
          "Spot instances: the provider takes one away after its lifetime and gives the next after"
              + " a gap. Nodes start in equilibrium. Attempts that lose their machine so end as"
              + " `interrupted`.")
  record Spot(
      @Key(
              doc =
                  "Lifetimes fitted to a public trace: gcp-2020 (63 % gone within 12 min, none after"
                      + " 24 h), p3 (AWS V100, mean 1.6 h), g4dn (AWS T4, mean 1.8 h). Left out:"
                      + " `lifetime` tells.",
              preset = Key.NONE,
              names = NameKind.SPOT_LIFETIMES,
              example = "gcp-2020")
          @Nullable String source,
      @Key(
              doc =
                  "Time until it is taken away; constant, uniform, exponential, lognormal or weibull.",
              preset = Key.NONE,
              example = "{type: weibull, shape: 0.8, scale: 6 h}")
          @Nullable TimeLaw lifetime,
      @Key(
              doc = "Time until there is another; of the same kinds.",
              example = "{type: exponential, mean: 20 min}")
          TimeLaw gap)
      implements AvailabilityPlan {
    public Spot {
      Bounds.check(
          (source == null) != (lifetime == null),
          "Exactly one of source and lifetime is needed. Maybe write `source: gcp-2020`.");
      if (lifetime != null) {
        Bounds.lifetime("lifetime", lifetime);
      }
      Bounds.lifetime("gap", gap);
    }
  }

  /** Lives of a trace. */
  @Option(
      value = "replay",
      doc =
          "Instances that came and went as a trace recorded it, often several at once. Node i is on"
              + " whenever the i-th place of the trace had an instance; each birth took the first"
              + " free place. The same in every replication. Attempts that lose their machine so"
              + " end as `interrupted`.")
  record Replay(
      @Key(
              doc =
                  "Trace that comes with the program: p3 (V100, 32 places) or g4dn (T4, 24), 11 h"
                      + " of AWS each. Left out: `file` names one.",
              preset = Key.NONE,
              names = NameKind.LIFE_TRACE,
              example = "p3")
          @Nullable String trace,
      @Key(
              doc =
                  "CSV file, relative to this file, with the columns node, born and died: seconds"
                      + " since its start; died is empty for those alive at the end. May be"
                      + " gzipped.",
              preset = Key.NONE,
              example = "lives.csv")
          @Nullable Path file,
      @Key(
              doc =
                  "Whether the trace begins anew at its end; otherwise nodes stay as they are then.",
              preset = "true")
          boolean repeat)
      implements AvailabilityPlan {
    public Replay {
      Bounds.check(
          (trace == null) != (file == null),
          "Exactly one of trace and file is needed. Maybe write `trace: p3`.");
    }
  }

  /** Several causes. */
  @Option(
      value = "all_of",
      doc =
          "Several independent causes: a node is up only while all of them let it be. Their"
              + " availabilities multiply.")
  record AllOf(
      @Key(
              doc =
                  "The causes: failures, churn, owners, spot or replay. The first meets the fate"
                      + " that it would have alone.",
              example =
                  "[owners, {type: failures, mtbf: {type: exponential, mean: 60 d}, mttr: 4 h}]")
          List<AvailabilityPlan> of)
      implements AvailabilityPlan {
    public AllOf {
      Bounds.check(!of.isEmpty(), "There is no cause. Maybe write `of: [owners]`.");
      Bounds.check(
          of.stream().allMatch(AvailabilityPlan::isEndless),
          "Here stand causes that come and go for ever. Maybe failures, churn, owners, spot or"
              + " replay.");
    }
  }
}
