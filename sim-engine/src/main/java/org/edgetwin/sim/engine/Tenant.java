package org.edgetwin.sim.engine;

import java.util.EnumSet;
import java.util.Set;
import org.edgetwin.sim.scheduling.EngineNotice;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.Scheduler;

/** One virtual cluster inside the engine: its queue, its running jobs, and who decides for it. */
final class Tenant {
  final int index;
  final int[] groupArray;
  final JobList queued;
  final JobList running;
  final WakeUp wakeUp;
  final Deliberation deliberation;

  /** Jobs in the system whose demand is more than a number of whole GPUs. */
  int unplainJobs;

  /** Jobs in the system that can run without a whole GPU. */
  int partialJobs;

  Knowledge knowledge = Knowledge.NONE;
  private Scheduler listener;

  private Set<EngineNotice.Kind> listenedKinds = EnumSet.noneOf(EngineNotice.Kind.class);

  Tenant(int index, int[] groupArray, SimulatedCluster cluster, DecisionTime decisionTime) {
    this(
        index,
        groupArray,
        cluster,
        new JobList(),
        new JobList(),
        new Deliberation(cluster, index, decisionTime, nodes(cluster, groupArray)));
  }

  private Tenant(
      int index,
      int[] groupArray,
      SimulatedCluster cluster,
      JobList queued,
      JobList running,
      Deliberation deliberation) {
    this.index = index;
    this.groupArray = groupArray;
    this.queued = queued;
    this.running = running;
    this.deliberation = deliberation;
    wakeUp = new WakeUp(cluster, index);
  }

  private static int nodes(SimulatedCluster cluster, int[] groupArray) {
    int nodes = 0;
    for (int group : groupArray) {
      nodes += cluster.fleet().group(group).nodeCount();
    }
    return nodes;
  }

  Tenant copy(SimulatedCluster cluster) {
    Tenant copy =
        new Tenant(
            index,
            groupArray,
            cluster,
            queued.copy(cluster),
            running.copy(cluster),
            deliberation.copy(cluster));
    copy.unplainJobs = unplainJobs;
    copy.partialJobs = partialJobs;
    copy.knowledge = knowledge;
    return copy;
  }

  void listen(Scheduler scheduler) {
    listener = scheduler;
    listenedKinds = EnumSet.noneOf(EngineNotice.Kind.class);
    listenedKinds.addAll(scheduler.listensTo());
  }

  boolean hears(EngineNotice.Kind kind) {
    return listenedKinds.contains(kind);
  }

  Scheduler listener() {
    return listener;
  }

  /** A job came into the system (1) or left it (-1). */
  void count(Shape shape, int change) {
    unplainJobs += shape.plain() ? 0 : change;
    partialJobs += shape.demand().wholeGpus() && shape.demand().gpus() > 0 ? 0 : change;
  }
}
