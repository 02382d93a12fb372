package org.edgetwin.sim.policies.muri;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.policies.Orderings;
import org.edgetwin.sim.policies.Placements;
import org.edgetwin.sim.policies.ServiceKey;
import org.edgetwin.sim.policies.TiresiasKey;
import org.edgetwin.sim.scheduling.DurationKnowledge;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.OrderingFactory;
import org.edgetwin.sim.scheduling.OrderingPolicy;
import org.edgetwin.sim.scheduling.PolicyDescription;
import org.edgetwin.sim.scheduling.PolicyDescription.Parameter;
import org.edgetwin.sim.scheduling.PolicyParameters;
import org.edgetwin.sim.scheduling.PolicyProvider;
import org.edgetwin.sim.scheduling.Scheduler;
import org.edgetwin.sim.scheduling.SchedulerFactory;
import org.edgetwin.sim.scheduling.TwoStageScheduler;

/** Brings the schedulers of the Muri testbed. */
public final class MuriPolicies implements PolicyProvider {
  private static final List<Parameter> TICKS =
      List.of(
          new Parameter(
              "period",
              "decide at multiples of this only, seconds; 0: whenever something happens",
              0,
              0,
              1e9),
          new Parameter(
              "restart_all",
              "1: every pass restarts the jobs that stay, which pay their restart",
              0,
              0,
              1));

  @Override
  public List<SchedulerFactory> schedulers() {
    return List.of(
        ticked(
            "tick-srtf",
            "srtf that decides on ticks, placed first-fit.",
            DurationKnowledge.ORACLE,
            List.of(),
            (parameters, streams) -> standard("srtf", parameters, streams)),
        ticked(
            "tick-srsf",
            "srsf that decides on ticks, placed first-fit.",
            DurationKnowledge.ORACLE,
            List.of(),
            (parameters, streams) -> standard("srsf", parameters, streams)),
        ticked(
            "tick-tiresias",
            "Tiresias as on Muri's testbed: queues by held time, those who ran first; on ticks.",
            DurationKnowledge.NONE,
            List.of(
                new Parameter(
                    "first",
                    "held GPU-seconds at which a job sinks to the second queue",
                    3250,
                    0,
                    1e12),
                new Parameter(
                    "second", "held GPU-seconds at which it sinks to the third", 7200, 0, 1e12)),
            (parameters, streams) ->
                new HeldServiceQueues(parameters.get("first"), parameters.get("second"))),
        muri(
            "muri-s",
            "Shortest remaining service first; where not all jobs fit, they take turns on GPUs.",
            DurationKnowledge.ORACLE,
            List.of(),
            parameters -> ServiceKey.REMAINING_SERVICE),
        muri(
            "muri-l",
            "The queues of las; where not all jobs fit, they take turns on GPUs.",
            DurationKnowledge.NONE,
            List.of(
                new Parameter(
                    "first",
                    "service at which a job sinks to the second queue, GPU-seconds",
                    3250,
                    0,
                    1e12),
                new Parameter("second", "and to the third queue, GPU-seconds", 7200, 0, 1e12)),
            parameters -> new TiresiasKey(parameters.get("first"), parameters.get("second"))));
  }

  private static SchedulerFactory muri(
      String name,
      String summary,
      DurationKnowledge durations,
      List<Parameter> own,
      Function<PolicyParameters, ServiceKey> urgency) {
    List<Parameter> parameters =
        new ArrayList<>(
            List.of(
                new Parameter("most", "most jobs in a group: 1, 2 or 4", 4, 1, 4),
                new Parameter(
                    "overhead",
                    "by what a period is expected to be longer than an ideal one",
                    1,
                    1,
                    10)));
    parameters.addAll(own);
    return entry(
        name,
        summary,
        durations,
        parameters,
        (values, streams) ->
            new TickedScheduler(
                new Muri(
                    urgency.apply(values),
                    Knowledge.of(values.durations()),
                    Placements.firstFit(),
                    (int) values.get("most"),
                    values.get("overhead"),
                    values.get("restart_all") > 0),
                new Ticks(values.get("period")),
                false));
  }

  private static OrderingPolicy standard(
      String name, PolicyParameters parameters, Streams streams) {
    OrderingFactory factory =
        Orderings.all().stream()
            .filter(candidate -> candidate.describe().name().equals(name))
            .findFirst()
            .orElseThrow();
    return factory.create(
        new PolicyParameters(factory.describe(), parameters.durations(), Map.of()), streams);
  }

  private static SchedulerFactory ticked(
      String name,
      String summary,
      DurationKnowledge durations,
      List<Parameter> own,
      BiFunction<PolicyParameters, Streams, OrderingPolicy> ordering) {
    return entry(
        name,
        summary,
        durations,
        own,
        (parameters, streams) ->
            new TickedScheduler(
                new TwoStageScheduler(ordering.apply(parameters, streams), Placements.firstFit()),
                new Ticks(parameters.get("period")),
                parameters.get("restart_all") > 0));
  }

  private static SchedulerFactory entry(
      String name,
      String summary,
      DurationKnowledge durations,
      List<Parameter> own,
      BiFunction<PolicyParameters, Streams, Scheduler> constructor) {
    return SchedulerFactory.of(
        PolicyDescription.of(name, summary).after("muri").knowing(durations).with(TICKS).with(own),
        constructor);
  }
}
