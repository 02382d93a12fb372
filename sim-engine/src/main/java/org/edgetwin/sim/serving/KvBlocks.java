package org.edgetwin.sim.serving;

import java.util.Arrays;

/**
 * The KV cache of a replica: how many blocks are free, and what the free ones still hold.
 *
 * <p>Free blocks are evicted in the order in which they were freed. Those of a preempted request
 * and of a prefix group that nobody uses keep their content until then, and are taken back from the
 * order when their owner comes again. A sequence frees its last block first, so what is left of an
 * owner's blocks is always a prefix. Neighbours in the order with one owner form an extent; only
 * counts are kept.
 *
 * <p>Limits: a request that holds some of a group's blocks holds all of them, and what was evicted
 * of a group is not added again while several requests hold the rest, where vLLM counts holders
 * block by block. It makes no difference while all requests of a group share equally much and none
 * of that is evicted. Costs: O(extents eaten up) per call, amortised O(1).
 */
final class KvBlocks {
  /** No extent; also the end of the ring of extents. */
  static final int NONE = 0;

  private static final int ANYBODY = Integer.MIN_VALUE;

  private final int total;
  private int free;

  // The ring of extents, the next to be evicted behind NONE; unused ones linked by nextArray.
  private int[] nextArray = new int[16];
  private int[] previousArray = new int[16];
  private int[] countArray = new int[16];
  private int[] ownerArray = new int[16];
  private int unused = NONE;
  private int extentCount = 1;

  // Prefix groups.
  private int[] groupBlocks = new int[0];
  private int[] groupUsers = new int[0];
  private int[] groupExtent = new int[0];

  private final Sequences sequences;

  KvBlocks(int total, Sequences sequences) {
    this.total = total;
    this.sequences = sequences;
    free(total);
  }

  private KvBlocks(KvBlocks other, Sequences sequences) {
    total = other.total;
    free = other.free;
    nextArray = other.nextArray.clone();
    previousArray = other.previousArray.clone();
    countArray = other.countArray.clone();
    ownerArray = other.ownerArray.clone();
    unused = other.unused;
    extentCount = other.extentCount;
    groupBlocks = other.groupBlocks.clone();
    groupUsers = other.groupUsers.clone();
    groupExtent = other.groupExtent.clone();
    this.sequences = sequences;
  }

  KvBlocks copy(Sequences copies) {
    return new KvBlocks(this, copies);
  }

  /** Blocks that nobody holds. */
  int free() {
    return free;
  }

  int total() {
    return total;
  }

  /** Takes blocks, first in the order of eviction; there must be enough. */
  void take(int count) {
    free -= count;
    int left = count;
    while (left > 0) {
      int extent = nextArray[NONE];
      int taken = Math.min(left, countArray[extent]);
      left -= taken;
      countArray[extent] -= taken;
      int owner = ownerArray[extent];
      if (owner != ANYBODY && owner < 0) {
        groupBlocks[~owner] -= taken;
      }
      if (countArray[extent] == 0) {
        unlink(extent);
      }
    }
  }

  /** Frees blocks whose content nobody will ask for. */
  void free(int count) {
    if (count == 0) {
      return;
    }
    free += count;
    int last = previousArray[NONE];
    if (last != NONE && ownerArray[last] == ANYBODY) {
      countArray[last] += count;
    } else {
      append(ANYBODY, count);
    }
  }

  /** Frees blocks of a preempted request that keep their content. */
  void freeFor(int id, int count) {
    if (count > 0) {
      free += count;
      sequences.extent[id] = append(id, count);
    }
  }

  /** Blocks of its own that a preempted request would find again. */
  int kept(int id) {
    int extent = sequences.extent[id];
    return extent == NONE ? 0 : countArray[extent];
  }

  /** Takes back what a preempted request would find again. */
  void takeBack(int id) {
    int extent = sequences.extent[id];
    if (extent != NONE) {
      free -= countArray[extent];
      unlink(extent);
    }
  }

  /** Gives up what a preempted request would find again; the blocks keep their place. */
  void giveUp(int id) {
    int extent = sequences.extent[id];
    if (extent != NONE) {
      ownerArray[extent] = ANYBODY;
      sequences.extent[id] = NONE;
    }
  }

  /** Blocks that the cache holds of what a group shares. */
  int groupBlocks(int group) {
    return group < groupBlocks.length ? groupBlocks[group] : 0;
  }

  /** Those of a group's blocks that are free now and would not be if it had a user. */
  int freeGroupBlocks(int group) {
    return group < groupBlocks.length && groupUsers[group] == 0 ? groupBlocks[group] : 0;
  }

  /** One more request holds a group's blocks. */
  void useGroup(int group) {
    if (group >= groupBlocks.length) {
      int capacity = Math.max(group + 1, 2 * groupBlocks.length);
      groupBlocks = Arrays.copyOf(groupBlocks, capacity);
      groupUsers = Arrays.copyOf(groupUsers, capacity);
      groupExtent = Arrays.copyOf(groupExtent, capacity);
    }
    if (groupUsers[group]++ == 0 && groupExtent[group] != NONE) {
      free -= groupBlocks[group];
      unlink(groupExtent[group]);
    }
  }

  /**
   * A request that holds the first blocks of what its group shares offers more of them.
   *
   * @param held blocks of the group that it holds; it becomes a user if these are its first
   * @param shared blocks that it can offer, those included
   * @return whether they are the group's now; only if the cache has no more than {@code held}, and
   *     nobody else holds any
   */
  boolean growGroup(int group, int held, int shared) {
    if (groupBlocks(group) != held || (held > 0 && groupUsers[group] > 1)) {
      return false;
    }
    if (held == 0) {
      useGroup(group);
    }
    groupBlocks[group] = shared;
    return true;
  }

  /** One request fewer holds a group's blocks. */
  void leaveGroup(int group) {
    if (--groupUsers[group] == 0 && groupBlocks[group] > 0) {
      free += groupBlocks[group];
      groupExtent[group] = append(~group, groupBlocks[group]);
    }
  }

  private int append(int owner, int count) {
    int extent = unused;
    if (extent != NONE) {
      unused = nextArray[extent];
    } else {
      extent = extentCount++;
      if (extent == nextArray.length) {
        grow(2 * extent);
      }
    }
    int last = previousArray[NONE];
    nextArray[last] = extent;
    previousArray[extent] = last;
    nextArray[extent] = NONE;
    previousArray[NONE] = extent;
    countArray[extent] = count;
    ownerArray[extent] = owner;
    return extent;
  }

  private void unlink(int extent) {
    int owner = ownerArray[extent];
    if (owner >= 0) {
      sequences.extent[owner] = NONE;
    } else if (owner != ANYBODY) {
      groupExtent[~owner] = NONE;
    }
    nextArray[previousArray[extent]] = nextArray[extent];
    previousArray[nextArray[extent]] = previousArray[extent];
    nextArray[extent] = unused;
    unused = extent;
  }

  private void grow(int capacity) {
    nextArray = Arrays.copyOf(nextArray, capacity);
    previousArray = Arrays.copyOf(previousArray, capacity);
    countArray = Arrays.copyOf(countArray, capacity);
    ownerArray = Arrays.copyOf(ownerArray, capacity);
  }
}
