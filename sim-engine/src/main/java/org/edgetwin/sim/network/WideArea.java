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
  private final SitePairs pairs;

  /** Which site a place is at. */
  private final int[] siteArray;

  private final double localBytesPerSecond;

  /**
   * @param placeList named by their index from here on
   * @param localBytesPerSecond cap of a flow inside a place, such as that of its disk
   */
  public WideArea(
      List<Place> placeList, RttLaw rtt, TransferPrices prices, double localBytesPerSecond) {
    this(
        placeList,
        new SitePairs(placeList.stream().map(Place::site).toList(), rtt, prices),
        localBytesPerSecond);
  }

  private WideArea(List<Place> placeList, SitePairs pairs, double localBytesPerSecond) {
    this.placeList = List.copyOf(placeList);
    this.pairs = pairs;
    this.localBytesPerSecond = localBytesPerSecond;
    siteArray = placeList.stream().mapToInt(place -> pairs.index(place.site())).toArray();
  }

  /** The same sites with other lines; what was computed for pairs of sites is kept. */
  public WideArea withPlaces(List<Place> others) {
    return new WideArea(others, pairs, localBytesPerSecond);
  }

  public List<Place> places() {
    return placeList;
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
        : pairs.rttMs(siteArray[from], siteArray[to]) + sender.lastMileMs() + receiver.lastMileMs();
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

  /** How long a transfer takes that nothing else disturbs, seconds. */
  public double secondsAlone(int from, int to, double bytes, int connections) {
    FlowSpec flow = transfer(from, to, bytes, connections);
    double rate = flow.capBytesPerSecond();
    if (from != to) {
      rate = Math.min(rate, placeList.get(from).upBytesPerSecond());
      rate = Math.min(rate, placeList.get(to).downBytesPerSecond());
    }
    return flow.delaySeconds() + bytes / rate;
  }

  /** What the sender's cloud charges, USD. */
  public double usd(int from, int to, double bytes) {
    return from == to ? 0 : pairs.usdPerGb(siteArray[from], siteArray[to]) * bytes / BYTES_PER_GB;
  }
}
