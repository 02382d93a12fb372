package org.edgetwin.sim.availability;

import java.util.List;
import org.edgetwin.gpu.reliability.LifeTrace.Life;
import org.edgetwin.gpu.table.Require;
import org.edgetwin.sim.fleet.AvailabilityModel;
import org.edgetwin.sim.fleet.NodeProcess;
import org.edgetwin.sim.fleet.Presence;
import org.edgetwin.sim.kernel.Streams;

/**
 * A node that is on whenever one of the recorded instances in its place was alive. It meets the
 * same fate in every replication.
 *
 * @param lifeList in order of time; none begins before the one before it has ended
 * @param periodSeconds when the recording begins anew; positive infinity if it does not
 * @param lossesPerSecond see {@link org.edgetwin.sim.fleet.Availability#lossesPerSecond}
 */
public record RecordedNode(List<Life> lifeList, double periodSeconds, double lossesPerSecond)
    implements AvailabilityModel {
  public RecordedNode {
    lifeList = List.copyOf(lifeList);
    Require.within("periodSeconds", periodSeconds, Double.MIN_NORMAL, Double.POSITIVE_INFINITY);
    double free = 0;
    for (Life life : lifeList) {
      Require.within("birth of " + life.name(), life.birthTime(), free, periodSeconds);
      free = life.deathTime();
    }
  }

  @Override
  public NodeProcess start(String name, Streams streams) {
    return new Replay(this);
  }

  @Override
  public String describe() {
    return "replay of " + lifeList.size() + " recorded lives";
  }

  /** The edge after the last one that has passed: births are even, deaths are odd. */
  private static final class Replay implements NodeProcess {
    private final RecordedNode node;
    private double periodStart;
    private int edge;

    /** Whether a life that lasted over the end of the period goes on. */
    private boolean isOn;

    Replay(RecordedNode node) {
      this.node = node;
      skipEdgesUpTo(0);
    }

    private Replay(Replay other) {
      node = other.node;
      periodStart = other.periodStart;
      edge = other.edge;
      isOn = other.isOn;
    }

    private double time(int index) {
      if (index == 2 * node.lifeList.size()) {
        return node.periodSeconds;
      }
      Life life = node.lifeList.get(index / 2);
      double time = index % 2 == 0 ? life.birthTime() : life.deathTime();
      return Math.min(time, node.periodSeconds);
    }

    /** Edges at one instant count as one, and those at the end of a period are its end. */
    private void skipEdgesUpTo(double time) {
      while (edge < 2 * node.lifeList.size() && time(edge) <= time) {
        isOn = edge % 2 == 0;
        edge++;
      }
    }

    @Override
    public Presence presence() {
      return isOn ? Presence.ON : Presence.INTERRUPTED;
    }

    @Override
    public double nextChange() {
      return periodStart + time(edge);
    }

    @Override
    public void change() {
      double time = time(edge);
      if (time < node.periodSeconds) {
        skipEdgesUpTo(time);
        return;
      }
      periodStart += node.periodSeconds;
      edge = 0;
      isOn = false;
      skipEdgesUpTo(0);
    }

    @Override
    public NodeProcess copy() {
      return new Replay(this);
    }
  }
}
