package org.edgetwin.sim.policies.history;

import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.policies.ServiceKey;
import org.edgetwin.sim.policies.TiresiasKey;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Placement;

/**
 * Two-dimensional Gittins index [tiresias]: the queues of {@link TiresiasKey}, and inside a queue
 * the largest Gittins index first. The distribution of services is that of the jobs of the virtual
 * cluster that have ended in this run; until one has, it is least attained service.
 *
 * <p>The quantum of a queue is its width, of the last one infinite. Indices are those of the last
 * fit; the services are fitted again whenever their number has grown by a twentieth, so all fits
 * together cost O(n log n). A job whose service exceeds all that have been seen has the index 0.
 *
 * <p>Differs from [tiresias]: the distribution is not given but learned in the run, and there is no
 * promotion of starved jobs. The index is (chance / mean service), larger first; the mode {@code
 * gittins} of the published simulator sorts it ascending.
 */
final class GittinsKey implements ServiceKey {
  /** Share by which the samples must have grown before they are fitted again. */
  private static final double GROWTH = 0.05;

  /**
   * Service per completion that stands in the middle between the best and the worst of a queue,
   * GPU-s. Only how finely doubles tell indices apart depends on it.
   */
  private static final double MIDDLE = 1e5;

  private final TiresiasKey queues;
  private final double[] quantumArray;
  private final ServiceHistogram histogram;
  private int version;

  /** Queues with the given borders, ascending, GPU-seconds. */
  GittinsKey(double first, double second) {
    this(
        new TiresiasKey(first, second),
        new double[] {first, second - first, Double.POSITIVE_INFINITY},
        new ServiceHistogram(),
        0);
  }

  private GittinsKey(
      TiresiasKey queues, double[] quantumArray, ServiceHistogram histogram, int version) {
    this.queues = queues;
    this.quantumArray = quantumArray;
    this.histogram = histogram;
    this.version = version;
  }

  @Override
  public double of(JobView job, ClusterView view) {
    int level = queues.level(job, view);
    double index = histogram.index(view.attainedService(job), quantumArray[level]);
    // Two units a queue: what has the index 0 comes last in its queue and before the next one.
    return 2 * level + (index == 0 ? 1 : 1 / (1 + MIDDLE * index));
  }

  @Override
  public double nextChange(JobView job, ClusterView view, Placement placement) {
    return queues.nextChange(job, view, placement);
  }

  @Override
  public void ended(JobView job, ClusterView view) {
    double service = view.attainedService(job);
    if (service > 0) {
      histogram.add(service);
      if (histogram.seen() >= histogram.fitted() * (1 + GROWTH)) {
        histogram.fit();
        version++;
      }
    }
  }

  @Override
  public int version() {
    return version;
  }

  @Override
  public ServiceKey copy() {
    return new GittinsKey(queues, quantumArray, histogram.copy(), version);
  }
}
