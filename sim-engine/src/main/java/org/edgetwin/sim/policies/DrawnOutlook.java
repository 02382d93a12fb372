package org.edgetwin.sim.policies;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.edgetwin.sim.belief.Prediction;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.EngineNotice;
import umontreal.ssj.probdist.NormalDist;
import umontreal.ssj.rng.RandomStream;

/**
 * Thompson sampling [thompson1933]: every attempt of a job judges each machine by one draw from
 * what is believed of its level, so that a machine is tried as often as it may be the best. A draw
 * is a quantile, kept while the job waits, and so moves with the belief; machines are drawn apart,
 * though beliefs may tie them together.
 */
final class DrawnOutlook implements MachineOutlook {
  private final LearnedOutlook belief;
  private final RandomStream stream;

  /** Standard normal draws by machine, of jobs that have not ended. Never changed once drawn. */
  private final Map<Integer, double[]> drawsByJob;

  DrawnOutlook(LearnedOutlook belief, RandomStream stream) {
    this(belief, stream, new HashMap<>());
  }

  private DrawnOutlook(
      LearnedOutlook belief, RandomStream stream, Map<Integer, double[]> drawsByJob) {
    this.belief = belief;
    this.stream = stream;
    this.drawsByJob = drawsByJob;
  }

  @Override
  public double slowdown(JobView job, int node, ClusterView view) {
    double[] draws = drawsByJob.get(job.id());
    if (draws == null) {
      draws = draw(view.fleet().nodeCount());
      drawsByJob.put(job.id(), draws);
    }
    Prediction predicted = belief.predict(job, node, view);
    return Math.exp(predicted.mean() + draws[node] * predicted.levelSd())
        / view.hostRetained(job, node);
  }

  private double[] draw(int count) {
    double[] draws = new double[count];
    for (int i = 0; i < count; i++) {
      draws[i] = NormalDist.inverseF01(stream.nextDouble());
    }
    return draws;
  }

  @Override
  public Set<EngineNotice.Kind> listensTo() {
    return belief.listensTo();
  }

  /** An attempt is over: the next one draws anew. */
  @Override
  public void on(EngineNotice notice, ClusterView view) {
    belief.on(notice, view);
    if (notice instanceof EngineNotice.JobEnded ended) {
      drawsByJob.remove(ended.job());
    } else if (notice instanceof EngineNotice.JobPreempted preempted) {
      drawsByJob.remove(preempted.job());
    } else if (notice instanceof EngineNotice.JobRequeued requeued) {
      drawsByJob.remove(requeued.job());
    }
  }

  @Override
  public DrawnOutlook copy() {
    return new DrawnOutlook(belief.copy(), Streams.copyOf(stream), new HashMap<>(drawsByJob));
  }
}
