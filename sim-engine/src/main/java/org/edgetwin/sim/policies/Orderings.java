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
        OrderingFactory.of(
            PolicyDescription.of(
                    "fifo", "Order of submission; stops at the first job that does not fit.")
                .alias("fifo-strict")
                .withoutStarvation(),
            keyed(JobKey.SUBMISSION, "submission, seconds since the start", true)));
    list.add(
        OrderingFactory.of(
            PolicyDescription.of(
                    "fifo-fit-first", "Order of submission; skips jobs that do not fit.")
                .after("tiresias"),
            keyed(JobKey.SUBMISSION, "submission, seconds since the start", false)));
    list.add(
        OrderingFactory.of(
            PolicyDescription.of(
                "priority",
                "Most urgent first, then order of submission; skips jobs that do not fit."),
            keyed(JobKey.PRIORITY, "priority, negative", false)));
    list.add(
        OrderingFactory.of(
            PolicyDescription.of("sjf", "Shortest job first; skips jobs that do not fit.")
                .knowing(DurationKnowledge.ORACLE),
            keyed(JobKey.SHORTEST, "predicted time, seconds", false)));
    list.add(
        OrderingFactory.of(
            PolicyDescription.of(
                    "sjf-strict", "Shortest job first; stops at the first job that does not fit.")
                .knowing(DurationKnowledge.ORACLE),
            keyed(JobKey.SHORTEST, "predicted time, seconds", true)));
    list.add(
        OrderingFactory.of(
            PolicyDescription.of(
                    "ssf",
                    "Smallest service (duration times GPUs) first; skips jobs that do not fit.")
                .knowing(DurationKnowledge.ORACLE),
            keyed(JobKey.SMALLEST_SERVICE, "predicted service, GPU-seconds", false)));
    list.add(
        OrderingFactory.of(
            PolicyDescription.of(
                    "ssf-strict",
                    "Smallest service first; stops at the first job that does not fit.")
                .knowing(DurationKnowledge.ORACLE),
            keyed(JobKey.SMALLEST_SERVICE, "predicted service, GPU-seconds", true)));
    list.add(
        OrderingFactory.of(
            PolicyDescription.of("srtf", "Shortest remaining time first, preemptive.")
                .after("schrage1968")
                .knowing(DurationKnowledge.ORACLE)
                .with(HYSTERESIS),
            preemptive(ServiceKey.REMAINING_TIME, "predicted time left, seconds")));
    list.add(
        OrderingFactory.of(
            PolicyDescription.of(
                    "srsf", "Shortest remaining service (time times GPUs) first, preemptive.")
                .after("tiresias")
                .knowing(DurationKnowledge.ORACLE)
                .with(HYSTERESIS),
            preemptive(ServiceKey.REMAINING_SERVICE, "predicted service left, GPU-seconds")));
    list.add(
        OrderingFactory.of(
            PolicyDescription.of(
                    "easy",
                    "Order of submission; later jobs may pass a blocked head if they do not delay it.")
                .alias("easy-backfill")
                .after("mualem2001")
                .knowing(DurationKnowledge.LIMIT)
                .withoutStarvation(),
            (parameters, streams) -> new EasyBackfill(parameters.durations())));
    list.add(
        OrderingFactory.of(
            PolicyDescription.of(
                    "conservative",
                    "Every job gets a reservation when it arrives; later jobs delay nobody.")
                .alias("conservative-backfill")
                .after("mualem2001")
                .knowing(DurationKnowledge.LIMIT)
                .withoutStarvation(),
            (parameters, streams) -> new ConservativeBackfill(parameters.durations())));
    list.add(
        OrderingFactory.of(
            PolicyDescription.of(
                    "las",
                    "Least attained service in three queues, preemptive: needs no estimate of durations.")
                .alias("tiresias", "tiresias-2d")
                .after("tiresias")
                .with(TIRESIAS_THRESHOLDS),
            (parameters, streams) ->
                new PreemptiveOrdering(
                    new TiresiasKey(parameters.get("first"), parameters.get("second")),
                    "queue by attained service",
                    Knowledge.NONE)));
    list.add(
        OrderingFactory.of(
            PolicyDescription.of(
                    "wfp3", "Largest (wait / limit)^3 x GPUs first; skips jobs that do not fit.")
                .after("tang2009")
                .knowing(DurationKnowledge.LIMIT),
            (parameters, streams) -> new Wfp3(parameters.durations())));
    list.add(
        OrderingFactory.of(
            PolicyDescription.of(
                "random", "Each job draws its rank when it arrives; skips jobs that do not fit."),
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
}
