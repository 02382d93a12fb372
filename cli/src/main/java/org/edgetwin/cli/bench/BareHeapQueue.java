package org.edgetwin.cli.bench;

import java.util.ArrayDeque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Supplier;
import org.edgetwin.sim.job.JobSpec;

/**
 * The least that an event-driven program does: a {@link PriorityQueue} of arrivals and departures,
 * a queue, a number of free servers, and the response time of each job in an array. No fleet, no
 * scheduler, no records.
 */
public final class BareHeapQueue implements QueueProgram {
  private record Occurrence(double time, boolean isArrival, int job)
      implements Comparable<Occurrence> {
    @Override
    public int compareTo(Occurrence other) {
      int byTime = Double.compare(time, other.time);
      // At one instant servers are freed before they are asked for.
      return byTime != 0 ? byTime : Boolean.compare(isArrival, other.isArrival);
    }
  }

  @Override
  public String title() {
    return "bare loop on java.util.PriorityQueue";
  }

  @Override
  public Supplier<Answer> serve(List<JobSpec> jobs, int servers) {
    PriorityQueue<Occurrence> agenda = new PriorityQueue<>();
    ArrayDeque<Integer> waiting = new ArrayDeque<>();
    double[] responseSeconds = new double[jobs.size()];
    int free = servers;
    double now = 0;
    agenda.add(new Occurrence(jobs.get(0).submitTime(), true, 0));
    while (!agenda.isEmpty()) {
      Occurrence occurrence = agenda.remove();
      now = occurrence.time;
      int job = occurrence.job;
      if (occurrence.isArrival) {
        waiting.add(job);
        if (job + 1 < jobs.size()) {
          agenda.add(new Occurrence(jobs.get(job + 1).submitTime(), true, job + 1));
        }
      } else {
        responseSeconds[job] = now - jobs.get(job).submitTime();
        free++;
      }
      while (free > 0 && !waiting.isEmpty()) {
        int next = waiting.remove();
        free--;
        agenda.add(new Occurrence(now + jobs.get(next).workSeconds(), false, next));
      }
    }
    double makespan = now;
    return () -> Answer.of(responseSeconds, makespan);
  }
}
