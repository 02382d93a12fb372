package org.edgetwin.sim.selfcheck;

import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.PriorityQueue;
import org.edgetwin.sim.distribution.Distributions;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.workload.JobEnd;
import org.edgetwin.sim.workload.Workload;
import umontreal.ssj.rng.RandomStream;

/**
 * Customers who go from station to station; a station is a virtual cluster, a visit is a job. At
 * the end of a visit the customer goes on, leaves, or in a closed network comes again after a
 * delay. It never runs dry: the run is stopped from outside.
 */
final class NetworkWorkload implements Workload {
  private static final Distributions.Exponential UNIT = new Distributions.Exponential(1);

  private final NetworkPlan plan;
  private final RandomStream entryStream;
  private final RandomStream routeStream;
  private final RandomStream[] serviceStreams;
  private final PriorityQueue<JobSpec> comingVisits;

  /** When the customer of a visit came to the network. */
  private final IdentityHashMap<JobSpec, Double> entryTimeByVisit;

  private final NetworkStatistics statistics;

  NetworkWorkload(NetworkPlan plan, Streams streams) {
    this.plan = plan;
    entryStream = streams.stream("entries");
    routeStream = streams.stream("routes");
    serviceStreams = new RandomStream[plan.stations()];
    for (int station = 0; station < serviceStreams.length; station++) {
      serviceStreams[station] = streams.stream("services/" + station);
    }
    comingVisits = new PriorityQueue<>(Comparator.comparingDouble(JobSpec::submitTime));
    entryTimeByVisit = new IdentityHashMap<>();
    statistics = new NetworkStatistics(plan);
    for (int customer = 0; customer < Math.max(1, plan.population()); customer++) {
      enterAfter(0);
    }
  }

  private NetworkWorkload(NetworkWorkload other) {
    plan = other.plan;
    entryStream = Streams.copyOf(other.entryStream);
    routeStream = Streams.copyOf(other.routeStream);
    serviceStreams = new RandomStream[other.serviceStreams.length];
    for (int station = 0; station < serviceStreams.length; station++) {
      serviceStreams[station] = Streams.copyOf(other.serviceStreams[station]);
    }
    comingVisits = new PriorityQueue<>(other.comingVisits);
    entryTimeByVisit = new IdentityHashMap<>(other.entryTimeByVisit);
    statistics = other.statistics.copy();
  }

  /** The next customer of an open network, or the same one again in a closed network. */
  private void enterAfter(double time) {
    double delay = plan.meanDelay() * UNIT.sample(entryStream);
    statistics.entered(delay);
    visit(time + delay, 0, time + delay);
  }

  private void visit(double time, int station, double entryTime) {
    double work = plan.serviceMeans()[station] * UNIT.sample(serviceStreams[station]);
    JobSpec job = Jobs.single(time, work, station);
    comingVisits.add(job);
    entryTimeByVisit.put(job, entryTime);
  }

  @Override
  public double nextTime() {
    return comingVisits.isEmpty() ? Double.POSITIVE_INFINITY : comingVisits.peek().submitTime();
  }

  @Override
  public JobSpec next() {
    JobSpec visit = comingVisits.remove();
    boolean fromOutside = entryTimeByVisit.get(visit) == visit.submitTime();
    if (!plan.isClosed() && fromOutside) {
      enterAfter(visit.submitTime());
    }
    statistics.visited(visit.submitTime(), visit.virtualCluster(), visit.workSeconds());
    return visit;
  }

  @Override
  public boolean isClosedLoop() {
    return true;
  }

  @Override
  public void onEnd(JobEnd end) {
    int station = end.job().virtualCluster();
    double entryTime = entryTimeByVisit.remove(end.job());
    int next = plan.next(station, routeStream.nextDouble());
    statistics.served(end.time(), station, next < 0);
    if (next >= 0) {
      visit(end.time(), next, entryTime);
      return;
    }
    statistics.exited(end.time() - entryTime);
    if (plan.isClosed()) {
      enterAfter(end.time());
    }
  }

  NetworkStatistics statistics() {
    return statistics;
  }

  @Override
  public Workload copy() {
    return new NetworkWorkload(this);
  }
}
