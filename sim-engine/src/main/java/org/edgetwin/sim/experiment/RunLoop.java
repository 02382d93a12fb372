package org.edgetwin.sim.experiment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.edgetwin.sim.engine.Simulation;
import org.edgetwin.sim.metrics.MetricCalculator;
import org.edgetwin.sim.metrics.MetricValues;
import org.edgetwin.sim.metrics.RunResult;
import org.edgetwin.sim.metrics.ServiceFigures;
import org.edgetwin.sim.metrics.ServiceResult;
import org.edgetwin.sim.optimize.SolverMeter;
import org.edgetwin.sim.scheduling.Scheduler;

/** Executes one run on the calling thread, with a clock beside it that the engine never sees. */
final class RunLoop {
  private static final int STEPS_BETWEEN_LOOKS = 256;
  private static final double NANOS_PER_SECOND = 1e9;

  private final ProgressMeter meter;
  private final BooleanSupplier stop;

  /**
   * @param stop whether the run shall end now
   */
  RunLoop(ProgressMeter meter, BooleanSupplier stop) {
    this.meter = meter;
    this.stop = stop;
  }

  RunOutcome execute(RunFactory factory, RunRequest request) {
    PreparedRun prepared = factory.create(request.key().scheduler(), request.key().replication());
    DecisionTimer timer = new DecisionTimer();
    Simulation simulation = prepared.simulation(copy -> new TimedScheduler(copy, timer));
    long begin = System.nanoTime();
    boolean complete = runToEnd(simulation, prepared.expectedEndTime());
    double wallSeconds = (System.nanoTime() - begin) / NANOS_PER_SECOND;
    RunResult result = simulation.result();
    MetricValues values =
        new MetricCalculator(prepared.economics(), prepared.warmUp())
            .compute(result)
            .withWallClock(timer.p99Microseconds(), wallSeconds);
    SolverMeter solvers = solvers(prepared);
    if (solvers.solveCount() > 0) {
      values =
          values.withSolver(solvers.solveCount(), solvers.largestGap(), solvers.totalSeconds());
    }
    return new RunOutcome(
        request.key(),
        values,
        services(result),
        request.boundsWanted()
            ? LowerBoundCalculator.compute(prepared, result, values.measured())
            : LowerBounds.UNKNOWN,
        request.keepsResult() ? result : null,
        complete);
  }

  /** The copies that ran have counted on the meters of those they were copied from. */
  private static SolverMeter solvers(PreparedRun prepared) {
    SolverMeter sum = new SolverMeter();
    for (Scheduler scheduler : prepared.schedulers()) {
      SolverMeter meter = scheduler.solverMeter();
      if (meter != null) {
        sum.add(meter);
      }
    }
    return sum;
  }

  private static Map<String, ServiceFigures> services(RunResult result) {
    Map<String, ServiceFigures> services = new LinkedHashMap<>();
    for (ServiceResult service : result.services()) {
      services.put(service.terms().name(), ServiceFigures.of(service, result.endTime()));
    }
    return services;
  }

  private boolean runToEnd(Simulation simulation, double expectedEndTime) {
    ProgressMeter.Share share = meter.begin(expectedEndTime);
    boolean complete = true;
    for (int steps = 1; simulation.step(); steps++) {
      if (steps % STEPS_BETWEEN_LOOKS == 0) {
        share.advance(simulation.cluster().now(), eventCount(simulation));
        if (stop.getAsBoolean()) {
          complete = false;
          break;
        }
      }
    }
    share.end(simulation.cluster().now(), eventCount(simulation));
    return complete;
  }

  private static long eventCount(Simulation simulation) {
    return simulation.cluster().kernel().eventCount();
  }
}
