package org.edgetwin.cli.bench;

import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Supplier;
import org.edgetwin.sim.job.JobSpec;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.SplayTree;

/**
 * The queue as SSJ's tutorial writes it: two subclasses of {@link Event}, a simulator with SSJ's
 * standard event list, the response time of each job in an array.
 */
public final class SsjQueue implements QueueProgram {
  @Override
  public String title() {
    return "SSJ simevents, two Event classes";
  }

  @Override
  public Supplier<Answer> serve(List<JobSpec> jobs, int servers) {
    return new Model(jobs, servers).run();
  }

  private static final class Model {
    private final Simulator simulator = new Simulator(new SplayTree());
    private final ArrayDeque<Integer> waiting = new ArrayDeque<>();
    private final List<JobSpec> jobs;
    private final double[] responseSeconds;
    private int free;

    Model(List<JobSpec> jobs, int servers) {
      this.jobs = jobs;
      responseSeconds = new double[jobs.size()];
      free = servers;
    }

    Supplier<Answer> run() {
      simulator.init(simulator.getEventList());
      new Arrival(0).schedule(jobs.get(0).submitTime());
      simulator.start();
      return () -> Answer.of(responseSeconds, simulator.time());
    }

    private void startWaiting() {
      while (free > 0 && !waiting.isEmpty()) {
        free--;
        int job = waiting.remove();
        new Departure(job).schedule(jobs.get(job).workSeconds());
      }
    }

    private final class Arrival extends Event {
      private final int job;

      Arrival(int job) {
        super(simulator);
        this.job = job;
      }

      @Override
      public void actions() {
        waiting.add(job);
        if (job + 1 < jobs.size()) {
          new Arrival(job + 1).schedule(jobs.get(job + 1).submitTime() - simulator.time());
        }
        startWaiting();
      }
    }

    private final class Departure extends Event {
      private final int job;

      Departure(int job) {
        super(simulator);
        this.job = job;
        setPriority(0);
      }

      @Override
      public void actions() {
        responseSeconds[job] = simulator.time() - jobs.get(job).submitTime();
        free++;
        startWaiting();
      }
    }
  }
}
