package org.edgetwin.sim.policies.sharing;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.policies.Placements;
import org.edgetwin.sim.scheduling.DurationKnowledge;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.PlacementFactory;
import org.edgetwin.sim.scheduling.PlacementPolicy;
import org.edgetwin.sim.scheduling.PolicyDescription;
import org.edgetwin.sim.scheduling.PolicyDescription.Parameter;
import org.edgetwin.sim.scheduling.PolicyParameters;
import org.edgetwin.sim.scheduling.PolicyProvider;
import org.edgetwin.sim.scheduling.Scheduler;
import org.edgetwin.sim.scheduling.SchedulerFactory;

/** Brings the schedulers that pack gangs in pairs. */
public final class SharingPolicies implements PolicyProvider {
  private static final Parameter[] GANDIVA = {
    new Parameter("slice", "least time a job runs before others get its GPUs, seconds", 60, 1, 1e9),
    new Parameter("trial", "time after which a speed or a pair is judged, seconds", 60, 1, 1e9),
    new Parameter("gain", "what a pair must keep together of two speeds alone", 1, 0, 2)
  };

  @Override
  public List<SchedulerFactory> schedulers() {
    return List.of(
        entry(
            "gandiva",
            "Time slices, pairs of gangs by trial, migration; learns speeds as jobs run.",
            "gandiva2018",
            List.of(GANDIVA),
            (parameters, streams) ->
                new Gandiva(
                    consolidate(streams),
                    parameters.get("slice"),
                    parameters.get("trial"),
                    parameters.get("gain"))));
  }

  private static PlacementPolicy consolidate(Streams streams) {
    PlacementFactory factory =
        Placements.all().stream()
            .filter(candidate -> candidate.describe().name().equals("consolidate"))
            .findFirst()
            .orElseThrow();
    return factory.create(
        new PolicyParameters(factory.describe(), DurationKnowledge.NONE, Map.of()), streams);
  }

  private static SchedulerFactory entry(
      String name,
      String summary,
      String reference,
      List<Parameter> parameters,
      BiFunction<PolicyParameters, Streams, Scheduler> constructor) {
    PolicyDescription description =
        new PolicyDescription(
            name,
            List.of(),
            summary,
            reference,
            Knowledge.NONE,
            false,
            parameters,
            PolicyDescription.FileUse.NONE);
    return new SchedulerFactory() {
      @Override
      public PolicyDescription describe() {
        return description;
      }

      @Override
      public Scheduler create(PolicyParameters values, Streams streams) {
        return constructor.apply(values, streams);
      }
    };
  }
}
