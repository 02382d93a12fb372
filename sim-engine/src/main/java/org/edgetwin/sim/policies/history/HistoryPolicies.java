package org.edgetwin.sim.policies.history;

import java.util.List;
import org.edgetwin.sim.policies.KeyedOrdering;
import org.edgetwin.sim.policies.PreemptiveOrdering;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.OrderingFactory;
import org.edgetwin.sim.scheduling.PolicyDescription;
import org.edgetwin.sim.scheduling.PolicyDescription.Parameter;
import org.edgetwin.sim.scheduling.PolicyProvider;

/** Brings the orderings that learn from ended jobs. */
public final class HistoryPolicies implements PolicyProvider {
  private static final List<Parameter> ROLLING =
      List.of(
          new Parameter(
              "rolling",
              "weight of the rolling mean of a user's similar jobs against the regression",
              0.1,
              0,
              1));

  private static final List<Parameter> THRESHOLDS =
      List.of(
          new Parameter(
              "first",
              "service at which a job sinks to the second queue, GPU-seconds",
              3250,
              1e-3,
              1e12),
          new Parameter(
              "second", "and to the third queue; at least first, GPU-seconds", 7200, 1e-3, 1e12));

  @Override
  public List<OrderingFactory> orderings() {
    return List.of(
        OrderingFactory.of(
            PolicyDescription.of(
                    "gittins",
                    "The queues of las; in a queue the largest Gittins index first, by the services"
                        + " of jobs that have ended; preemptive.")
                .alias("tiresias-gittins", "2d-gittins")
                .after("tiresias")
                .with(THRESHOLDS),
            (parameters, streams) ->
                new PreemptiveOrdering(
                    new GittinsKey(parameters.get("first"), parameters.get("second")),
                    "queue and rank in it",
                    Knowledge.NONE)),
        qssf(
            "qssf",
            "Smallest service first as predicted from jobs that have ended; stops at the first"
                + " job that does not fit.",
            true),
        qssf(
            "qssf-fit-first",
            "Smallest service first as predicted from jobs that have ended; skips jobs that do"
                + " not fit.",
            false));
  }

  private static OrderingFactory qssf(String name, String summary, boolean strict) {
    return OrderingFactory.of(
        PolicyDescription.of(name, summary).after("helios").with(ROLLING),
        (parameters, streams) ->
            new KeyedOrdering(
                new QssfKey(parameters.get("rolling")),
                "predicted service, GPU-seconds",
                Knowledge.NONE,
                strict));
  }
}
