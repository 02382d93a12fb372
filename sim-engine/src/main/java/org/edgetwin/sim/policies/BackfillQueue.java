package org.edgetwin.sim.policies;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.edgetwin.sim.job.JobView;

/** Queued jobs in order of submission, by shape, with how long they are expected to take. */
final class BackfillQueue {
  private record Aside(int shape, int id, double duration) {}

  private final List<LimitIndex> indexByShape = new ArrayList<>();
  private final List<Integer> gpusByShape = new ArrayList<>();
  private final List<Aside> asideList = new ArrayList<>();
  private final BitSet excluded = new BitSet();
  private final BitSet onlyShort = new BitSet();

  void beginPass() {
    excluded.clear();
    onlyShort.clear();
    for (Aside aside : asideList) {
      indexByShape.get(aside.shape()).add(aside.id(), aside.duration());
    }
    asideList.clear();
  }

  /**
   * A job enters the queue.
   *
   * @param duration how long it is expected to take, seconds
   */
  void add(JobView job, double duration) {
    beginPass();
    while (indexByShape.size() <= job.shape()) {
      indexByShape.add(new LimitIndex());
      gpusByShape.add(0);
    }
    indexByShape.get(job.shape()).add(job.id(), duration);
    gpusByShape.set(job.shape(), job.gpus());
  }

  void remove(JobView job) {
    if (job.shape() < indexByShape.size()) {
      indexByShape.get(job.shape()).remove(job.id());
      asideList.removeIf(aside -> aside.id() == job.id());
    }
  }

  /** Sets a job aside until the next pass. */
  void setAside(JobView job) {
    LimitIndex index = indexByShape.get(job.shape());
    asideList.add(new Aside(job.shape(), job.id(), index.limit(job.id())));
    index.remove(job.id());
  }

  /** Looks at no further job of a shape in this pass. */
  void exclude(int shape) {
    excluded.set(shape);
  }

  /**
   * A job may not pass the head. The others of its shape may not either, unless they end by the
   * shadow time: only those are looked at from now on in this pass. If that did not keep this one
   * out, it would be short enough on its fastest GPUs but not on those it could have, and is set
   * aside.
   */
  void restrictOrSetAside(JobView job) {
    if (onlyShort.get(job.shape())) {
      setAside(job);
    }
    onlyShort.set(job.shape());
  }

  /** The first job of the shapes that are not excluded, or -1. */
  int first() {
    int best = -1;
    for (int shape = 0; shape < indexByShape.size(); shape++) {
      best = earlier(best, excluded.get(shape) ? -1 : indexByShape.get(shape).first());
    }
    return best;
  }

  /**
   * The first job that may start before a blocked head, or -1: it fits, and it ends by the shadow
   * time or takes no more than the extra GPUs.
   */
  int firstThatMayPass(int freeGpus, double now, double shadowTime, int extraGpus) {
    int best = -1;
    for (int shape = 0; shape < indexByShape.size(); shape++) {
      int gpus = gpusByShape.get(shape);
      if (gpus > freeGpus || excluded.get(shape)) {
        continue;
      }
      LimitIndex index = indexByShape.get(shape);
      boolean anyLength = gpus <= extraGpus && !onlyShort.get(shape);
      best = earlier(best, anyLength ? index.first() : index.firstWithin(now, shadowTime));
    }
    return best;
  }

  private static int earlier(int a, int b) {
    return a < 0 || (b >= 0 && b < a) ? b : a;
  }

  BackfillQueue copy() {
    BackfillQueue copy = new BackfillQueue();
    indexByShape.forEach(index -> copy.indexByShape.add(index.copy()));
    copy.gpusByShape.addAll(gpusByShape);
    copy.asideList.addAll(asideList);
    return copy;
  }
}
