package org.edgetwin.sim.network;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.sim.kernel.Kernel;

/** A network alone, with a log of the flows that ended. */
final class NetworkAlone implements NetworkHost {
  record End(long flow, double time) {}

  private final Kernel kernel = new Kernel();
  private final FlowNetwork network;
  final List<End> endList = new ArrayList<>();

  NetworkAlone(Link... links) {
    network = new FlowNetwork(this, List.of(links));
  }

  private NetworkAlone(NetworkAlone other) {
    network = new FlowNetwork(this, other.network);
    endList.addAll(other.endList);
    other.kernel.copyEventsTo(this);
  }

  NetworkAlone fork() {
    return new NetworkAlone(this);
  }

  @Override
  public Kernel kernel() {
    return kernel;
  }

  @Override
  public FlowNetwork network() {
    return network;
  }

  @Override
  public void flowCompleted(long flow) {
    endList.add(new End(flow, kernel.time()));
  }

  void drain() {
    while (kernel.step()) {
      // Events alone move the network.
    }
  }

  double end(long flow) {
    return endList.stream()
        .filter(end -> end.flow() == flow)
        .mapToDouble(End::time)
        .findFirst()
        .orElseThrow();
  }
}
