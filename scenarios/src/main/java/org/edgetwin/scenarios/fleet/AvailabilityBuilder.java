package org.edgetwin.scenarios.fleet;

import java.util.List;
import java.util.function.IntFunction;
import org.edgetwin.gpu.Region;
import org.edgetwin.gpu.reliability.GammaFrailty;
import org.edgetwin.gpu.reliability.LifeTrace;
import org.edgetwin.gpu.reliability.Lifetime;
import org.edgetwin.gpu.reliability.LocalClock;
import org.edgetwin.gpu.reliability.SpotLifetimes;
import org.edgetwin.scenarios.generate.ScenarioContext;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.issue.Issue;
import org.edgetwin.scenarios.model.AvailabilityPlan;
import org.edgetwin.scenarios.model.FrailtyPlan;
import org.edgetwin.scenarios.model.NodePlan;
import org.edgetwin.scenarios.model.OwnersPlan;
import org.edgetwin.scenarios.model.TimeLaw;
import org.edgetwin.scenarios.trace.LivesReader;
import org.edgetwin.sim.availability.CombinedAvailability;
import org.edgetwin.sim.availability.CommunityOwners;
import org.edgetwin.sim.availability.CommunityOwners.OwnerWeek;
import org.edgetwin.sim.availability.HardwareFailures;
import org.edgetwin.sim.availability.RecordedNode;
import org.edgetwin.sim.availability.SpotInstances;
import org.edgetwin.sim.availability.TraceReplay;
import org.edgetwin.sim.distribution.Distribution;
import org.edgetwin.sim.distribution.Distributions;
import org.edgetwin.sim.fleet.Availability;
import org.edgetwin.sim.fleet.AvailabilityModel;
import org.edgetwin.sim.fleet.NodeState;

/** Makes the availability of the nodes of a group. */
final class AvailabilityBuilder {
  /** Nodes that change at every instant would keep the clock from moving. */
  private static final double SHORTEST_CYCLE_SECONDS = 1;

  private static final double SECONDS_PER_HOUR = 3600;
  private static final double DEGREES_PER_HOUR = 15;

  private final ScenarioContext context;

  AvailabilityBuilder(ScenarioContext context) {
    this.context = context;
  }

  /** The availability of each node of a group by its number. */
  IntFunction<Availability> of(NodePlan plan) {
    AvailabilityPlan availability = plan.availability();
    if (availability instanceof AvailabilityPlan.Always) {
      return node -> Availability.ALWAYS;
    }
    if (availability instanceof AvailabilityPlan.Planned planned) {
      Availability same =
          new Availability.Planned(
              planned.starts(),
              planned.changes().stream()
                  .map(change -> new Availability.Change(change.atSeconds(), change.becomes()))
                  .toList());
      return node -> same;
    }
    IntFunction<? extends AvailabilityModel> models = models(plan, availability);
    return models::apply;
  }

  private IntFunction<? extends AvailabilityModel> models(
      NodePlan plan, AvailabilityPlan availability) {
    if (availability instanceof AvailabilityPlan.Replay replay) {
      return replay(plan, replay)::get;
    }
    if (availability instanceof AvailabilityPlan.AllOf all) {
      List<? extends IntFunction<? extends AvailabilityModel>> causes =
          all.of().stream().map(cause -> models(plan, cause)).toList();
      return node ->
          new CombinedAvailability(
              causes.stream().<AvailabilityModel>map(cause -> cause.apply(node)).toList());
    }
    AvailabilityModel same = model(plan, availability);
    return node -> same;
  }

  private AvailabilityModel model(NodePlan plan, AvailabilityPlan availability) {
    if (availability instanceof AvailabilityPlan.Failures failures) {
      if (failures.frailty() == null) {
        return renewal(plan, NodeState.FAILED, failures.mtbf(), failures.mttr(), true);
      }
      // The worst node may fail at once, so that all of its cycle is repair.
      Lifetime repair = lifetime(failures.mttr());
      checkCycle(plan, repair.mean());
      return new HardwareFailures(
          context.laws().of(failures.mtbf()).mean(), frailty(failures.frailty()), repair);
    }
    if (availability instanceof AvailabilityPlan.Churn churn) {
      return renewal(plan, NodeState.LEFT, churn.online(), churn.offline(), churn.startsOnline());
    }
    if (availability instanceof AvailabilityPlan.Spot spot) {
      Lifetime life =
          spot.source() == null ? lifetime(spot.lifetime()) : SpotLifetimes.of(spot.source());
      Lifetime gap = lifetime(spot.gap());
      checkCycle(plan, life.mean() + gap.mean());
      return new SpotInstances(life, gap);
    }
    return owners(plan, (OwnersPlan) availability);
  }

