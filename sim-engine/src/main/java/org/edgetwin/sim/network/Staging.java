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
  }

  /** A copy in another simulation. */
  public Staging(StagingHost host, Staging other) {
    this.host = host;
    area = other.area;
    itemList = other.itemList;
    connections = other.connections;
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
    if (itemList.get(item).homes().contains(place) || cacheList.get(place).use(item)) {
      return true;
    }
    Request request = new Request(place, item);
    if (!flowByRequest.containsKey(request)) {
      int home = nearestHome(place, item);
      long flow =
          host.network().start(area.transfer(home, place, itemList.get(item).bytes(), connections));
      flowByRequest.put(request, flow);
      transferByFlow.put(flow, new Transfer(request, home));
    }
    return false;
  }

  /** Nobody at a place needs the item any more; what has come by now is paid for and lost. */
  public void cancel(int place, int item) {
    Long flow = flowByRequest.remove(new Request(place, item));
    if (flow != null) {
      double left = host.network().bytesLeft(flow);
      host.network().cancel(flow);
      account(transferByFlow.remove(flow), itemList.get(item).bytes() - left);
    }
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
    account(transfer, bytes);
    cacheList.get(request.place()).admit(request.item(), bytes);
    host.staged(request.place(), request.item());
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

  private void account(Transfer transfer, double bytes) {
    movedBytes += bytes;
    egressUsd += area.usd(transfer.home(), transfer.request().place(), bytes);
  }

  private int nearestHome(int place, int item) {
    int nearest = -1;
    for (int home : itemList.get(item).homes()) {
      if (nearest < 0 || area.rttMs(home, place) < area.rttMs(nearest, place)) {
        nearest = home;
      }
    }
    return nearest;
  }
}
