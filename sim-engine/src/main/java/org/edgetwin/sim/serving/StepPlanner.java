package org.edgetwin.sim.serving;

import java.util.Arrays;
import org.edgetwin.gpu.serving.IterationTime;
import org.edgetwin.sim.serving.Sequences.State;

/**
 * Decides what the next step works on, as vLLM's scheduler with the policy first come, first
 * served: running sequences first, in the order of their admission, each one token or the next
 * chunk of its prompt; then waiting requests while tokens, seats and blocks last. When blocks run
 * out, the sequence admitted last gives its blocks back, and starts over at the head of the queue;
 * no request is admitted in that step.
 *
 * <p>At most one prompt is in prefill between two steps, and it is the one admitted last, because
 * nobody is admitted behind a prompt that has not got all its tokens.
 */
final class StepPlanner {
  private static final int NOBODY = -1;

  private final EngineSettings settings;
  private final IterationTime times;
  private final Sequences sequences;
  private final KvBlocks blocks;
  private final SequenceBlocks held;
  private final DecodeSet decodes;
  private final IdQueue waiting;

  /** Those whose last step is planned, first to end first. */
  private final IdQueue leaving;

  /** Holders of seats in the order of their admission. */
  private final int[] runningArray;

  private int runningCount;
  private int outstanding;

  /** The prompt in prefill, and its tokens that are planned already. */
  private int prefilling = NOBODY;

  private int prefilledTokens;
  private long admissions;
  private long lastPlanned = -1;

  /** Whether the head of the queue waits for a seat or for blocks. */
  private boolean blocked;

  // Sums of the step being planned.
  private int budget;
  private int prefillTokens;
  private double prefillPairs;
  private final int[] endedArray;
  private int endedCount;

  /** How many of these get their first token. */
  private int firstTokens;

  StepPlanner(EngineSettings settings, IterationTime times, Sequences sequences) {
    this.settings = settings;
    this.times = times;
    this.sequences = sequences;
    blocks = new KvBlocks(settings.kvBlocks(), sequences);
    held = new SequenceBlocks(settings, sequences, blocks);
    decodes = new DecodeSet(sequences, settings.blockSize());
    waiting = new IdQueue();
    leaving = new IdQueue();
    runningArray = new int[settings.maxNumSeqs()];
    endedArray = new int[settings.maxNumSeqs()];
  }

  private StepPlanner(StepPlanner other, Sequences sequences) {
    settings = other.settings;
    times = other.times;
    this.sequences = sequences;
    blocks = other.blocks.copy(sequences);
    held = new SequenceBlocks(settings, sequences, blocks);
    decodes = other.decodes.copy(sequences);
    waiting = other.waiting.copy();
    leaving = other.leaving.copy();
    runningArray = other.runningArray.clone();
    runningCount = other.runningCount;
    outstanding = other.outstanding;
    prefilling = other.prefilling;
    prefilledTokens = other.prefilledTokens;
    admissions = other.admissions;
    lastPlanned = other.lastPlanned;
    blocked = other.blocked;
    endedArray = other.endedArray.clone();
    firstTokens = other.firstTokens;
  }

  StepPlanner copy(Sequences copies) {
    return new StepPlanner(this, copies);
  }

  KvBlocks blocks() {
    return blocks;
  }

  DecodeSet decodes() {
    return decodes;
  }

  /** The last step planned; -1 before the first. */
  long lastPlanned() {
    return lastPlanned;
  }

  int outstanding() {
    return outstanding;
  }

  /** Takes a request in; whether it is the first in the queue. */
  boolean enqueue(int id) {
    outstanding++;
    waiting.addLast(id);
    return waiting.size() == 1;
  }

  /** Everybody who has not ended, in order of arrival. */
  int[] abandon() {
    int[] idArray = new int[outstanding];
    int count = 0;
    for (; count < runningCount; count++) {
      idArray[count] = runningArray[count];
    }
    while (!leaving.isEmpty()) {
      int id = leaving.removeFirst();
      if (sequences.state[id] == State.LEAVING_WITHOUT_BLOCKS) {
        idArray[count++] = id;
      }
    }
    while (!waiting.isEmpty()) {
      idArray[count++] = waiting.removeFirst();
    }
    Arrays.sort(idArray);
    return idArray;
  }

