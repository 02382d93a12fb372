package org.edgetwin.sim.serving;

import java.util.Arrays;

/**
 * The sequences that get one token in every iteration, as sums over them.
 *
 * <p>Their contexts grow by one from step to step, so neither a context nor the need of a block is
 * kept per sequence: the sum of the contexts grows by the number of sequences, and a sequence needs
 * a new block in every step of one residue class modulo the block size.
 */
final class DecodeSet {
  private final Sequences sequences;
  private final int blockSize;
  private int size;

  /** Sum of the contexts in the step planned last. */
  private long contextSum;

  /** How many sequences need a block in the steps that leave this rest modulo the block size. */
  private final int[] needArray;

  // Heap by last step, then seat; entries of sequences that were preempted since are skipped.
  private long[] stepArray = new long[16];
  private long[] seatArray = new long[16];
  private int[] idArray = new int[16];
  private int heapSize;

  DecodeSet(Sequences sequences, int blockSize) {
    this.sequences = sequences;
    this.blockSize = blockSize;
    needArray = new int[blockSize];
  }

  private DecodeSet(DecodeSet other, Sequences sequences) {
    this.sequences = sequences;
    blockSize = other.blockSize;
    size = other.size;
    contextSum = other.contextSum;
    needArray = other.needArray.clone();
    stepArray = other.stepArray.clone();
    seatArray = other.seatArray.clone();
    idArray = other.idArray.clone();
    heapSize = other.heapSize;
  }

  DecodeSet copy(Sequences copies) {
    return new DecodeSet(this, copies);
  }

  int size() {
    return size;
  }

  long contextSum() {
    return contextSum;
  }

  /** Goes on by some steps. */
  void advance(long steps) {
    contextSum += size * steps;
  }

  /** Adds a sequence whose prefill ends in a step; it takes part from the next step on. */
  void add(int id, long step) {
    size++;
    contextSum += sequences.contextBase[id] + step;
    needArray[residue(id)]++;
    push(sequences.lastStep[id], sequences.seat[id], id);
  }

  /** Takes out a sequence; {@code step} is the step planned last, or being planned. */
  void remove(int id, long step) {
    size--;
    contextSum -= sequences.contextBase[id] + step;
    needArray[residue(id)]--;
  }

  /** Whether a sequence needs a new block in a step. */
  boolean needsBlock(int id, long step) {
    return residue(id) == Math.floorMod(step, blockSize);
  }

  /** It fills a block in step s if the s-th context is a multiple of the block size plus one. */
  private int residue(int id) {
    return (int) Math.floorMod(1 - sequences.contextBase[id], (long) blockSize);
  }

  /** Blocks that some steps in a row need. */
  int blocksNeeded(long firstStep, long steps) {
    long cycles = steps / blockSize;
    long needed = cycles * size;
    for (long step = firstStep + cycles * blockSize; step < firstStep + steps; step++) {
      needed += needArray[Math.floorMod(step, blockSize)];
    }
    return (int) Math.min(needed, Integer.MAX_VALUE);
  }

  /** How many steps in a row, at most {@code most}, get by with some blocks. */
  long stepsWithin(int blocks, long firstStep, long most) {
    if ((most / blockSize + 1) * size <= blocks) {
      return most;
    }
    long cycles = Math.min(most / blockSize, blocks / size);
    long left = blocks - cycles * size;
    long steps = cycles * blockSize;
    while (steps < most) {
      left -= needArray[Math.floorMod(firstStep + steps, blockSize)];
      if (left < 0) {
        break;
      }
      steps++;
    }
    return steps;
  }

  /** The first of the last steps of all sequences; the set must not be empty. */
  long firstLastStep() {
    skipStale();
    return stepArray[0];
  }

  /**
   * The sequence that leaves first, if its last step is before a step; -1 if there is none. It
   * stays in the set.
   */
  int firstToLeave(long step) {
    skipStale();
    return heapSize > 0 && stepArray[0] < step ? idArray[0] : -1;
  }

  private void skipStale() {
    while (heapSize > 0 && isStale()) {
      pop();
    }
  }

  private boolean isStale() {
    int id = idArray[0];
    return sequences.state[id] != Sequences.State.DECODE
        || sequences.seat[id] != seatArray[0]
        || sequences.lastStep[id] != stepArray[0];
  }

  private void push(long step, long seat, int id) {
    if (heapSize == idArray.length) {
      stepArray = Arrays.copyOf(stepArray, 2 * heapSize);
      seatArray = Arrays.copyOf(seatArray, 2 * heapSize);
      idArray = Arrays.copyOf(idArray, 2 * heapSize);
    }
    int hole = heapSize++;
    while (hole > 0 && isBefore(step, seat, (hole - 1) / 2)) {
      move((hole - 1) / 2, hole);
      hole = (hole - 1) / 2;
    }
    put(hole, step, seat, id);
  }

  private void pop() {
    heapSize--;
    long step = stepArray[heapSize];
    long seat = seatArray[heapSize];
    int id = idArray[heapSize];
    int hole = 0;
    int child = 1;
    while (child < heapSize) {
      if (child + 1 < heapSize && isBefore(stepArray[child + 1], seatArray[child + 1], child)) {
        child++;
      }
      if (isBefore(step, seat, child)) {
        break;
      }
      move(child, hole);
      hole = child;
      child = 2 * hole + 1;
    }
    put(hole, step, seat, id);
  }

  private boolean isBefore(long step, long seat, int row) {
    return step < stepArray[row] || (step == stepArray[row] && seat < seatArray[row]);
  }

  private void move(int from, int to) {
    put(to, stepArray[from], seatArray[from], idArray[from]);
  }

  private void put(int row, long step, long seat, int id) {
    stepArray[row] = step;
    seatArray[row] = seat;
    idArray[row] = id;
  }
}
