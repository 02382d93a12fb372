package org.edgetwin.sim.policies.elastic;

import java.util.List;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.optimize.LinearSolver;
import org.edgetwin.sim.optimize.SolverMeter;
import org.edgetwin.sim.scheduling.DurationKnowledge;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.PolicyDescription;
import org.edgetwin.sim.scheduling.PolicyDescription.Parameter;
import org.edgetwin.sim.scheduling.PolicyParameters;
import org.edgetwin.sim.scheduling.PolicyProvider;
import org.edgetwin.sim.scheduling.SchedulerFactory;
import org.edgetwin.sim.scheduling.SpeedKnowledge;

/** Brings the schedulers that change the gangs of elastic jobs. */
public final class ElasticPolicies implements PolicyProvider {
  private static final Knowledge GOODPUTS =
      new Knowledge(DurationKnowledge.NONE, SpeedKnowledge.MATRIX);
  private static final Parameter RESTART =
      new Parameter("restart", "what a restart costs as far as it knows, seconds", 30, 0, 1e6);

  /** Makes a planner; its solver, if it has one, is to be metered. */
  private interface Maker {
    GangPlanner make(PolicyParameters values, Streams streams, SolverMeter meter);
  }

  private static Parameter period(double seconds) {
    return new Parameter("period", "time from one round to the next, seconds", seconds, 1, 1e6);
  }

  @Override
  public List<SchedulerFactory> schedulers() {
    return List.of(
        rounds(
            PolicyDescription.of(
                    "equal-shares",
                    "Every elastic job gets as many GPUs as the others, planned anew in rounds.")
                .with(period(60)),
            (parameters, streams, meter) -> new EqualShares()),
        rounds(
            PolicyDescription.of(
                    "optimus",
                    "Each GPU goes to the elastic job whose remaining time it shortens most.")
                .after("optimus2018")
                .knowing(new Knowledge(DurationKnowledge.NOISY, SpeedKnowledge.MATRIX))
                .with(period(600)),
            (parameters, streams, meter) -> new Optimus(parameters.durations())),
        rounds(
            PolicyDescription.of(
                    "pollux",
                    "Gangs and batches of elastic jobs by a genetic search for the best mean of goodputs.")
                .after("pollux2021")
                .knowing(GOODPUTS)
                .with(
                    period(60),
                    RESTART,
                    new Parameter("population", "assignments in a generation", 40, 2, 1000),
                    new Parameter("generations", "generations of a round", 40, 1, 1000)),
            (parameters, streams, meter) ->
                new Pollux(
                    (int) parameters.get("population"),
                    (int) parameters.get("generations"),
                    parameters.get("restart"),
                    streams.stream("genetic-search"))),
        rounds(
            PolicyDescription.of(
                    "sia",
                    "GPU type, gang and batch of elastic jobs, and the type of rigid ones, by an integer"
                        + " program over goodputs.")
                .after("sia2023")
                .knowing(GOODPUTS)
                .with(
                    period(60),
                    RESTART,
                    new Parameter(
                        "power", "exponent of the goodputs: below 0 is fairer", -0.5, -10, -0.01),
                    new Parameter("idle", "what a job without GPUs counts", 1.1, 0, 1000)),
            (parameters, streams, meter) ->
                new Sia(
                    LinearSolver.standard(Sia.GAP).metered(meter),
                    parameters.get("power"),
                    parameters.get("idle"),
                    parameters.get("restart"))));
  }

  private static SchedulerFactory rounds(PolicyDescription description, Maker maker) {
    return SchedulerFactory.of(
        description,
        (values, streams) -> {
          SolverMeter meter = new SolverMeter();
          return new ElasticRounds(maker.make(values, streams, meter), values.get("period"), meter);
        });
  }
}
