package org.edgetwin.sim.availability;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.edgetwin.gpu.table.Require;
import org.edgetwin.sim.fleet.AvailabilityModel;
import org.edgetwin.sim.fleet.NodeProcess;
import org.edgetwin.sim.fleet.Presence;
import org.edgetwin.sim.kernel.Streams;

/**
 * Several independent causes on one node, such as an owner and broken hardware: it is on only while
 * all of them let it be. Its availability is the product of theirs.
 *
 * <p>Limits: the clock of each cause runs on while another keeps the node away.
 *
 * @param causeList where two keep a node away, the first one is what schedulers see
 */
public record CombinedAvailability(List<AvailabilityModel> causeList) implements AvailabilityModel {
  public CombinedAvailability {
    causeList = List.copyOf(causeList);
    Require.within("number of causes", causeList.size(), 1, Integer.MAX_VALUE);
  }

  @Override
  public double lossesPerSecond() {
    return causeList.stream().mapToDouble(AvailabilityModel::lossesPerSecond).sum();
  }

  /** The first cause meets the fate it has alone; the streams of the others have numbers. */
  @Override
  public NodeProcess start(String name, Streams streams) {
    return new Causes(
        IntStream.range(0, causeList.size())
            .mapToObj(
                i -> causeList.get(i).start(name, i == 0 ? streams : streams.scoped("cause-" + i)))
            .toList());
  }

  @Override
  public String describe() {
    return causeList.stream().map(AvailabilityModel::describe).collect(Collectors.joining("; "));
  }

  private record Causes(List<NodeProcess> partList) implements NodeProcess {
    @Override
    public Presence presence() {
      Presence presence = Presence.ON;
      for (NodeProcess part : partList) {
        Presence here = part.presence();
        if (here == Presence.GONE) {
          return here;
        }
        presence = presence == Presence.ON ? here : presence;
      }
      return presence;
    }

    @Override
    public double nextChange() {
      double next = Double.POSITIVE_INFINITY;
      for (NodeProcess part : partList) {
        if (part.presence() == Presence.GONE) {
          return Double.POSITIVE_INFINITY;
        }
        next = Math.min(next, part.nextChange());
      }
      return next;
    }

    @Override
    public void change() {
      double now = nextChange();
      for (NodeProcess part : partList) {
        if (part.nextChange() <= now) {
          part.change();
        }
      }
    }

    @Override
    public NodeProcess copy() {
      return new Causes(partList.stream().map(NodeProcess::copy).toList());
    }
  }
}
