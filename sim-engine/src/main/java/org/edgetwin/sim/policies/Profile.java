package org.edgetwin.sim.policies;

import java.util.ArrayList;
import java.util.List;

/**
 * Free GPUs over future time: a step function. A step holds from its time to the next one's, the
 * last for ever.
 *
 * <p>Steps are kept in blocks that know their smallest and largest value, so that a search skips
 * what cannot matter and a change of a long interval touches two blocks' steps and one number in
 * each block between. With n steps a change costs O(n / block + block); a search costs the same
 * unless it meets many gaps that are too short.
 */
public final class Profile {
  private final List<ProfileBlock> blocks;

  /** So many free GPUs from a time on, for ever. */
  public Profile(double time, int free) {
    this(new ArrayList<>());
    ProfileBlock block = new ProfileBlock();
    block.insert(0, time, free);
    blocks.add(block);
  }

  private Profile(List<ProfileBlock> blocks) {
    this.blocks = blocks;
  }

  /** Forgets what lies before a time. */
  void advance(double now) {
    int first = 0;
    while (first + 1 < blocks.size() && blocks.get(first + 1).time(0) <= now) {
      first++;
    }
    blocks.subList(0, first).clear();
    blocks.get(0).advance(now);
  }

  /**
   * The earliest time, now or later, from which so many GPUs are free for so long; positive
   * infinity if never.
   */
  public double earliest(int gpus, double duration) {
    double start = Double.NaN;
    for (ProfileBlock block : blocks) {
      boolean open = !Double.isNaN(start);
      if (open ? block.min() >= gpus && block.lastTime() < start + duration : block.max() < gpus) {
        continue;
      }
      for (int i = 0; i < block.size(); i++) {
        if (open && block.time(i) >= start + duration) {
          return start;
        }
        if (block.free(i) < gpus) {
          open = false;
        } else if (!open) {
          open = true;
          start = block.time(i);
        }
      }
      start = open ? start : Double.NaN;
    }
    return Double.isNaN(start) ? Double.POSITIVE_INFINITY : start;
  }

  /**
   * Changes the free GPUs in an interval; the end may be infinite. What lies before the first step
   * is of no interest.
   */
  public void change(double start, double end, int gpus) {
    if (end != Double.POSITIVE_INFINITY) {
      makeStep(end);
    }
    makeStep(start);
    for (int b = blockOf(start); b < blocks.size() && blocks.get(b).time(0) < end; b++) {
      blocks.get(b).change(start, end, gpus);
    }
  }

  private int blockOf(double time) {
    int low = 0;
    int high = blocks.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (blocks.get(middle).time(0) <= time) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private void makeStep(double time) {
    int index = blockOf(time);
    ProfileBlock block = blocks.get(index);
    block.makeStep(time);
    if (block.isFull()) {
      blocks.add(index + 1, block.splitOff());
    }
  }

  Profile copy() {
    List<ProfileBlock> copies = new ArrayList<>(blocks.size());
    blocks.forEach(block -> copies.add(block.copy()));
    return new Profile(copies);
  }
}
