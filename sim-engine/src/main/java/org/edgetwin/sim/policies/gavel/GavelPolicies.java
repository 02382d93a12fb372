package org.edgetwin.sim.policies.gavel;

import java.util.List;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.optimize.LinearSolver;
import org.edgetwin.sim.optimize.Matching;
import org.edgetwin.sim.optimize.SolverMeter;
import org.edgetwin.sim.scheduling.DurationKnowledge;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.PolicyDescription;
import org.edgetwin.sim.scheduling.PolicyDescription.Parameter;
import org.edgetwin.sim.scheduling.PolicyParameters;
import org.edgetwin.sim.scheduling.PolicyProvider;
import org.edgetwin.sim.scheduling.SchedulerFactory;
import org.edgetwin.sim.scheduling.SpeedKnowledge;

/** Brings the schedulers that run in Gavel's rounds. */
public final class GavelPolicies implements PolicyProvider {
  private static final Knowledge SPEEDS =
      new Knowledge(DurationKnowledge.NONE, SpeedKnowledge.MATRIX);

  private static final Knowledge DURATIONS_AND_SPEEDS =
      new Knowledge(DurationKnowledge.ORACLE, SpeedKnowledge.MATRIX);

  private static final List<Parameter> ROUNDS =
      List.of(
          new Parameter("round", "longest round, seconds", 360, 1, 1e6),
          new Parameter("reset", "least time between two plans, seconds", 1920, 0, 1e9),
          new Parameter(
              "idle",
              "how long jobs without a plan wait for an arrival while nothing runs, seconds",
              1920,
              1,
              1e9));
  private static final Parameter PACK =
      new Parameter(
          "pack",
          "with how many others a job may share its GPUs, on each type; 0: none",
          0,
          0,
          1000);
  private static final Parameter PLAN =
      new Parameter("plan", "1: leftover GPUs go only to jobs that have a share there", 0, 0, 1);

  /** Makes a policy whose solver has a meter. */
  private interface Maker {
    SharePolicy make(PolicyParameters values, Streams streams, SolverMeter meter);
  }

