package org.edgetwin.sim.availability;

import java.util.Comparator;
import java.util.Locale;
import java.util.PriorityQueue;
import org.edgetwin.gpu.WorkloadClass;
import org.edgetwin.gpu.table.Require;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.variation.MachineVariation;
import org.edgetwin.sim.variation.VariationModel;
import umontreal.ssj.rng.RandomStream;

/**
 * Machines that are slow for a while: each alternates between fine and slow, for exponential times,
 * and starts in equilibrium. Of a gang of n, 1 - (1 - share)^n have at least one slow worker.
 *
 * @param slowdown of a slow machine, at least 1
 * @param meanSlowSeconds how long it stays slow
 * @param meanFineSeconds how long it stays fine
 */
public record Stragglers(double slowdown, double meanSlowSeconds, double meanFineSeconds)
    implements VariationModel {
  public Stragglers {
    Require.within("slowdown", slowdown, 1, 1e6);
    Require.positive("meanSlowSeconds", meanSlowSeconds);
    Require.positive("meanFineSeconds", meanFineSeconds);
  }

  /** Share of the machines that are slow. */
  public double share() {
    return meanSlowSeconds / (meanSlowSeconds + meanFineSeconds);
  }

  /** Share of gangs with at least one slow worker. */
  public double gangShare(int workers) {
    return 1 - Math.pow(1 - share(), workers);
  }

  @Override
  public MachineVariation start(int nodes, Streams streams) {
    return new Machines(this, nodes, streams.stream("stragglers"));
  }

  @Override
  public double observationSd() {
    return 0;
  }

  @Override
  public String describe() {
    return String.format(
        Locale.ROOT,
        "stragglers: %.1f %% of the machines %.2f times as slow, for %.1f h",
        100 * share(),
        slowdown,
        meanSlowSeconds / 3600);
  }

  private record Turn(double time, int node) {}

  private static final class Machines implements MachineVariation {
    private final Stragglers model;
    private final RandomStream stream;
    private final boolean[] slowArray;
    private final PriorityQueue<Turn> turnQueue;
    private int changedNode = -1;

    Machines(Stragglers model, int nodes, RandomStream stream) {
      this.model = model;
      this.stream = stream;
      slowArray = new boolean[nodes];
      turnQueue =
          new PriorityQueue<>(Comparator.comparingDouble(Turn::time).thenComparingInt(Turn::node));
      for (int node = 0; node < nodes; node++) {
        slowArray[node] = stream.nextDouble() < model.share();
        schedule(0, node);
      }
    }

    private Machines(Machines other) {
      model = other.model;
      stream = Streams.copyOf(other.stream);
      slowArray = other.slowArray.clone();
      turnQueue = new PriorityQueue<>(other.turnQueue);
      changedNode = other.changedNode;
    }

    private void schedule(double now, int node) {
      double mean = slowArray[node] ? model.meanSlowSeconds : model.meanFineSeconds;
      turnQueue.add(new Turn(now - mean * Math.log1p(-stream.nextDouble()), node));
    }

    @Override
    public double slowdown(int node, WorkloadClass workload) {
      return slowArray[node] ? model.slowdown : 1;
    }

    @Override
    public double nextChange() {
      Turn next = turnQueue.peek();
      return next == null ? Double.POSITIVE_INFINITY : next.time;
    }

    @Override
    public void change() {
      Turn turn = turnQueue.remove();
      changedNode = turn.node;
      slowArray[turn.node] = !slowArray[turn.node];
      schedule(turn.time, turn.node);
    }

    @Override
    public boolean hasChanged(int node) {
      return node == changedNode;
    }

    @Override
    public MachineVariation copy() {
      return new Machines(this);
    }
  }
}
