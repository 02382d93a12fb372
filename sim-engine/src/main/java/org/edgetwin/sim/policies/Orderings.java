package org.edgetwin.sim.policies;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.scheduling.DurationKnowledge;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.OrderingFactory;
import org.edgetwin.sim.scheduling.OrderingPolicy;
import org.edgetwin.sim.scheduling.PolicyDescription;
import org.edgetwin.sim.scheduling.PolicyDescription.Parameter;
import org.edgetwin.sim.scheduling.PolicyParameters;

/** The heuristic orderings by name. */
public final class Orderings {
  private static final List<Parameter> HYSTERESIS =
      List.of(
          new Parameter(
              "hysteresis",
              "share of its key that a job with GPUs is forgiven, so that it is preempted less",
              0,
              0,
              0.99));

  private static final List<Parameter> TIRESIAS_THRESHOLDS =
      List.of(
          new Parameter(
              "first",
              "service at which a job sinks to the second queue, GPU-seconds",
              3250,
              0,
              1e12),
          new Parameter(
              "second",
              "service at which a job sinks to the third queue, GPU-seconds",
              7200,
              0,
              1e12));

  private Orderings() {}

  /** All of them, in the order in which they are listed to users. */
  public static List<OrderingFactory> all() {
    List<OrderingFactory> list = new ArrayList<>();
    list.add(
        entry(
            "fifo",
            List.of("fifo-strict"),
            "Order of submission; stops at the first job that does not fit.",
            "",
            DurationKnowledge.NONE,
            true,
            List.of(),
            keyed(JobKey.SUBMISSION, "", true)));
    list.add(
        entry(
            "fifo-fit-first",
            List.of(),
            "Order of submission; skips jobs that do not fit.",
            "tiresias",
            DurationKnowledge.NONE,
            false,
            List.of(),
            keyed(JobKey.SUBMISSION, "", false)));
    list.add(
        entry(
            "priority",
            List.of(),
            "Most urgent first, then order of submission; skips jobs that do not fit.",
            "",
            DurationKnowledge.NONE,
            false,
            List.of(),
            keyed(JobKey.PRIORITY, "priority, negative", false)));
    list.add(
        entry(
            "sjf",
            List.of(),
            "Shortest job first; skips jobs that do not fit.",
            "",
            DurationKnowledge.ORACLE,
            false,
            List.of(),
            keyed(JobKey.SHORTEST, "predicted time, seconds", false)));
    list.add(
        entry(
            "sjf-strict",
            List.of(),
            "Shortest job first; stops at the first job that does not fit.",
            "",
            DurationKnowledge.ORACLE,
            false,
            List.of(),
            keyed(JobKey.SHORTEST, "predicted time, seconds", true)));
    list.add(
        entry(
            "ssf",
            List.of(),
            "Smallest service (duration times GPUs) first; skips jobs that do not fit.",
            "",
            DurationKnowledge.ORACLE,
            false,
            List.of(),
            keyed(JobKey.SMALLEST_SERVICE, "predicted service, GPU-seconds", false)));
    list.add(
        entry(
            "ssf-strict",
            List.of(),
            "Smallest service first; stops at the first job that does not fit.",
            "",
            DurationKnowledge.ORACLE,
            false,
            List.of(),
            keyed(JobKey.SMALLEST_SERVICE, "predicted service, GPU-seconds", true)));
    list.add(
        entry(
            "srtf",
            List.of(),
            "Shortest remaining time first, preemptive.",
            "schrage1968",
            DurationKnowledge.ORACLE,
            false,
            HYSTERESIS,
            preemptive(ServiceKey.REMAINING_TIME, "predicted time left, seconds")));
    list.add(
        entry(
            "srsf",
            List.of(),
            "Shortest remaining service (time times GPUs) first, preemptive.",
            "tiresias",
            DurationKnowledge.ORACLE,
            false,
            HYSTERESIS,
            preemptive(ServiceKey.REMAINING_SERVICE, "predicted service left, GPU-seconds")));
    list.add(
        entry(
            "easy",
            List.of("easy-backfill"),
            "Order of submission; later jobs may pass a blocked head if they do not delay it.",
            "mualem2001",
            DurationKnowledge.LIMIT,
            true,
            List.of(),
            (parameters, streams) -> new EasyBackfill(parameters.durations())));
    list.add(
        entry(
            "conservative",
            List.of("conservative-backfill"),
            "Every job gets a reservation when it arrives; later jobs delay nobody.",
            "mualem2001",
            DurationKnowledge.LIMIT,
            true,
            List.of(),
            (parameters, streams) -> new ConservativeBackfill(parameters.durations())));
    list.add(
        entry(
            "las",
            List.of("tiresias", "tiresias-2d"),
            "Least attained service in three queues, preemptive: needs no estimate of durations.",
            "tiresias",
            DurationKnowledge.NONE,
            false,
            TIRESIAS_THRESHOLDS,
            (parameters, streams) ->
                new PreemptiveOrdering(
                    new TiresiasKey(parameters.get("first"), parameters.get("second")),
                    "queue by attained service",
                    Knowledge.NONE)));
    list.add(
        entry(
            "wfp3",
            List.of(),
            "Largest (wait / limit)^3 x GPUs first; skips jobs that do not fit.",
            "tang2009",
            DurationKnowledge.LIMIT,
            false,
            List.of(),
            (parameters, streams) -> new Wfp3(parameters.durations())));
    list.add(
        entry(
            "random",
            List.of(),
            "Each job draws its rank when it arrives; skips jobs that do not fit.",
            "",
            DurationKnowledge.NONE,
            false,
            List.of(),
            (parameters, streams) ->
                new KeyedOrdering(
                    new RandomKey(streams.stream("ordering")), "", Knowledge.NONE, false)));
    return list;
  }

  private static BiFunction<PolicyParameters, Streams, OrderingPolicy> keyed(
      JobKey key, String meaning, boolean strict) {
    return (parameters, streams) ->
        new KeyedOrdering(key, meaning, Knowledge.of(parameters.durations()), strict);
  }

  private static BiFunction<PolicyParameters, Streams, OrderingPolicy> preemptive(
      ServiceKey key, String meaning) {
    return (parameters, streams) ->
        new PreemptiveOrdering(
            key.withHysteresis(parameters.get("hysteresis")),
            meaning,
            Knowledge.of(parameters.durations()));
  }

  private static OrderingFactory entry(
      String name,
      List<String> aliases,
      String summary,
      String reference,
      DurationKnowledge durations,
      boolean starvationFree,
      List<Parameter> parameters,
      BiFunction<PolicyParameters, Streams, OrderingPolicy> constructor) {
    PolicyDescription description =
        new PolicyDescription(
            name,
            aliases,
            summary,
            reference,
            Knowledge.of(durations),
            starvationFree,
            parameters,
            PolicyDescription.FileUse.NONE);
    return OrderingFactory.of(description, constructor);
  }
}