  @Override
  public List<SchedulerFactory> schedulers() {
    return List.of(
        entry(
            "gavel-fifo",
            "First come first served in Gavel's rounds, each job on the fastest type with room.",
            SPEEDS,
            List.of(),
            (parameters, streams, meter) -> new FastestFifoShares()),
        entry(
            "gavel-fifo-agnostic",
            "First come first served in Gavel's rounds, each job on the first type with room.",
            Knowledge.NONE,
            List.of(new Parameter("random", "1: on any type with room", 0, 0, 1)),
            (parameters, streams, meter) ->
                new FifoShares(parameters.get("random") == 0 ? null : streams.stream("types"))),
        entry(
            "gavel-las",
            "Gavel's max-min fairness: equal speed-ups over a share of all GPU types.",
            SPEEDS,
            List.of(PLAN, PACK),
            (parameters, streams, meter) -> las(SPEEDS, parameters, meter)),
        entry(
            "gavel-las-agnostic",
            "Gavel's max-min fairness for a scheduler to which all GPU types look alike.",
            Knowledge.NONE,
            List.of(PLAN),
            (parameters, streams, meter) -> new EvenSpread(las(Knowledge.NONE, parameters, meter))),
        entry(
            "gavel-ftf",
            "Gavel's finish-time fairness: the least greatest delay over having 1/n of the cluster.",
            DURATIONS_AND_SPEEDS,
            List.of(PLAN, PACK),
            (parameters, streams, meter) ->
                new FinishTimeShares(
                    knowledge(parameters, SpeedKnowledge.MATRIX),
                    solver(meter),
                    fills(parameters))),
        entry(
            "gavel-ftf-agnostic",
            "Gavel's finish-time fairness for a scheduler to which all GPU types look alike.",
            Knowledge.of(DurationKnowledge.ORACLE),
            List.of(PLAN),
            (parameters, streams, meter) ->
                new EvenSpread(
                    new FinishTimeShares(
                        knowledge(parameters, SpeedKnowledge.NONE),
                        solver(meter),
                        fills(parameters)))),
        entry(
            "gavel-makespan",
            "Gavel's least makespan: the jobs in the system end together, as early as possible.",
            DURATIONS_AND_SPEEDS,
            List.of(PLAN, PACK),
            (parameters, streams, meter) ->
                new MakespanShares(
                    knowledge(parameters, SpeedKnowledge.MATRIX),
                    solver(meter),
                    fills(parameters))),
        entry(
            "gavel-makespan-agnostic",
            "Gavel's least makespan for a scheduler to which all GPU types look alike.",
            Knowledge.of(DurationKnowledge.ORACLE),
            List.of(PLAN),
            (parameters, streams, meter) ->
                new EvenSpread(
                    new MakespanShares(
                        knowledge(parameters, SpeedKnowledge.NONE),
                        solver(meter),
                        fills(parameters)))),
        entry(
            "gavel-cost",
            "Gavel's cost policy: the greatest sum of speed over price, with deadlines kept.",
            DURATIONS_AND_SPEEDS,
            List.of(PLAN, PACK),
            (parameters, streams, meter) ->
                new CostShares(knowledge(parameters, SpeedKnowledge.MATRIX), solver(meter))),
        entry(
            "gavel-cost-agnostic",
            "Gavel's cost policy for a scheduler to which all GPU types look alike.",
            Knowledge.of(DurationKnowledge.ORACLE),
            List.of(PLAN),
            (parameters, streams, meter) ->
                new CostShares(knowledge(parameters, SpeedKnowledge.NONE), solver(meter))),
        rounds(
            PolicyDescription.of(
                    "gavel-allox",
                    "AlloX in Gavel's rounds: a matching of jobs to machines for the least mean"
                        + " JCT.")
                .alias("allox")
                .after("allox2020")
                .knowing(DURATIONS_AND_SPEEDS),
            List.of(
                PLAN,
                new Parameter("alpha", "share of the waiting jobs that is matched", 1, 0, 1),
                new Parameter("depth", "most jobs in the order of one machine", 16, 1, 1000)),
            (parameters, streams, meter) ->
                new AlloxShares(
                    parameters.durations(),
                    parameters.get("alpha"),
                    (int) parameters.get("depth"),
                    Matching.standard().metered(meter))));
  }

  private static SharePolicy las(
      Knowledge knowledge, PolicyParameters parameters, SolverMeter meter) {
    return new LasShares(knowledge, solver(meter), fills(parameters));
  }

  private static Knowledge knowledge(PolicyParameters parameters, SpeedKnowledge speeds) {
    return new Knowledge(parameters.durations(), speeds);
  }

  private static LinearSolver solver(SolverMeter meter) {
    return LinearSolver.standard().metered(meter);
  }

  private static boolean fills(PolicyParameters parameters) {
    return parameters.get("plan") == 1;
  }

  private static SchedulerFactory entry(
      String name, String summary, Knowledge knowledge, List<Parameter> own, Maker maker) {
    return rounds(
        PolicyDescription.of(name, summary).after("gavel").knowing(knowledge), own, maker);
  }

  private static SchedulerFactory rounds(
      PolicyDescription description, List<Parameter> own, Maker maker) {
    return SchedulerFactory.of(
        description.with(ROUNDS).with(own),
        (values, streams) -> {
          RoundRules rules =
              new RoundRules(
                  values.get("round"),
                  values.get("reset"),
                  values.get("idle"),
                  own.contains(PLAN) && values.get("plan") == 1,
                  own.contains(PACK) ? (int) values.get("pack") : 0);
          SolverMeter meter = new SolverMeter();
          return new RoundScheduler(
              maker.make(values, streams, meter), rules, meter, streams.stream("type-order"));
        });
  }
}
