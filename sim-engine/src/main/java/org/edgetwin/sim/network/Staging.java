package org.edgetwin.sim.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Moves items to the places that need them: from the home with the shortest round trip, once,
 * however many ask, and kept in the cache of the place while there is room. Adds up the bytes and
 * what they cost.
 *
 * <p>Not thread-safe; forked with its host. Limits: whole items only, and other places' caches are
 * no sources.
 */
public final class Staging {
  private final StagingHost host;
  private final WideArea area;
  private final List<DataItem> itemList;
  private final int connections;
  private final List<NodeCache> cacheList;

  /** The home with the shortest round trip: {@code [items][places]}. */
  private final int[][] nearestHome;

  private final Map<Long, Transfer> transferByFlow = new LinkedHashMap<>();
  private final Map<Request, Long> flowByRequest = new LinkedHashMap<>();
  private double movedBytes;
  private double egressUsd;

  private record Request(int place, int item) {}

  private record Transfer(Request request, int home) {}

  /**
   * @param cacheList one for each place
   * @param connections TCP connections of each transfer
   */
  public Staging(
      StagingHost host,
      WideArea area,
      List<DataItem> itemList,
      List<NodeCache> cacheList,
      int connections) {
    if (cacheList.size() != area.placeCount()) {
      throw new IllegalArgumentException(
          "There are "
              + cacheList.size()
              + " caches for "
              + area.placeCount()
              + " places. Maybe give places without a disk a cache of 0 bytes.");
    }
    this.host = host;
    this.area = area;
    this.itemList = List.copyOf(itemList);
    this.cacheList = List.copyOf(cacheList);
    this.connections = connections;
    nearestHome = new int[itemList.size()][area.placeCount()];
    for (int item = 0; item < nearestHome.length; item++) {
      for (int place = 0; place < area.placeCount(); place++) {
        nearestHome[item][place] = nearest(area, itemList.get(item).homes(), place);
      }
    }
  }

  private static int nearest(WideArea area, List<Integer> homes, int place) {
    int nearest = homes.get(0);
    for (int home : homes) {
      if (area.rttMs(home, place) < area.rttMs(nearest, place)) {
        nearest = home;
      }
    }
    return nearest;
  }

  /** A copy in another simulation. */
  public Staging(StagingHost host, Staging other) {
    this.host = host;
    area = other.area;
    itemList = other.itemList;
    connections = other.connections;
    nearestHome = other.nearestHome;
    List<NodeCache> caches = new ArrayList<>();
    other.cacheList.forEach(cache -> caches.add(cache.copy()));
    cacheList = List.copyOf(caches);
    transferByFlow.putAll(other.transferByFlow);
    flowByRequest.putAll(other.flowByRequest);
    movedBytes = other.movedBytes;
    egressUsd = other.egressUsd;
  }

  /**
   * Asks for an item at a place.
   *
   * @return whether it is there; if not, {@link StagingHost#staged} will tell, once for all who
   *     asked meanwhile
   */
  public boolean request(int place, int item) {
    if (nearestHome[item][place] == place || cacheList.get(place).use(item)) {
      return true;
    }
    Request request = new Request(place, item);
    if (!flowByRequest.containsKey(request)) {
      int home = nearestHome[item][place];
      long flow =
          host.network().start(area.transfer(home, place, itemList.get(item).bytes(), connections));
      flowByRequest.put(request, flow);
      transferByFlow.put(flow, new Transfer(request, home));
    }
    return false;
  }

  /** An item is at a place, as far as there is room for it, without having moved. */
  public void put(int place, int item) {
    if (nearestHome[item][place] != place) {
      cacheList.get(place).admit(item, itemList.get(item).bytes());
    }
  }

  /**
   * Nobody at a place needs the item any more; what has come by now is paid for and lost.
   *
   * @return what has come
   */
  public Moved cancel(int place, int item) {
    Long flow = flowByRequest.remove(new Request(place, item));
    if (flow == null) {
      return Moved.NOTHING;
    }
    double left = host.network().bytesLeft(flow);
    host.network().cancel(flow);
    return account(transferByFlow.remove(flow), itemList.get(item).bytes() - left);
  }

  /** Bytes of an item that are still to come to a place; 0 if it is there. */
  public double bytesMissing(int place, int item) {
    if (nearestHome[item][place] == place || cacheList.get(place).contains(item)) {
      return 0;
    }
    Long flow = flowByRequest.get(new Request(place, item));
    return flow == null ? itemList.get(item).bytes() : host.network().bytesLeft(flow);
  }

  /** How long it takes until an item is at a place if nothing else moves, seconds. */
  public double secondsAlone(int place, int item) {
    double missing = bytesMissing(place, item);
    return missing == 0
        ? 0
        : area.secondsAlone(nearestHome[item][place], place, missing, connections);
  }

  /**
   * A flow has ended.
   *
   * @return whether it was one of these transfers
   */
  public boolean arrived(long flow) {
    Transfer transfer = transferByFlow.remove(flow);
    if (transfer == null) {
      return false;
    }
    Request request = transfer.request();
    flowByRequest.remove(request);
    double bytes = itemList.get(request.item()).bytes();
    Moved moved = account(transfer, bytes);
    cacheList.get(request.place()).admit(request.item(), bytes);
    host.staged(request.place(), request.item(), moved);
    return true;
  }

  public NodeCache cache(int place) {
    return cacheList.get(place);
  }

  /** Transfers under way. */
  public int pendingCount() {
    return transferByFlow.size();
  }

  /** Bytes that have left a home so far. */
  public double movedBytes() {
    return movedBytes;
  }

  /** What they cost, USD. */
  public double egressUsd() {
    return egressUsd;
  }

  private Moved account(Transfer transfer, double bytes) {
    double usd = area.usd(transfer.home(), transfer.request().place(), bytes);
    movedBytes += bytes;
    egressUsd += usd;
    return new Moved(bytes, usd);
  }
}
