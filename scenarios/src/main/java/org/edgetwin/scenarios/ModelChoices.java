package org.edgetwin.scenarios;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.edgetwin.gpu.ChainedSpeed;
import org.edgetwin.gpu.ContentionModel;
import org.edgetwin.gpu.HostContention;
import org.edgetwin.gpu.LinearHostContention;
import org.edgetwin.gpu.MeasuredGpu;
import org.edgetwin.gpu.NoContention;
import org.edgetwin.gpu.SpecSheetLaw;
import org.edgetwin.gpu.SpeedModel;
import org.edgetwin.gpu.TimeSlicing;
import org.edgetwin.gpu.UncertainSpeed;
import org.edgetwin.gpu.UniformSpeed;
import org.edgetwin.gpu.host.HostCapacity;
import org.edgetwin.gpu.host.HostDemand;
import org.edgetwin.gpu.host.HostDemands;
import org.edgetwin.gpu.host.HostResources;
import org.edgetwin.gpu.operators.TransformerSpeed;
import org.edgetwin.gpu.sharing.FittedSharing;
import org.edgetwin.gpu.sharing.JobKind;
import org.edgetwin.gpu.sharing.JobPair;
import org.edgetwin.gpu.sharing.MeasuredPair;
import org.edgetwin.gpu.sharing.MeasuredPairs;
import org.edgetwin.gpu.sharing.Partitions;
import org.edgetwin.gpu.sharing.UncertainPairs;
import org.edgetwin.gpu.training.PlannedSpeed;
import org.edgetwin.scenarios.model.ContentionPlan;
import org.edgetwin.scenarios.model.DecisionTimePlan;
import org.edgetwin.scenarios.model.HostContentionPlan;
import org.edgetwin.scenarios.model.HostDemandPlan;
import org.edgetwin.scenarios.model.JobSource;
import org.edgetwin.scenarios.model.MeasuredPairPlan;
import org.edgetwin.scenarios.model.Scenario;
import org.edgetwin.scenarios.model.SpeedPlan;
import org.edgetwin.scenarios.model.WarmUpPlan;
import org.edgetwin.scenarios.names.ScenarioNames;
import org.edgetwin.sim.distribution.Distributions;
import org.edgetwin.sim.engine.DecisionTime;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.WarmUp;
import org.jspecify.annotations.Nullable;
import umontreal.ssj.rng.RandomStream;

/** Makes the models that a scenario names. */
final class ModelChoices {
  private ModelChoices() {}

  static DecisionTime decisionTime(@Nullable DecisionTimePlan plan) {
    return plan == null
        ? DecisionTime.NONE
        : new DecisionTime(plan.fixedSeconds(), plan.perJobSeconds(), plan.perNodeSeconds());
  }

  static SpeedModel speeds(SpeedPlan plan, ScenarioNames names) {
    if (plan instanceof SpeedPlan.Uniform) {
      return new UniformSpeed();
    }
    if (plan instanceof SpeedPlan.Spec) {
      return SpecSheetLaw.standard();
    }
    SpeedModel speeds = ChainedSpeed.standard();
    if (!names.transformers().isEmpty()) {
      speeds =
          new ChainedSpeed(
              new TransformerSpeed(names.transformers(), SpecSheetLaw.standard()), speeds);
    }
    if (!names.planned().isEmpty()) {
      speeds = new ChainedSpeed(new PlannedSpeed(names.planned()), speeds);
    }
    return speeds;
  }

  /** The speeds of a replication: with errors of its own if the scenario wants them. */
  static SpeedModel speeds(SpeedPlan plan, SpeedModel promised, Streams streams) {
    return plan.isSampled()
        ? new UncertainSpeed(promised, name -> normal(streams, "speed/" + name))
        : promised;
  }

  private static double normal(Streams streams, String name) {
    return Distributions.normalQuantile(streams.stream(name).nextDouble());
  }

  /** What jobs on one GPU do to each other in a replication. */
  static ContentionModel contention(
      ContentionPlan plan, ContentionModel promised, Streams streams) {
    return plan instanceof ContentionPlan.Pairs pairs && pairs.sampled()
        ? new UncertainPairs(
            MeasuredPairs.standard(), name -> normal(streams, "contention/" + name))
        : promised;
  }

