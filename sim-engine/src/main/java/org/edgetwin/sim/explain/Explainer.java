package org.edgetwin.sim.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.edgetwin.sim.engine.SimulatedCluster;
import org.edgetwin.sim.engine.Simulation;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.metrics.RunResult;
import org.edgetwin.sim.scheduling.Action;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Decision;
import org.edgetwin.sim.scheduling.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Explains what became of one job, by running its simulation twice: once to find the decisions that
 * concern it, once more to stop at those that tell something and to run forks with other choices to
 * their end. Every scheduler can be explained, because other choices are its own: it is asked what
 * it would do had the nodes it took, or the jobs it preferred, not been there.
 */
public final class Explainer {
  private final Supplier<Simulation> simulations;
  private final boolean forks;

  /**
   * @param simulations the same simulation at time 0 every time it is asked
   * @param forks whether other choices are run to their end
   */
  public Explainer(Supplier<Simulation> simulations, boolean forks) {
    this.simulations = simulations;
    this.forks = forks;
  }

  /**
   * Explains a job.
   *
   * @param job finds its place among the records of the run
   * @param limit most decisions told: the first and the last ones
   */
  public Explanation explain(ToIntFunction<List<JobRecord>> job, int limit) {
    Simulation whole = simulations.get().run();
    return explainId(whole.idAt(job.applyAsInt(whole.result().jobs())), limit);
  }

  /**
   * Explains a job.
   *
   * @param job its place among the records of the run: order of submission
   * @param limit most decisions told: the first and the last ones
   */
  public Explanation explain(int job, int limit) {
    return explain(jobs -> job, limit);
  }

  private Explanation explainId(int job, int limit) {
    Simulation first = simulations.get();
    List<Moment> moments = new ArrayList<>();
    int count = watch(first, job, moments);
    RunResult result = first.result();
    return new Explanation(
        result.jobs().get(first.placeOf(job)),
        decisions(job, selected(moments, limit), result),
        count,
        result);
  }

  /** Runs to the end; keeps moments that differ from the one before, and the last one. */
  private static int watch(Simulation simulation, int job, List<Moment> moments) {
    int count = 0;
    Moment last = null;
    int due = simulation.advance();
    for (int step = 0; due != SimulatedCluster.END; step++) {
      ClusterView view = simulation.cluster().observe(due);
      JobView seen = seen(simulation, view, job);
      if (seen == null) {
        simulation.take(due);
      } else {
        boolean queued = JobFate.isQueued(seen);
        boolean before = queued && view.plan().fits(seen);
        Decision decision = simulation.take(due);
        Deed deed = Deed.of(decision, job, queued);
        if (deed != Deed.KEPT) {
          boolean after =
              deed == Deed.WAITED && before && fitsAfter(simulation, due, decision, job);
          Moment moment = new Moment(step, deed, before, after);
          count++;
          if (last == null || !moment.repeats(last)) {
            moments.add(moment);
          }
          last = moment;
        }
      }
      due = simulation.advance();
    }
    return count;
  }

  /** Whether a job fits beside those that are started, even if decisions take time. */
  private static boolean fitsAfter(Simulation simulation, int due, Decision decision, int job) {
    ClusterView view = simulation.cluster().observe(due);
    boolean toCome =
        decision.actions().stream()
            .anyMatch(
                action ->
                    action instanceof Action.Start start
                        && JobFate.isQueued(view.job(start.job())));
    if (!toCome) {
      return view.plan().fits(view.job(job));
    }
    ClusterView later = simulation.fork().cluster().observe(due);
    AlteredDecision.after(List.of(), decision, later);
    return later.plan().fits(later.job(job));
  }

  private static @Nullable JobView seen(Simulation simulation, ClusterView view, int job) {
    if (job >= simulation.cluster().jobCount()) {
      return null;
    }
    JobView seen = view.job(job);
    return seen != null && seen.virtualCluster() == view.virtualCluster() ? seen : null;
  }

  private static List<Moment> selected(List<Moment> moments, int limit) {
    if (moments.size() <= limit) {
      return moments;
    }
    int early = (limit + 1) / 2;
    List<Moment> selected = new ArrayList<>(moments.subList(0, early));
    selected.addAll(moments.subList(moments.size() - (limit - early), moments.size()));
    return selected;
  }

  private List<JobDecision> decisions(int job, List<Moment> moments, RunResult result) {
    List<JobDecision> decisions = new ArrayList<>();
    Simulation simulation = simulations.get();
    int step = 0;
    for (Moment moment : moments) {
      int due = simulation.advance();
      for (; step < moment.step(); step++) {
        simulation.take(due);
        due = simulation.advance();
      }
      decisions.add(decision(simulation, due, job, moment, result));
      step++;
    }
    return decisions;
  }

  private JobDecision decision(
      Simulation simulation, int due, int job, Moment moment, RunResult result) {
    Simulation before = simulation.fork();
    int queueLength = simulation.cluster().observe(due).queuedCount();
    double time = simulation.cluster().now();
    Decision decision = simulation.take(due);
    ClusterView view = before.cluster().observe(due);
    JobFate fate = JobFate.of(decision, job, view);
    String from = JobFate.held(view.job(job), view);
    List<Alternative> alternatives =
        forks ? new SecondChoices(before, due, job, decision, result).find(moment) : List.of();
    // A running job is judged as if its GPUs were free.
    JobView seen = view.job(job);
    if (seen.state().holdsGpus()) {
      view.plan().release(seen);
    }
    Scheduler scheduler = before.scheduler(due);
    List<Room> rooms = new RoomFinder(view, seen).rooms(scheduler.knowledge());
    return new JobDecision(
        time,
        moment.deed(),
        from,
        fate.place(),
        queueLength,
        fate.started(),
        rooms,
        moment.fitAfter(),
        scheduler.terms(seen, view),
        alternatives);
  }
}