  /** False only if it is certain that a request cannot be admitted before somebody leaves. */
  boolean mightAdmit(int id) {
    return runningCount < settings.maxNumSeqs() && held.fits(id, 1);
  }

  /**
   * How many steps after the one planned last can only repeat it, so that nothing is left to decide
   * before them.
   *
   * @param currentStep the step being executed
   */
  int trivialSteps(long currentStep) {
    boolean undecided = prefilling != NOBODY || (!waiting.isEmpty() && !blocked);
    if (undecided || decodes.size() == 0) {
      return 0;
    }
    long steps = decodes.firstLastStep() - lastPlanned;
    if (!leaving.isEmpty()) {
      steps = Math.min(steps, sequences.lastStep[leaving.first()] - currentStep);
    }
    steps = Math.min(steps, Integer.MAX_VALUE - 1);
    return (int) decodes.stepsWithin(blocks.free(), lastPlanned + 1, steps);
  }

  /** Plans trivial steps after the fact. */
  void repeat(int steps) {
    if (steps > 0) {
      firstTokens = 0;
      blocks.take(decodes.blocksNeeded(lastPlanned + 1, steps));
      decodes.advance(steps);
      lastPlanned += steps;
    }
  }

  /** Seconds of the step planned last, which was trivial. */
  double repeatedSeconds() {
    return times.seconds(0, 0, decodes.size(), decodes.contextSum(), decodes.size());
  }

  /** Lets go of everybody whose last step has ended. */
  void release(long endedStep, double now) {
    retire(endedStep + 1);
    while (!leaving.isEmpty() && sequences.lastStep[leaving.first()] <= endedStep) {
      int id = leaving.removeFirst();
      if (sequences.state[id] == State.LEAVING) {
        held.free(id);
        giveUpSeat(id);
      }
      sequences.finish(id, now);
      outstanding--;
    }
  }

  private void giveUpSeat(int id) {
    int place = 0;
    while (runningArray[place] != id) {
      place++;
    }
    runningCount--;
    System.arraycopy(runningArray, place + 1, runningArray, place, runningCount - place);
  }

  /** Those whose last step is before {@code step} take no part in it. */
  private void retire(long step) {
    int id = decodes.firstToLeave(step);
    while (id >= 0) {
      decodes.remove(id, lastPlanned);
      sequences.state[id] = State.LEAVING;
      leaving.addLast(id);
      id = decodes.firstToLeave(step);
    }
  }

  /**
   * Plans the next step.
   *
   * @param now time of the boundary
   * @param start when the step will begin
   * @param pace of the machine if it does not change until then
   * @return its seconds at pace 1; NaN if there is nothing to do
   */
  double plan(double now, double start, double pace) {
    long step = lastPlanned + 1;
    retire(step);
    decodes.advance(1);
    boolean preempted = false;
    int needed = decodes.blocksNeeded(step, 1);
    if (needed <= blocks.free()) {
      blocks.take(needed);
    } else {
      takeWithPreemption(step);
      preempted = true;
    }
    budget = settings.maxNumBatchedTokens() - decodes.size();
    prefillTokens = 0;
    prefillPairs = 0;
    endedCount = 0;
    firstTokens = 0;
    if (prefilling != NOBODY) {
      preempted |= !continuePrefill(step);
    }
    blocked = false;
    if (!preempted) {
      admit(now);
    }
    int decoding = decodes.size();
    if (decoding == 0 && prefillTokens == 0) {
      return Double.NaN;
    }
    lastPlanned = step;
    double seconds =
        times.seconds(
            prefillTokens, prefillPairs, decoding, decodes.contextSum(), decoding + endedCount);
    for (int i = 0; i < endedCount; i++) {
      int id = endedArray[i];
      endPrefill(id, step);
      if (Double.isNaN(sequences.firstTokenTime[id])) {
        endedArray[firstTokens++] = id;
      }
    }
    moveFirstTokens(start + seconds / pace);
    return seconds;
  }