  private static GammaFrailty frailty(FrailtyPlan plan) {
    return plan instanceof FrailtyPlan.Share share
        ? GammaFrailty.ofTopShare(share.ofNodes(), share.ofFailures())
        : new GammaFrailty(1 / ((FrailtyPlan.Variance) plan).value());
  }

  private CommunityOwners owners(NodePlan plan, OwnersPlan owners) {
    Lifetime off = lifetime(owners.off());
    checkCycle(plan, off.mean());
    return new CommunityOwners(
        owners.shape(),
        new Distributions.LogNormal(owners.meanOnSeconds(), owners.spread()),
        off,
        owners.reclaimsPerHour() / SECONDS_PER_HOUR,
        lifetime(owners.reclaimed()),
        owners.departuresPerHour() / SECONDS_PER_HOUR,
        owners.week() == OwnersPlan.Week.FLAT ? OwnerWeek.flat() : OwnerWeek.proposed(),
        new LocalClock(0, utcOffsetHours(plan, owners)));
  }

  private double utcOffsetHours(NodePlan plan, OwnersPlan owners) {
    if (owners.utcOffsetSeconds() != null) {
      return owners.utcOffsetSeconds() / SECONDS_PER_HOUR;
    }
    return plan.region() == null
        ? 0
        : context
            .names()
            .region(plan.region())
            .map(Region::longitude)
            .map(degrees -> Math.rint(degrees / DEGREES_PER_HOUR))
            .orElse(0.0);
  }

  private static List<RecordedNode> replay(NodePlan plan, AvailabilityPlan.Replay replay) {
    LifeTrace trace =
        replay.trace() != null
            ? LifeTrace.bamboo(replay.trace())
            : new LivesReader(replay.file()).read();
    List<RecordedNode> nodes = TraceReplay.nodes(trace, replay.repeat());
    if (nodes.size() < plan.count()) {
      throw new BadInputException(
          Issue.inScenario(
              "fleet.nodes." + plan.name() + ".count",
              Integer.toString(plan.count()),
              "The trace never had so many instances at once.",
              "Maybe at most " + nodes.size() + "."));
    }
    return nodes;
  }

  private Availability.Renewal renewal(
      NodePlan plan, NodeState cause, TimeLaw upLaw, TimeLaw awayLaw, boolean startsUp) {
    Distribution up = context.laws().of(upLaw);
    Distribution away = context.laws().of(awayLaw);
    checkCycle(plan, up.mean() + away.mean());
    return new Availability.Renewal(cause, up, away, startsUp);
  }

  private static void checkCycle(NodePlan plan, double meanSeconds) {
    if (meanSeconds < SHORTEST_CYCLE_SECONDS) {
      throw new BadInputException(
          Issue.inScenario(
              "fleet.nodes." + plan.name() + ".availability",
              "",
              "The nodes come and go more often than once in " + SHORTEST_CYCLE_SECONDS + " s.",
              "Maybe check the units."));
    }
  }

  /** The laws that a scenario's own checks let through. */
  private static Lifetime lifetime(TimeLaw law) {
    if (law instanceof TimeLaw.Constant constant) {
      return new Lifetime.Constant(constant.valueSeconds());
    }
    if (law instanceof TimeLaw.Uniform uniform) {
      return new Lifetime.Uniform(uniform.lowSeconds(), uniform.highSeconds());
    }
    if (law instanceof TimeLaw.Exponential exponential) {
      return new Lifetime.Exponential(exponential.meanSeconds());
    }
    if (law instanceof TimeLaw.LogNormal logNormal) {
      return logNormal.sigma() > 0
          ? new Lifetime.LogNormal(logNormal.medianSeconds(), logNormal.sigma())
          : new Lifetime.Constant(logNormal.medianSeconds());
    }
    TimeLaw.Weibull weibull = (TimeLaw.Weibull) law;
    return new Lifetime.Weibull(weibull.shape(), weibull.scaleSeconds());
  }
}
