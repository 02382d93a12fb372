package org.edgetwin.sim.scheduling;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.OrderingPolicy.Outcome;

/**
 * One pass of a preemptive ordering: walk all jobs in the system in order, admit what fits, preempt
 * the rest.
 *
 * <p>In a pool only the number of GPUs counts: jobs are admitted by count first, then the admitted
 * ones get the GPUs that the preempted ones leave. Elsewhere it matters which GPUs: a queued job
 * that does not fit beside the running ones may take those of any running job that comes after it;
 * a running job stays if nobody before it took a part of its GPUs.
 */
final class PreemptivePass {
  private final OrderingPolicy ordering;
  private final PlacementPolicy placement;
  private final BitSet released = new BitSet();
  private final BitSet visited = new BitSet();
  private ClusterView view;
  private List<Action> preemptions;
  private List<Action> starts;

  PreemptivePass(OrderingPolicy ordering, PlacementPolicy placement) {
    this.ordering = ordering;
    this.placement = placement;
  }

  List<Action> run(ClusterView clusterView) {
    view = clusterView;
    preemptions = new ArrayList<>();
    starts = new ArrayList<>();
    if (view.isPool() && !placement.mayWait()) {
      walkPool();
    } else {
      walkNodes();
    }
    preemptions.addAll(starts);
    return preemptions;
  }

  private void walkPool() {
    int[] budget = {view.freeGpus()};
    view.forEachRunning(id -> budget[0] += view.job(id).gpus());
    List<JobView> admitted = new ArrayList<>();
    visited.clear();
    int id;
    while (budget[0] > 0 && (id = ordering.next()) != OrderingPolicy.NONE) {
      JobView job = view.job(id);
      boolean fits = job.gpus() <= budget[0];
      if (fits) {
        budget[0] -= job.gpus();
        visited.set(id);
        if (!job.state().holdsGpus()) {
          admitted.add(job);
        }
      }
      // The GPUs of an admitted job are chosen below, when the preempted ones are out of the way.
      ordering.outcome(id, fits ? Outcome.PLACED : Outcome.MISFIT, null);
    }
    if (!admitted.isEmpty()) {
      view.forEachRunning(this::preemptUnlessVisited);
      admitted.forEach(this::placeAdmitted);
    }
  }

  private void preemptUnlessVisited(int id) {
    if (!visited.get(id)) {
      view.plan().release(view.job(id));
      preemptions.add(new Action.Preempt(id));
    }
  }

  private void placeAdmitted(JobView job) {
    if (!(placement.choose(job, view) instanceof Placement gpus)) {
      throw new IllegalStateException(
          "Job "
              + job.name()
              + " was admitted to a pool, but the placement policy finds no GPUs for it.");
    }
    start(job, gpus);
    ordering.located(job.id(), gpus);
  }

  private void start(JobView job, Placement gpus) {
    view.plan().take(job, gpus);
    starts.add(new Action.Start(job.id(), gpus));
  }

  private void walkNodes() {
    released.clear();
    visited.clear();
    int id;
    while ((id = ordering.next()) != OrderingPolicy.NONE) {
      JobView job = view.job(id);
      if (job.state().holdsGpus()) {
        visited.set(id);
        keepOrPreempt(job);
      } else {
        propose(job);
      }
    }
  }

  /**
   * A running job keeps its GPUs, or moves if somebody before it took a part of them, or is
   * preempted.
   */
  private void keepOrPreempt(JobView job) {
    if (!released.get(job.id()) || view.plan().hold(job) || holdOverLaterJobs(job)) {
      released.clear(job.id());
      ordering.outcome(job.id(), Outcome.PLACED, null);
      return;
    }
    preemptions.add(new Action.Preempt(job.id()));
    propose(job);
  }

  private void propose(JobView job) {
    PlacementChoice choice =
        placement.mayWait() ? PlacementChoice.MISFIT : placement.choose(job, view);
    if (choice instanceof Placement gpus) {
      start(job, gpus);
    } else {
      choice = chooseOverLaterJobs(job);
    }
    if (choice instanceof Placement gpus) {
      ordering.outcome(job.id(), Outcome.PLACED, gpus);
    } else {
      boolean waits = choice instanceof PlacementChoice.Wait;
      ordering.outcome(job.id(), waits ? Outcome.WAITS : Outcome.MISFIT, null);
    }
  }

  /** Looks for GPUs as if the running jobs that come later in the order were gone. */
  private PlacementChoice chooseOverLaterJobs(JobView job) {
    int mark = view.plan().mark();
    List<JobView> lifted = liftLaterJobs();
    PlacementChoice choice = placement.choose(job, view);
    if (!(choice instanceof Placement gpus)) {
      view.plan().undo(mark);
      return choice;
    }
    start(job, gpus);
    holdBack(lifted);
    return choice;
  }

  /** Takes back what a running job held if only running jobs that come later are in the way. */
  private boolean holdOverLaterJobs(JobView job) {
    int mark = view.plan().mark();
    List<JobView> lifted = liftLaterJobs();
    if (!view.plan().hold(job)) {
      view.plan().undo(mark);
      return false;
    }
    holdBack(lifted);
    return true;
  }

  private List<JobView> liftLaterJobs() {
    List<JobView> lifted = new ArrayList<>();
    view.forEachRunning(
        id -> {
          if (!visited.get(id) && !released.get(id)) {
            view.plan().release(view.job(id));
            lifted.add(view.job(id));
          }
        });
    return lifted;
  }

  private void holdBack(List<JobView> lifted) {
    for (JobView other : lifted) {
      if (!view.plan().hold(other)) {
        released.set(other.id());
      }
    }
  }
}
