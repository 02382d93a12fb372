package org.edgetwin.sim.serving;

import org.edgetwin.sim.kernel.EngineEvent;
import org.edgetwin.sim.kernel.EventHost;
import org.edgetwin.sim.kernel.Kernel;
import org.edgetwin.sim.kernel.Phase;
import org.edgetwin.sim.metrics.ReplicaRecord;

/**
 * One running copy of a service's model. It holds its GPUs from {@link #placed} until it has
 * stopped or lost them, whatever its load. Every stay begins with an empty engine.
 */
final class Replica {
  private static final int[] NOBODY = {};

  /** Where a replica is in its life. */
  enum State {
    STOPPED,
    /** Has asked for GPUs. */
    WAITING,
    /** Waits for its data, or pulls and loads. */
    STARTING,
    READY,
    /** Ends its requests and takes no new ones. */
    DRAINING
  }

  final Service service;
  final int index;
  private final Kernel kernel;
  private final Sequences sequences;
  private final Boundary boundary;
  private final Warmed warmed;
  private State state = State.STOPPED;

  /** The engine; null while it holds no GPUs. */
  private Batcher batcher;

  /** Whether it stands ready if it gets its GPUs in the instant in which it asks for them. */
  private boolean warm;

  private int nodeGroup;
  private double requestTime = Double.NaN;
  private double startTime = Double.NaN;
  private double readyTime = Double.NaN;

  /** Iterations of engines that it has no more. */
  private long earlierSteps;

  Replica(Service service, int index, Kernel kernel, Sequences sequences) {
    this.service = service;
    this.index = index;
    this.kernel = kernel;
    this.sequences = sequences;
    boundary = new Boundary(this);
    warmed = new Warmed(this);
  }

  Replica(Replica other, Service service, Kernel kernel, Sequences copies) {
    this(service, other.index, kernel, copies);
    state = other.state;
    batcher = other.batcher == null ? null : other.batcher.copy(copies);
    warm = other.warm;
    nodeGroup = other.nodeGroup;
    requestTime = other.requestTime;
    startTime = other.startTime;
    readyTime = other.readyTime;
    earlierSteps = other.earlierSteps;
  }

  State state() {
    return state;
  }

  /** Whether it holds GPUs. */
  boolean isPlaced() {
    return batcher != null;
  }

  int outstanding() {
    return batcher == null ? 0 : batcher.outstanding();
  }

  int freeBlocks() {
    return batcher.freeBlocks();
  }

  long stepCount() {
    return batcher == null ? earlierSteps : earlierSteps + batcher.stepCount();
  }

  /**
   * Asks for GPUs.
   *
   * @param standsReady whether it needs no cold start if it gets them at once
   */
  void request(boolean standsReady) {
    state = State.WAITING;
    warm = standsReady;
    requestTime = kernel.time();
    service.gpus().request(service.index(), index);
  }

  /** Whether it needs no cold start if it gets its GPUs now. */
  boolean standsReady() {
    return warm && kernel.time() == requestTime;
  }

  /** Has its GPUs. */
  void placed(int hardware, int group) {
    ReplicaHardware here = service.spec().hardware().get(hardware);
    batcher = new Batcher(here.engine(), here.times(), sequences);
    nodeGroup = group;
    startTime = kernel.time();
    readyTime = Double.NaN;
    state = State.STARTING;
  }

  /** What it has to fetch over a network is there: begins the rest of a cold start. */
  void staged() {
    double seconds = service.spec().coldStartSeconds();
    if (seconds == 0 || standsReady()) {
      becomeReady();
    } else {
      warmed.scheduleAt(kernel.time() + seconds);
    }
  }

  /** Its machine does so much of what it promises. */
  void changePace(double pace) {
    if (batcher.changePace(pace, kernel.time())) {
      scheduleBoundary();
    }
  }

  private void becomeReady() {
    state = State.READY;
    readyTime = kernel.time();
    service.readyChanged();
  }

  /** Takes back a decision to stop. */
  void keep() {
    state = State.READY;
  }

  /** Takes no more requests, and stops when the last has ended. */
  void drain() {
    warmed.unschedule();
    if (state == State.WAITING) {
      state = State.STOPPED;
      service.gpus().release(service.index(), index);
    } else {
      state = State.DRAINING;
      stopIfEmpty();
    }
  }

  private void stopIfEmpty() {
    if (state == State.DRAINING && batcher.outstanding() == 0) {
      leave(ReplicaRecord.RELEASED);
      state = State.STOPPED;
      service.gpus().release(service.index(), index);
    }
  }

  /**
   * Has lost its GPUs, or its place in the queue for them.
   *
   * @param waitsAgain whether its host has put it into the queue for others
   */
  void lost(boolean waitsAgain) {
    if (state == State.STOPPED) {
      return;
    }
    boundary.unschedule();
    warmed.unschedule();
    int[] idArray = NOBODY;
    if (batcher != null) {
      idArray = batcher.abandon();
      leave(ReplicaRecord.LOST);
    }
    if (waitsAgain && state == State.DRAINING) {
      state = State.STOPPED;
      service.gpus().release(service.index(), index);
    } else {
      state = waitsAgain ? State.WAITING : State.STOPPED;
      warm = false;
      requestTime = kernel.time();
    }
    service.takeBack(idArray, waitsAgain);
  }

  private void leave(String outcome) {
    service.add(record(outcome));
    earlierSteps += batcher.stepCount();
    batcher = null;
  }

  ReplicaRecord record(String outcome) {
    return new ReplicaRecord(
        index,
        nodeGroup,
        requestTime,
        startTime,
        readyTime,
        kernel.time(),
        batcher.busySeconds(),
        batcher.nominalSeconds(),
        outcome);
  }

  void take(int id) {
    if (batcher.enqueue(id, kernel.time())) {
      scheduleBoundary();
    } else if (!boundary.isScheduled()) {
      boundary.scheduleAt(kernel.time());
    }
  }

  /** Rounding may put the end of a run just before the arrival that cut it. */
  private void scheduleBoundary() {
    boundary.scheduleAt(Math.max(kernel.time(), batcher.runEnd()));
  }

  private void onBoundary() {
    batcher.boundary(kernel.time());
    if (batcher.isBusy()) {
      scheduleBoundary();
    } else {
      stopIfEmpty();
    }
  }

  /** The end of a run of iterations, or the first of an idle engine. */
  private static final class Boundary extends EngineEvent {
    private final Replica replica;

    Boundary(Replica replica) {
      // After the arrivals of the instant, all of which the plan may use.
      super(replica.kernel, Phase.DECISION);
      this.replica = replica;
    }

    @Override
    public void actions() {
      replica.onBoundary();
    }

    @Override
    public EngineEvent counterpartIn(EventHost copy) {
      return replica.in(copy).boundary;
    }
  }

  /** The end of a cold start. */
  private static final class Warmed extends EngineEvent {
    private final Replica replica;

    Warmed(Replica replica) {
      super(replica.kernel, Phase.TRANSFER);
      this.replica = replica;
    }

    @Override
    public void actions() {
      replica.becomeReady();
    }

    @Override
    public EngineEvent counterpartIn(EventHost copy) {
      return replica.in(copy).warmed;
    }
  }

  private Replica in(EventHost copy) {
    return ((ServingHost) copy).services().service(service.index()).replica(index);
  }
}
