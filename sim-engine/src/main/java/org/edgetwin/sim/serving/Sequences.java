package org.edgetwin.sim.serving;

import java.util.Arrays;
import java.util.List;
import org.edgetwin.sim.metrics.RequestRecord;

/**
 * All requests of a run in columns: what was asked for, what has become of it, and the state of
 * those in the system. A request is named by its index.
 */
final class Sequences {
  /** Where a request is in its life. */
  enum State {
    /** Not arrived, or arrived and not in the batch. */
    WAITING,
    PREFILL,
    DECODE,
    /** Its last iteration is planned; it keeps seat and blocks until that has ended. */
    LEAVING,
    /** Its last iteration is planned, and its blocks were taken from it. */
    LEAVING_WITHOUT_BLOCKS,
    DONE,
    /** Larger than the engine. */
    REJECTED
  }

  // Given; shared by all copies.
  final double[] arrivalTime;
  final int[] service;
  final int[] promptTokens;
  final int[] outputTokens;
  final int[] group;
  final int[] prefixTokens;

  // What happened.
  final double[] scheduledTime;
  final double[] firstTokenTime;
  final double[] finishTime;
  final int[] replica;
  final int[] preemptions;
  final int[] restarts;

  /** How many have not ended. */
  private int open;

  // State.
  final State[] state;

  /** Output tokens planned before it was last admitted; before that, so far. */
  final int[] generated;

  /** Context of a sequence in decode in iteration s is {@code contextBase + s}. */
  final long[] contextBase;

  final long[] lastStep;

  /** Its place in the order of admissions. */
  final long[] seat;

  /** Leading blocks that its prefix group holds for it. */
  final int[] groupBlocks;

  /** The extent of free blocks that still have its content, or {@link KvBlocks#NONE}. */
  final int[] extent;

  Sequences(List<ServingRequest> requests) {
    int count = requests.size();
    open = count;
    arrivalTime = new double[count];
    service = new int[count];
    promptTokens = new int[count];
    outputTokens = new int[count];
    group = new int[count];
    prefixTokens = new int[count];
    int id = 0;
    for (ServingRequest request : requests) {
      arrivalTime[id] = request.arrivalTime();
      service[id] = request.service();
      promptTokens[id] = request.promptTokens();
      outputTokens[id] = request.outputTokens();
      group[id] = request.prefixGroup();
      prefixTokens[id] = request.prefixTokens();
      id++;
    }
    scheduledTime = unknown(count);
    firstTokenTime = unknown(count);
    finishTime = unknown(count);
    replica = new int[count];
    Arrays.fill(replica, -1);
    preemptions = new int[count];
    restarts = new int[count];
    state = new State[count];
    Arrays.fill(state, State.WAITING);
    generated = new int[count];
    contextBase = new long[count];
    lastStep = new long[count];
    seat = new long[count];
    groupBlocks = new int[count];
    extent = new int[count];
  }

  private Sequences(Sequences other) {
    arrivalTime = other.arrivalTime;
    service = other.service;
    promptTokens = other.promptTokens;
    outputTokens = other.outputTokens;
    group = other.group;
    prefixTokens = other.prefixTokens;
    scheduledTime = other.scheduledTime.clone();
    firstTokenTime = other.firstTokenTime.clone();
    finishTime = other.finishTime.clone();
    replica = other.replica.clone();
    preemptions = other.preemptions.clone();
    restarts = other.restarts.clone();
    open = other.open;
    state = other.state.clone();
    generated = other.generated.clone();
    contextBase = other.contextBase.clone();
    lastStep = other.lastStep.clone();
    seat = other.seat.clone();
    groupBlocks = other.groupBlocks.clone();
    extent = other.extent.clone();
  }

  private static double[] unknown(int count) {
    double[] times = new double[count];
    Arrays.fill(times, Double.NaN);
    return times;
  }

  Sequences copy() {
    return new Sequences(this);
  }

  /** A request has ended at a time. */
  void finish(int id, double time) {
    state[id] = State.DONE;
    finishTime[id] = time;
    open--;
  }

  /** A request is larger than the engine. */
  void reject(int id) {
    state[id] = State.REJECTED;
    open--;
  }

  /** A request has lost its replica: nothing of it is left but its arrival. */
  void startOver(int id) {
    state[id] = State.WAITING;
    scheduledTime[id] = Double.NaN;
    firstTokenTime[id] = Double.NaN;
    replica[id] = -1;
    generated[id] = 0;
    groupBlocks[id] = 0;
    extent[id] = KvBlocks.NONE;
    restarts[id]++;
  }

  boolean allEnded() {
    return open == 0;
  }

  int count() {
    return arrivalTime.length;
  }

  /** Tokens that prefill has to bring into the cache: the prompt and what was generated before. */
  int prefillTokens(int id) {
    return promptTokens[id] + generated[id];
  }

  RequestRecord record(int id) {
    return new RequestRecord(
        id,
        service[id],
        replica[id],
        promptTokens[id],
        outputTokens[id],
        arrivalTime[id],
        scheduledTime[id],
        firstTokenTime[id],
        finishTime[id],
        preemptions[id],
        restarts[id],
        state[id] == State.REJECTED);
  }
}
