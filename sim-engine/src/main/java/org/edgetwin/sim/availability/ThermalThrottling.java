package org.edgetwin.sim.availability;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.PriorityQueue;
import org.edgetwin.gpu.WorkloadClass;
import org.edgetwin.gpu.energy.ThermalModel;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.variation.MachineVariation;
import org.edgetwin.sim.variation.VariationModel;

/**
 * Boards that get hot: a machine whose GPUs are held for longer than its boards take to their limit
 * goes on at the clock that they can hold for ever, until its last job leaves it; then it cools.
 * Between two changes of its load the temperature is the closed form of {@link ThermalModel}.
 *
 * <p>Limits: one temperature for all boards of a machine, and full power while any of them is held;
 * a job slows down as much as the clock; the room is the same at all hours and is not heated.
 */
public final class ThermalThrottling implements VariationModel {
  /** Boards that could not even hold this share of their clock are taken to hold it. */
  private static final double LEAST_CLOCK = 0.2;

  /**
   * The boards of one machine.
   *
   * @param idleWatts of one board without work
   * @param fullWatts of one board at full clock, above {@code idleWatts}
   */
  public record Board(double idleWatts, double fullWatts) {}

  private final ThermalModel heat;
  private final double roomCelsius;
  private final Board[] boardArray;

  /**
   * Of machines, all cooled alike.
   *
   * @param boards of each machine; null for one that never gets hot
   */
  public ThermalThrottling(ThermalModel heat, double roomCelsius, Board[] boards) {
    this.heat = heat;
    this.roomCelsius = roomCelsius;
    boardArray = boards.clone();
  }

  @Override
  public MachineVariation start(int nodes, Streams streams) {
    if (nodes != boardArray.length) {
      throw new IllegalArgumentException(
          "There are " + nodes + " machines and boards of " + boardArray.length + ".");
    }
    return new Machines(this);
  }

  @Override
  public double observationSd() {
    return 0;
  }

  @Override
  public String describe() {
    long warm = Arrays.stream(boardArray).filter(board -> board != null).count();
    return String.format(
        Locale.ROOT,
        "heat: %d machines with %.3f K/W in a room of %.0f C, throttled at %.0f C",
        warm,
        heat.kelvinPerWatt(),
        roomCelsius,
        heat.limitCelsius());
  }

  /** Slow-down of a machine at its limit. */
  private double throttled(int node) {
    Board board = boardArray[node];
    double clock = heat.sustainedClock(board.idleWatts, board.fullWatts, roomCelsius);
    return 1 / Math.max(clock, LEAST_CLOCK);
  }

  private record Turn(double time, int node) {}

  private static final class Machines implements MachineVariation {
    private final ThermalThrottling model;

    /** Temperatures at the last change of each machine. */
    private final double[] celsiusArray;

    private final double[] changeTimeArray;

    /** When a loaded machine will be at its limit; positive infinity if it will not. */
    private final double[] limitTimeArray;

    private final double[] slowdownArray;

    /** Times at which machines reach their limits; those that have become wrong are skipped. */
    private final PriorityQueue<Turn> turnQueue;

    private int changedNode = -1;

    Machines(ThermalThrottling model) {
      this.model = model;
      int nodes = model.boardArray.length;
      celsiusArray = new double[nodes];
      changeTimeArray = new double[nodes];
      limitTimeArray = new double[nodes];
      slowdownArray = new double[nodes];
      Arrays.fill(limitTimeArray, Double.POSITIVE_INFINITY);
      Arrays.fill(slowdownArray, 1);
      for (int node = 0; node < nodes; node++) {
        Board board = model.boardArray[node];
        celsiusArray[node] =
            board == null ? 0 : model.heat.settledCelsius(board.idleWatts, model.roomCelsius);
      }
      turnQueue =
          new PriorityQueue<>(Comparator.comparingDouble(Turn::time).thenComparingInt(Turn::node));
    }

    private Machines(Machines other) {
      model = other.model;
      celsiusArray = other.celsiusArray.clone();
      changeTimeArray = other.changeTimeArray.clone();
      limitTimeArray = other.limitTimeArray.clone();
      slowdownArray = other.slowdownArray.clone();
      turnQueue = new PriorityQueue<>(other.turnQueue);
      changedNode = other.changedNode;
    }

    @Override
    public boolean feelsLoad() {
      return true;
    }

    @Override
    public void loadChanged(int node, boolean loaded, double now) {
      Board board = model.boardArray[node];
      if (board == null) {
        return;
      }
      double watts = loaded ? board.idleWatts : board.fullWatts;
      boolean wasAtLimit = slowdownArray[node] > 1;
      celsiusArray[node] =
          wasAtLimit
              ? model.heat.limitCelsius()
              : model.heat.celsiusAfter(
                  celsiusArray[node], watts, model.roomCelsius, now - changeTimeArray[node]);
      changeTimeArray[node] = now;
      slowdownArray[node] = 1;
      limitTimeArray[node] = Double.POSITIVE_INFINITY;
      if (loaded) {
        heatUp(node, board, now);
      }
      skipWrongTurns();
    }

    private void heatUp(int node, Board board, double now) {
      double wait =
          model.heat.secondsToLimit(celsiusArray[node], board.fullWatts, model.roomCelsius);
      if (wait == 0) {
        slowdownArray[node] = model.throttled(node);
      } else if (wait < Double.POSITIVE_INFINITY) {
        limitTimeArray[node] = now + wait;
        turnQueue.add(new Turn(now + wait, node));
      }
    }

    private void skipWrongTurns() {
      while (!turnQueue.isEmpty()
          && turnQueue.peek().time != limitTimeArray[turnQueue.peek().node]) {
        turnQueue.remove();
      }
    }

    @Override
    public double slowdown(int node, WorkloadClass workload) {
      return slowdownArray[node];
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
      slowdownArray[turn.node] = model.throttled(turn.node);
      limitTimeArray[turn.node] = Double.POSITIVE_INFINITY;
      skipWrongTurns();
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
