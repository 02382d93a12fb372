package org.edgetwin.sim.network;

import java.util.Arrays;
import java.util.List;

/**
 * Flows in simulated time: each moves its bytes at its weighted max-min fair rate ({@link
 * FairShares}), which changes when another starts, ends, or is cancelled.
 *
 * <p>The model is fluid [bertsekas1992]: no packets, no slow start, no losses; rates change at once
 * everywhere. A flow first waits for its delay and the latencies of its links, without a share. All
 * flows have one completion event between them; progress is settled from (rate, time) pairs, and
 * only for flows whose rate changed.
 *
 * <p>Flows that end at the same instant leave together, then the host hears of each, in the order
 * in which they were started. Not thread-safe. It is part of its {@link NetworkHost}'s simulation
 * and is forked with it.
 */
public final class FlowNetwork {
  /** A flow's name is its serial number, then its slot. */
  private static final int SLOT_BITS = 24;

  private static final int SLOT_MASK = (1 << SLOT_BITS) - 1;

  private static final long NONE = -1;

  private final NetworkHost host;
  private final List<Link> linkList;
  private final FairShares shares;
  private final FinishHeap finishes;
  private final FlowCompletion completion;

  private long[] flowArray = new long[16];
  private FlowSpec[] specArray = new FlowSpec[16];
  private FlowDeparture[] departureArray = new FlowDeparture[16];
  private double[] leftArray = new double[16];
  private double[] rateArray = new double[16];
  private double[] timeArray = new double[16];
  private int[] freeSlotArray = new int[16];
  private int freeCount;
  private int slotCount;
  private long startCount;

  /** A network without flows. */
  public FlowNetwork(NetworkHost host, List<Link> linkList) {
    this.host = host;
    this.linkList = List.copyOf(linkList);
    shares = new FairShares(linkList.stream().mapToDouble(Link::bytesPerSecond).toArray());
    finishes = new FinishHeap();
    completion = new FlowCompletion(host);
  }

  /**
   * A copy in another simulation. Its events are those that the host's kernel is given by {@code
   * Kernel.copyEventsTo}.
   */
  public FlowNetwork(NetworkHost host, FlowNetwork other) {
    this.host = host;
    linkList = other.linkList;
    shares = other.shares.copy();
    finishes = new FinishHeap(other.finishes);
    completion = new FlowCompletion(host);
    flowArray = other.flowArray.clone();
    specArray = other.specArray.clone();
    departureArray = new FlowDeparture[other.departureArray.length];
    for (int slot = 0; slot < other.slotCount; slot++) {
      if (other.departureArray[slot] != null) {
        departureArray[slot] = new FlowDeparture(host, slot);
      }
    }
    leftArray = other.leftArray.clone();
    rateArray = other.rateArray.clone();
    timeArray = other.timeArray.clone();
    freeSlotArray = other.freeSlotArray.clone();
    freeCount = other.freeCount;
    slotCount = other.slotCount;
    startCount = other.startCount;
  }

  public List<Link> links() {
    return linkList;
  }

  /**
   * Starts a flow now.
   *
   * @return its name, never used again
   */
  public long start(FlowSpec spec) {
    for (int link : spec.route().links()) {
      if (link < 0 || link >= linkList.size()) {
        throw new IllegalArgumentException(
            "The route "
                + spec.route()
                + " crosses link "
                + link
                + ". Maybe count from 0: there are "
                + linkList.size()
                + " links.");
      }
    }
    int slot = takeSlot();
    long flow = startCount++ << SLOT_BITS | slot;
    flowArray[slot] = flow;
    specArray[slot] = spec;
    leftArray[slot] = spec.bytes();
    rateArray[slot] = 0;
    double delay = spec.delaySeconds();
    for (int link : spec.route().links()) {
      delay += linkList.get(link).latencySeconds();
    }
    if (delay > 0) {
      departureArray[slot] = new FlowDeparture(host, slot);
      departureArray[slot].scheduleAt(now() + delay);
    } else {
      depart(slot);
    }
    return flow;
  }

