package org.edgetwin.sim.network;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.gpu.network.RttLaw;
import org.edgetwin.gpu.network.Site;
import org.edgetwin.gpu.network.TcpWindow;
import org.edgetwin.gpu.network.TransferPrices;

/**
 * Places joined by the internet: each has a link up and a link down, and between two of them there
 * is a round trip, a cap of window over round trip per connection, and a price. The backbones in
 * between never fill. Immutable.
 */
public final class WideArea {
  private static final double BYTES_PER_GB = 1e9;

  private final List<Place> placeList;
  private final RttLaw rtt;
  private final TransferPrices prices;
  private final double localBytesPerSecond;

  /**
   * @param placeList named by their index from here on
   * @param localBytesPerSecond cap of a flow inside a place, such as that of its disk
   */
  public WideArea(
      List<Place> placeList, RttLaw rtt, TransferPrices prices, double localBytesPerSecond) {
    this.placeList = List.copyOf(placeList);
    this.rtt = rtt;
    this.prices = prices;
    this.localBytesPerSecond = localBytesPerSecond;
  }

  public int placeCount() {
    return placeList.size();
  }

  /** The links of the network: up and down of each place in turn. */
  public List<Link> links() {
    List<Link> links = new ArrayList<>();
    for (Place place : placeList) {
      links.add(new Link(place.site().id() + " up", place.upBytesPerSecond(), 0));
      links.add(new Link(place.site().id() + " down", place.downBytesPerSecond(), 0));
    }
    return links;
  }

  /** Round trip, ms. */
  public double rttMs(int from, int to) {
    Place sender = placeList.get(from);
    Place receiver = placeList.get(to);
    return from == to
        ? 0
        : rtt.rttMs(sender.site(), receiver.site()) + sender.lastMileMs() + receiver.lastMileMs();
  }

  /**
   * Bytes from one place to another, asked for by the receiver: the first arrives a round trip
   * later.
   *
   * @param connections TCP connections side by side, 1 or more; their number is the flow's weight
   */
  public FlowSpec transfer(int from, int to, double bytes, int connections) {
    if (from == to) {
      return new FlowSpec(Route.over(), bytes, connections, localBytesPerSecond, 0);
    }
    double rttMs = rttMs(from, to);
    Site receiver = placeList.get(to).site();
    double cap = connections * TcpWindow.of(receiver.network()).bytesPerSecond(rttMs);
    Route route = Route.over(2 * from, 2 * to + 1);
    return new FlowSpec(route, bytes, connections, cap, rttMs / 1000);
  }

  /** What the sender's cloud charges, USD. */
  public double usd(int from, int to, double bytes) {
    return from == to
        ? 0
        : prices.usdPerGb(placeList.get(from).site(), placeList.get(to).site())
            * bytes
            / BYTES_PER_GB;
  }
}
