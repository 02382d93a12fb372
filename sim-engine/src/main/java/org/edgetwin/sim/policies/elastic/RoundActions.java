package org.edgetwin.sim.policies.elastic;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.Action;
import org.edgetwin.sim.scheduling.Slice;

/** What it takes to get from the gangs that are held to those that were planned. */
final class RoundActions {
  private final Round round;
  private final List<Action> stops = new ArrayList<>();
  private final List<Action> resizes = new ArrayList<>();
  private final List<Action> starts = new ArrayList<>();

  RoundActions(Round round) {
    this.round = round;
    round.jobs().forEach(this::change);
  }

  private void change(JobView job) {
    Gang gang = round.gang(job);
    if (job.state().holdsGpus()) {
      if (gang == null) {
        stops.add(new Action.Preempt(job.id()));
      } else if (!isAsNow(job, gang)) {
        resizes.add(new Action.Resize(job.id(), gang.placement(), gang.batch()));
      }
    } else if (gang != null) {
      starts.add(new Action.Start(job.id(), gang.placement()));
      if (job.elasticity() != null && gang.batch() != round.view().batch(job)) {
        starts.add(new Action.Resize(job.id(), gang.placement(), gang.batch()));
      }
    }
  }

  private boolean isAsNow(JobView job, Gang gang) {
    List<Slice> held = round.held(job);
    return held.equals(gang.slices()) && gang.batch() == round.view().batch(job);
  }

  /** Preemptions come first, so that everything else finds its GPUs free. */
  void append(List<Action> actions, List<Action> rigidStarts) {
    actions.addAll(stops);
    actions.addAll(resizes);
    actions.addAll(rigidStarts);
    actions.addAll(starts);
  }
}
