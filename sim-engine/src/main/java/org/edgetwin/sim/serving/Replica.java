package org.edgetwin.sim.serving;

import org.edgetwin.sim.kernel.EngineEvent;
import org.edgetwin.sim.kernel.EventHost;
import org.edgetwin.sim.kernel.Kernel;
import org.edgetwin.sim.kernel.Phase;

/**
 * One running copy of a service's model. It holds its GPUs from {@link #start} until it has
 * stopped, whatever its load.
 */
final class Replica {
  /** Where a replica is in its life. */
  enum State {
    STOPPED,
    /** Pulls and loads. */
    STARTING,
    READY,
    /** Ends its requests and takes no new ones. */
    DRAINING
  }

  final Service service;
  final int index;
  private final Kernel kernel;
  private final Batcher batcher;
  private final Boundary boundary;
  private final Warmed warmed;
  private State state = State.STOPPED;
  private double startTime = Double.NaN;
  private double heldSeconds;

  Replica(Service service, int index, Kernel kernel, Sequences sequences) {
    this.service = service;
    this.index = index;
    this.kernel = kernel;
    batcher = new Batcher(service.spec().engine(), service.spec().times(), sequences);
    boundary = new Boundary(this);
    warmed = new Warmed(this);
  }

  Replica(Replica other, Service service, Kernel kernel, Sequences copies) {
    this.service = service;
    index = other.index;
    this.kernel = kernel;
    batcher = other.batcher.copy(copies);
    boundary = new Boundary(this);
    warmed = new Warmed(this);
    state = other.state;
    startTime = other.startTime;
    heldSeconds = other.heldSeconds;
  }

  State state() {
    return state;
  }

  int outstanding() {
    return batcher.outstanding();
  }

  int freeBlocks() {
    return batcher.freeBlocks();
  }

  long stepCount() {
    return batcher.stepCount();
  }

  /** Seconds for which it has held its GPUs. */
  double heldSeconds() {
    return state == State.STOPPED ? heldSeconds : heldSeconds + kernel.time() - startTime;
  }

  /** Begins a cold start; the replica is ready after some seconds. */
  void start(double seconds) {
    startTime = kernel.time();
    state = State.STARTING;
    if (seconds == 0) {
      state = State.READY;
    } else {
      warmed.scheduleAt(kernel.time() + seconds);
    }
  }

  /** Takes back a decision to stop. */
  void keep() {
    state = State.READY;
  }

  /** Takes no more requests, and stops when the last has ended. */
  void drain() {
    warmed.unschedule();
    state = State.DRAINING;
    stopIfEmpty();
  }

  private void stopIfEmpty() {
    if (state == State.DRAINING && batcher.outstanding() == 0) {
      heldSeconds += kernel.time() - startTime;
      state = State.STOPPED;
    }
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

  private void onWarmed() {
    state = State.READY;
    service.dispatchPending();
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
      replica.onWarmed();
    }

    @Override
    public EngineEvent counterpartIn(EventHost copy) {
      return replica.in(copy).warmed;
    }
  }

  private Replica in(EventHost copy) {
    return ((ServingSimulation) copy).service(service.index()).replica(index);
  }
}
