package org.edgetwin.sim.serving;

import org.edgetwin.gpu.serving.IterationTime;

/**
 * The engine loop of a replica: plans one iteration (a step) after the other as vLLM's scheduler
 * does, and executes runs of steps at once.
 *
 * <p>A step is planned at a boundary: when the step before it ends, or with asynchronous scheduling
 * one step earlier. A step whose plan can only repeat the one before it, with the same sequences
 * all in decode, is trivial; the boundaries before trivial steps are jumped over. A run ends at the
 * boundary at which a plan differs or a sequence leaves. A request that arrives during a run and
 * might be admitted cuts it to the next boundary; what was jumped over is only accounted for when
 * the run ends, so a cut has nothing to undo. So does a change of the machine's pace: a step keeps
 * the pace with which it began.
 *
 * <p>Times are those of a step-by-step simulation up to rounding. Costs: O(admissions, completions,
 * log sequences) per boundary, independent of the tokens generated; O(sequences) when blocks run
 * out.
 */
final class Batcher {
  private static final double NO_STEP = Double.NaN;

  private final EngineSettings settings;
  private final IterationTime times;
  private final StepPlanner planner;

  /** The step being executed or, while the engine is idle, executed last. */
  private long currentStep;

  private boolean busy;
  private double runStart;
  private int runSteps;
  private double currentSeconds = NO_STEP;

  /** Of the step after the current one if it is planned already. */
  private double nextSeconds = NO_STEP;

  /** Pace of the machine now, and in the run under way; step times are those at pace 1. */
  private double pace = 1;

  private double runPace = 1;

  /** Seconds in steps, and what they would have taken at pace 1; as of the last boundary. */
  private double busySeconds;

  private double nominalSeconds;

  Batcher(EngineSettings settings, IterationTime times, Sequences sequences) {
    this.settings = settings;
    this.times = times;
    planner = new StepPlanner(settings, times, sequences);
  }

  private Batcher(Batcher other, Sequences sequences) {
    settings = other.settings;
    times = other.times;
    planner = other.planner.copy(sequences);
    currentStep = other.currentStep;
    busy = other.busy;
    runStart = other.runStart;
    runSteps = other.runSteps;
    currentSeconds = other.currentSeconds;
    nextSeconds = other.nextSeconds;
    pace = other.pace;
    runPace = other.runPace;
    busySeconds = other.busySeconds;
    nominalSeconds = other.nominalSeconds;
  }

  Batcher copy(Sequences copies) {
    return new Batcher(this, copies);
  }

  /** Whether a step is being executed. */
  boolean isBusy() {
    return busy;
  }

  /** Requests that wait or run. */
  int outstanding() {
    return planner.outstanding();
  }

  /** Blocks of KV cache that nobody holds, as of the last boundary. */
  int freeBlocks() {
    return planner.blocks().free();
  }

  /** Steps planned so far, as of the last boundary. */
  long stepCount() {
    return planner.lastPlanned() + 1;
  }

  /** Seconds spent in steps, as of the last boundary. */
  double busySeconds() {
    return busySeconds;
  }

  /** What these would have been on a machine as promised. */
  double nominalSeconds() {
    return nominalSeconds;
  }

  /**
   * Takes a request in.
   *
   * @return whether the next boundary has moved to {@link #runEnd}
   */
  boolean enqueue(int id, double now) {
    boolean isHead = planner.enqueue(id);
    if (!busy || !isHead || runSteps == 1 || !planner.mightAdmit(id)) {
      return false;
    }
    return cut(now);
  }

  /**
   * The machine does so much of what it promises from now on; the step under way ends as it began.
   *
   * @return whether the next boundary has moved to {@link #runEnd}
   */
  boolean changePace(double newPace, double now) {
    pace = newPace;
    return busy && pace != runPace && runSteps > 1 && cut(now);
  }

  /** Ends the run with the step under way; whether it would have been longer. */
  private boolean cut(double now) {
    int steps = stepsUntil((now - runStart) * runPace);
    boolean moved = steps < runSteps;
    runSteps = steps;
    return moved;
  }

  /** The least number of steps of this run that take no less than some time at pace 1. */
  private int stepsUntil(double seconds) {
    if (seconds <= currentSeconds) {
      return 1;
    }
    int head = headSteps();
    double left = seconds - headSeconds();
    if (left <= 0 || runSteps <= head) {
      return Math.min(head, runSteps);
    }
    DecodeSet decodes = planner.decodes();
    return head
        + times.decodesUntil(
            decodes.size(), decodes.contextSum() + decodes.size(), runSteps - head, left);
  }

  /** The requests that wait or run, in order of arrival; the engine is of no use afterwards. */
  int[] abandon() {
    return planner.abandon();
  }

  /** When the run ends: the time of the next boundary. */
  double runEnd() {
    if (runSteps == 1) {
      return runStart + currentSeconds / runPace;
    }
    DecodeSet decodes = planner.decodes();
    double rest =
        times.decodeSeconds(
            decodes.size(), decodes.contextSum() + decodes.size(), runSteps - headSteps());
    return runStart + headSeconds() / runPace + rest / runPace;
  }

  /** Steps of a run that were planned before it began. */
  private int headSteps() {
    return settings.asyncScheduling() ? 2 : 1;
  }

  private double headSeconds() {
    return settings.asyncScheduling() ? currentSeconds + nextSeconds : currentSeconds;
  }

  /** The boundary at which the run ends, or at which an idle engine looks for work. */
  void boundary(double now) {
    if (busy) {
      busySeconds += now - runStart;
      nominalSeconds += (now - runStart) * runPace;
      planner.repeat(runSteps - 1);
      currentStep += runSteps - 1;
      if (runSteps > 1 && settings.asyncScheduling()) {
        nextSeconds = planner.repeatedSeconds();
      }
      planner.release(currentStep, now);
    }
    begin(now);
  }

  private void begin(double now) {
    runStart = now;
    boolean otherPace = runPace != pace;
    runPace = pace;
    if (busy && !Double.isNaN(nextSeconds)) {
      currentSeconds = nextSeconds;
      currentStep++;
      if (otherPace) {
        planner.moveFirstTokens(now + currentSeconds / pace);
      }
    } else {
      currentSeconds = planner.plan(now, now, pace);
      currentStep = planner.lastPlanned();
    }
    busy = !Double.isNaN(currentSeconds);
    if (!busy) {
      nextSeconds = NO_STEP;
      return;
    }
    boolean repeats = true;
    if (settings.asyncScheduling()) {
      nextSeconds = planner.plan(now, now + currentSeconds / pace, pace);
      repeats = !Double.isNaN(nextSeconds);
    }
    runSteps = 1 + (repeats ? planner.trivialSteps(currentStep) : 0);
  }
}
