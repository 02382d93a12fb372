package org.edgetwin.sim.policies.history;

import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.policies.JobKey;
import org.edgetwin.sim.scheduling.ClusterView;

/**
 * Quasi-shortest service first [helios]: predicted duration times gang, smallest first; the
 * prediction is made when the job enters the queue, from jobs that ended before.
 *
 * <p>A job's duration is the work that it had done when it ended, whatever the reason, in seconds
 * of the reference GPU.
 *
 * <p>Differs from [helios]: a ridge regression, learned as jobs end, takes the place of gradient
 * boosting on earlier months; names are compared by edit distance. What is known of the submission
 * is what {@link DurationPredictor} lists.
 */
final class QssfKey implements JobKey {
  private final DurationPredictor predictor;

  QssfKey(double rollingWeight) {
    this(new DurationPredictor(rollingWeight));
  }

  private QssfKey(DurationPredictor predictor) {
    this.predictor = predictor;
  }

  @Override
  public double of(JobView job, ClusterView view) {
    return Math.exp(predictor.predict(job, view.now())) * job.gpus();
  }

  @Override
  public void ended(JobView job, ClusterView view, boolean wasQueued) {
    if (wasQueued || job.gpus() == 0) {
      predictor.forget(job);
    } else {
      predictor.ended(job, view.attainedService(job) / job.gpus());
    }
  }

  @Override
  public JobKey copy() {
    return new QssfKey(predictor.copy());
  }
}