  /** Stops a flow before its end; the host does not hear of it. */
  public void cancel(long flow) {
    int slot = slot(flow);
    if (departureArray[slot] == null) {
      leave(slot);
      share();
    } else {
      departureArray[slot].unschedule();
    }
    release(slot);
  }

  /** Whether a flow has not yet ended. */
  public boolean isRunning(long flow) {
    int slot = (int) (flow & SLOT_MASK);
    return slot < slotCount && flowArray[slot] == flow;
  }

  /** Rate of a flow that runs, byte/s; 0 before its first byte. */
  public double rate(long flow) {
    return rateArray[slot(flow)];
  }

  /** Bytes of a running flow that have not arrived by now. */
  public double bytesLeft(long flow) {
    return left(slot(flow));
  }

  /** Flows that run or wait for their first byte. */
  public int flowCount() {
    return slotCount - freeCount;
  }

  /** The delay of a flow is over. */
  void depart(int slot) {
    departureArray[slot] = null;
    FlowSpec spec = specArray[slot];
    timeArray[slot] = now();
    shares.add(slot, spec.route().links(), spec.weight(), spec.capBytesPerSecond());
    share();
  }

  /** Flows whose last byte arrives now. */
  void completeDue() {
    long[] endedArray = new long[1];
    int ended = 0;
    while (finishes.firstTime() <= now()) {
      int slot = finishes.first();
      if (ended == endedArray.length) {
        endedArray = Arrays.copyOf(endedArray, 2 * ended);
      }
      endedArray[ended++] = flowArray[slot];
      leave(slot);
      release(slot);
    }
    share();
    for (int i = 0; i < ended; i++) {
      host.flowCompleted(endedArray[i]);
    }
  }

  FlowDeparture departure(int slot) {
    return departureArray[slot];
  }

  FlowCompletion completion() {
    return completion;
  }

  private double now() {
    return host.kernel().time();
  }

  private double left(int slot) {
    return leftArray[slot] - rateArray[slot] * (now() - timeArray[slot]);
  }

  private void leave(int slot) {
    shares.remove(slot);
    finishes.remove(slot);
  }

  /** Settles the flows whose rates change, and moves the completion event. */
  private void share() {
    shares.share();
    double now = now();
    for (int i = 0; i < shares.changedCount(); i++) {
      int slot = shares.changed(i);
      leftArray[slot] = Math.max(0, left(slot));
      timeArray[slot] = now;
      rateArray[slot] = shares.rate(slot);
      finishes.set(slot, flowArray[slot], now + leftArray[slot] / rateArray[slot]);
    }
    double first = finishes.firstTime();
    if (first < Double.POSITIVE_INFINITY) {
      completion.scheduleAt(first);
    } else {
      completion.unschedule();
    }
  }

  private int slot(long flow) {
    if (!isRunning(flow)) {
      throw new IllegalArgumentException("Flow " + flow + " has ended. Maybe ask isRunning first.");
    }
    return (int) (flow & SLOT_MASK);
  }

  private int takeSlot() {
    int slot = freeCount > 0 ? freeSlotArray[--freeCount] : slotCount++;
    if (slot == flowArray.length) {
      int longer = 2 * slot;
      flowArray = Arrays.copyOf(flowArray, longer);
      specArray = Arrays.copyOf(specArray, longer);
      departureArray = Arrays.copyOf(departureArray, longer);
      leftArray = Arrays.copyOf(leftArray, longer);
      rateArray = Arrays.copyOf(rateArray, longer);
      timeArray = Arrays.copyOf(timeArray, longer);
      freeSlotArray = Arrays.copyOf(freeSlotArray, longer);
    }
    return slot;
  }

  private void release(int slot) {
    flowArray[slot] = NONE;
    specArray[slot] = null;
    departureArray[slot] = null;
    freeSlotArray[freeCount++] = slot;
  }
}
