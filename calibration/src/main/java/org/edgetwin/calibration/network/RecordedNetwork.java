package org.edgetwin.calibration.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.sim.kernel.Kernel;
import org.edgetwin.sim.network.FlowNetwork;
import org.edgetwin.sim.network.Link;
import org.edgetwin.sim.network.NetworkHost;

/** A network alone, that notes when each flow ended. */
final class RecordedNetwork implements NetworkHost {
  private final Kernel kernel = new Kernel();
  private final FlowNetwork network;
  private final Map<Long, Double> endByFlow = new HashMap<>();

  RecordedNetwork(List<Link> links) {
    network = new FlowNetwork(this, links);
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
    endByFlow.put(flow, kernel.time());
  }

  /** Runs until all flows have ended. */
  void drain() {
    while (network.flowCount() > 0) {
      kernel.step();
    }
  }

  double end(long flow) {
    return endByFlow.get(flow);
  }
}
