package org.edgetwin.sim.policies;

import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.scheduling.ClusterView;
import umontreal.ssj.rng.RandomStream;

/** A random place in the order, drawn when the job enters the queue. */
final class RandomKey implements JobKey {
  private final RandomStream stream;

  RandomKey(RandomStream stream) {
    this.stream = stream;
  }

  @Override
  public double of(JobView job, ClusterView view) {
    return stream.nextDouble();
  }

  @Override
  public JobKey copy() {
    return new RandomKey(Streams.copyOf(stream));
  }
}