  /** The step planned last ends at a time, and with it those prompts that end in it. */
  void moveFirstTokens(double end) {
    for (int i = 0; i < firstTokens; i++) {
      sequences.firstTokenTime[endedArray[i]] = end;
    }
  }

  /** Gives each sequence in decode that needs one a block, at the cost of those admitted last. */
  private void takeWithPreemption(long step) {
    for (int i = 0; i < runningCount; i++) {
      int id = runningArray[i];
      if (sequences.state[id] == State.DECODE && decodes.needsBlock(id, step)) {
        while (i < runningCount && blocks.free() == 0) {
          preemptLast(step);
        }
        if (i < runningCount) {
          blocks.take(1);
        }
      }
    }
  }

  private void preemptLast(long step) {
    int id = runningArray[--runningCount];
    switch (sequences.state[id]) {
      case LEAVING -> {
        held.free(id);
        sequences.state[id] = State.LEAVING_WITHOUT_BLOCKS;
      }
      case DECODE -> {
        decodes.remove(id, step);
        int computed = (int) (sequences.contextBase[id] + step - 1);
        sequences.generated[id] = computed + 1 - sequences.promptTokens[id];
        startOver(id, computed);
      }
      default -> {
        prefilling = NOBODY;
        startOver(id, prefilledTokens);
      }
    }
  }

  /** Back to the head of the queue; full blocks can be found again. */
  private void startOver(int id, int computedTokens) {
    held.freeToFindAgain(id, computedTokens);
    sequences.preemptions[id]++;
    sequences.state[id] = State.WAITING;
    waiting.addFirst(id);
  }

  /** The next chunk of the prompt in prefill; false if it had to start over. */
  private boolean continuePrefill(long step) {
    int id = prefilling;
    int chunk = Math.min(sequences.prefillTokens(id) - prefilledTokens, budget);
    int needed = settings.blocksFor(prefilledTokens + chunk) - settings.blocksFor(prefilledTokens);
    if (needed > blocks.free()) {
      preemptLast(step);
      return false;
    }
    blocks.take(needed);
    addChunk(id, prefilledTokens, chunk);
    return true;
  }

  private void addChunk(int id, int before, int chunk) {
    budget -= chunk;
    prefillTokens += chunk;
    prefillPairs += chunk * (before + 0.5 * chunk);
    prefilledTokens = before + chunk;
    if (prefilledTokens == sequences.prefillTokens(id)) {
      prefilling = NOBODY;
      endedArray[endedCount++] = id;
    } else {
      prefilling = id;
    }
  }

  private void admit(double now) {
    while (!waiting.isEmpty() && budget > 0) {
      int id = waiting.first();
      blocked = runningCount == settings.maxNumSeqs() || !held.fits(id, budget);
      if (blocked) {
        return;
      }
      int before = held.foundTokens(id);
      int rest = sequences.prefillTokens(id) - before;
      if (rest > budget && !settings.chunkedPrefill()) {
        return;
      }
      waiting.removeFirst();
      held.takeFound(id);
      int chunk = Math.min(rest, budget);
      blocks.take(settings.blocksFor(before + chunk) - settings.blocksFor(before));
      runningArray[runningCount++] = id;
      sequences.seat[id] = admissions++;
      sequences.state[id] = State.PREFILL;
      if (Double.isNaN(sequences.scheduledTime[id])) {
        sequences.scheduledTime[id] = now;
      }
      addChunk(id, before, chunk);
    }
  }

  private void endPrefill(int id, long step) {
    int tokens = sequences.prefillTokens(id);
    sequences.state[id] = State.DECODE;
    sequences.contextBase[id] = tokens - step;
    sequences.lastStep[id] = step + sequences.outputTokens[id] - sequences.generated[id] - 1;
    decodes.add(id, step);
    if (held.sharePrefix(id)) {
      // The head of the queue may find these blocks, and so fit.
      blocked = false;
    }
  }
}
