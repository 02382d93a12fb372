package org.edgetwin.scenarios;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.edgetwin.gpu.ChainedSpeed;
import org.edgetwin.gpu.ContentionModel;
import org.edgetwin.gpu.HostContention;
import org.edgetwin.gpu.LinearHostContention;
import org.edgetwin.gpu.MeasuredPairs;
import org.edgetwin.gpu.NoContention;
import org.edgetwin.gpu.SpecSheetLaw;
import org.edgetwin.gpu.SpeedModel;
import org.edgetwin.gpu.TimeSlicing;
import org.edgetwin.gpu.UniformSpeed;
import org.edgetwin.scenarios.model.ContentionChoice;
import org.edgetwin.scenarios.model.HostContentionPlan;
import org.edgetwin.scenarios.model.JobSource;
import org.edgetwin.scenarios.model.MachineVariationPlan;
import org.edgetwin.scenarios.model.Scenario;
import org.edgetwin.scenarios.model.SpeedChoice;
import org.edgetwin.scenarios.model.WarmUpPlan;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.WarmUp;
import org.edgetwin.sim.variation.HiddenFactors;
import org.edgetwin.sim.variation.VariationModel;
import umontreal.ssj.rng.RandomStream;

/** Makes the models that a scenario names. */
final class ModelChoices {
  private ModelChoices() {}

  static SpeedModel speeds(SpeedChoice choice) {
    return switch (choice) {
      case GAVEL -> ChainedSpeed.standard();
      case SPEC -> SpecSheetLaw.standard();
      case UNIFORM -> new UniformSpeed();
    };
  }

  static ContentionModel contention(ContentionChoice choice) {
    return switch (choice) {
      case PAIRS -> MeasuredPairs.standard();
      case TIME_SLICING -> new TimeSlicing();
      case NONE -> new NoContention();
    };
  }

  /**
   * The host contention of a replication: what is drawn comes from streams named by class, so that
   * it does not depend on other classes.
   */
  static HostContention hostContention(Scenario scenario, Streams streams) {
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

  private static LinearHostContention.Coefficients draw(
      HostContentionPlan.Random plan, String classId, Streams streams) {
    RandomStream stream = streams.stream("host-contention/" + classId);
    return new LinearHostContention.Coefficients(
        plan.maxSensitivity() * stream.nextDouble(),
        plan.minPressure() + (plan.maxPressure() - plan.minPressure()) * stream.nextDouble());
  }

  static VariationModel variation(MachineVariationPlan plan) {
    return plan instanceof MachineVariationPlan.Hidden hidden
        ? new HiddenFactors(
            hidden.groups(),
            hidden.groupSd(),
            hidden.ownSd(),
            hidden.driftSd(),
            hidden.driftMemorySeconds(),
            hidden.driftStepSeconds(),
            hidden.classSd(),
            hidden.observationSd())
        : VariationModel.NONE;
  }

  static WarmUp warmUp(WarmUpPlan plan) {
    if (plan instanceof WarmUpPlan.Until until) {
      return new WarmUp.Fixed(until.timeSeconds());
    }
    if (plan instanceof WarmUpPlan.FirstJobs firstJobs) {
      return new WarmUp.FirstJobs(firstJobs.share());
    }
    return plan instanceof WarmUpPlan.Mser5 ? new WarmUp.Mser5() : WarmUp.NONE;
  }
}
