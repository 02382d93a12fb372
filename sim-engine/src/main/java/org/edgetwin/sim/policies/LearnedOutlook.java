package org.edgetwin.sim.policies;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.edgetwin.sim.belief.BeliefFactory;
import org.edgetwin.sim.belief.MachineBelief;
import org.edgetwin.sim.belief.Observation;
import org.edgetwin.sim.belief.Prediction;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.EngineNotice;

/** What is believed of machines from the jobs that ended on them. */
public final class LearnedOutlook implements MachineOutlook {
  private static final Set<EngineNotice.Kind> NOTICES =
      EnumSet.of(
          EngineNotice.Kind.JOB_ENDED,
          EngineNotice.Kind.JOB_PREEMPTED,
          EngineNotice.Kind.JOB_REQUEUED);

  private final BeliefFactory factory;
  private final double risk;
  private final Map<String, Integer> indexByClass;

  /** Null until the fleet is known. */
  private MachineBelief belief;

  /**
   * Nothing seen yet.
   *
   * @param risk standard deviations added to the expected slow-down: above 0 avoids machines of
   *     which little is known, below 0 tries them
   */
  public LearnedOutlook(BeliefFactory factory, double risk) {
    this(factory, risk, new HashMap<>(), null);
  }

  private LearnedOutlook(
      BeliefFactory factory, double risk, Map<String, Integer> indexByClass, MachineBelief belief) {
    this.factory = factory;
    this.risk = risk;
    this.indexByClass = indexByClass;
    this.belief = belief;
  }

  @Override
  public double slowdown(JobView job, int node, ClusterView view) {
    Prediction predicted = predict(job, node, view);
    return Math.exp(predicted.mean() + risk * predicted.sd()) / view.hostRetained(job, node);
  }

  /** What a machine is believed to add to what tables of speeds say of a job on it. */
  public Prediction predict(JobView job, int node, ClusterView view) {
    return belief(view).predict(node, classOf(job), view.now());
  }

  private MachineBelief belief(ClusterView view) {
    if (belief == null) {
      belief = factory.create(view.fleet());
    }
    return belief;
  }

  private int classOf(JobView job) {
    // Asked for every job and machine of a pass, so no lambda is made for those that are known.
    Integer known = indexByClass.get(job.workload().id());
    if (known != null) {
      return known;
    }
    int next = indexByClass.size();
    indexByClass.put(job.workload().id(), next);
    return next;
  }

  @Override
  public Set<EngineNotice.Kind> listensTo() {
    return NOTICES;
  }

  /** An attempt is over: its slow-down says something about its machine. */
  @Override
  public void on(EngineNotice notice, ClusterView view) {
    if (notice instanceof EngineNotice.JobEnded ended) {
      // Who ends in the queue has told about its last attempt when that was over.
      if (!ended.wasQueued()) {
        learn(view.job(ended.job()), view);
      }
    } else if (notice instanceof EngineNotice.JobPreempted preempted) {
      learn(view.job(preempted.job()), view);
    } else if (notice instanceof EngineNotice.JobRequeued requeued) {
      learn(view.job(requeued.job()), view);
    }
  }

  private void learn(JobView job, ClusterView view) {
    double slowdown = view.observedSlowdown(job);
    if (slowdown > 0) {
      belief(view)
          .observe(
              new Observation(view.attemptNode(job), classOf(job), view.now(), Math.log(slowdown)));
    }
  }

  @Override
  public LearnedOutlook copy() {
    return new LearnedOutlook(
        factory, risk, new HashMap<>(indexByClass), belief == null ? null : belief.copy());
  }
}