  static ContentionModel contention(ContentionPlan plan, ScenarioNames names) {
    if (plan instanceof ContentionPlan.Fitted fitted) {
      return fitted(fitted, names);
    }
    if (plan instanceof ContentionPlan.Mps mps) {
      return FittedSharing.physical(mps.threadShare());
    }
    if (plan instanceof ContentionPlan.TimeSlicing turns) {
      return new TimeSlicing(turns.sliceSeconds(), turns.switchSeconds());
    }
    if (plan instanceof ContentionPlan.Mig) {
      return new Partitions();
    }
    return plan instanceof ContentionPlan.Pairs ? MeasuredPairs.standard() : new NoContention();
  }

  private static ContentionModel fitted(ContentionPlan.Fitted plan, ScenarioNames names) {
    Map<MeasuredGpu, List<MeasuredPair>> measured = new EnumMap<>(MeasuredGpu.class);
    for (MeasuredPairPlan pair : plan.measured()) {
      JobKind a = JobKind.of(names.workloadClass(pair.jobs().get(0)));
      JobKind b = JobKind.of(names.workloadClass(pair.jobs().get(1)));
      measured
          .computeIfAbsent(pair.gpu(), gpu -> new ArrayList<>())
          .add(new MeasuredPair(new JobPair(a, b), pair.kept().get(0), pair.kept().get(1), false));
    }
    return FittedSharing.ofPairs(names.ownClasses(), measured);
  }

  /**
   * The host contention of a replication: what is drawn comes from streams named by class, so that
   * it does not depend on other classes.
   */
  static HostContention hostContention(Scenario scenario, Streams streams) {
    if (scenario.hostContention() instanceof HostContentionPlan.Resources resources) {
      return hostResources(resources);
    }
    if (scenario.hostContention() instanceof HostContentionPlan.Table table) {
      Map<String, LinearHostContention.Coefficients> coefficients = new HashMap<>();
      Set<String> classes = new TreeSet<>(table.sensitivity().keySet());
      classes.addAll(table.pressure().keySet());
      for (String id : classes) {
        coefficients.put(
            id,
            new LinearHostContention.Coefficients(
                table.sensitivity().getOrDefault(id, 0.0), table.pressure().getOrDefault(id, 0.0)));
      }
      return new LinearHostContention(coefficients);
    }
    if (scenario.hostContention() instanceof HostContentionPlan.Random random) {
      Map<String, LinearHostContention.Coefficients> coefficients = new HashMap<>();
      for (JobSource source : scenario.jobs()) {
        for (String id : source.classes().keySet()) {
          coefficients.computeIfAbsent(id, name -> draw(random, name, streams));
        }
      }
      return new LinearHostContention(coefficients);
    }
    return HostContention.NONE;
  }

  private static HostContention hostResources(HostContentionPlan.Resources plan) {
    Map<String, HostDemand> own = new HashMap<>();
    for (HostDemandPlan demand : plan.demands()) {
      own.put(
          demand.workload(),
          new HostDemand(
              HostDemands.USUAL.baseCores(),
              demand.cores(),
              demand.pcieGbs(),
              demand.diskGbs(),
              2 * demand.gradientsGbs()));
    }
    return new HostResources(
        new HostCapacity(
            plan.coresPerGpu(),
            plan.pcieGbs(),
            plan.gpusPerSwitch(),
            plan.nicGbs(),
            plan.diskGbs(),
            plan.powerCap()),
        own);
  }

  private static LinearHostContention.Coefficients draw(
      HostContentionPlan.Random plan, String classId, Streams streams) {
    RandomStream stream = streams.stream("host-contention/" + classId);
    return new LinearHostContention.Coefficients(
        plan.maxSensitivity() * stream.nextDouble(),
        plan.minPressure() + (plan.maxPressure() - plan.minPressure()) * stream.nextDouble());
  }

  static WarmUp warmUp(WarmUpPlan plan) {
    if (plan instanceof WarmUpPlan.Until until) {
      return new WarmUp.Fixed(until.timeSeconds());
    }
    if (plan instanceof WarmUpPlan.FirstJobs firstJobs) {
      return new WarmUp.FirstJobs(firstJobs.share());
    }
    if (plan instanceof WarmUpPlan.Window window) {
      return new WarmUp.Window(window.first(), window.last());
    }
    return plan instanceof WarmUpPlan.Mser5 ? new WarmUp.Mser5() : WarmUp.NONE;
  }
}
