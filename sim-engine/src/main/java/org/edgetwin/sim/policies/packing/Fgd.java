package org.edgetwin.sim.policies.packing;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.edgetwin.sim.fleet.NodeGroupView;
import org.edgetwin.sim.fleet.NodeState;
import org.edgetwin.sim.fleet.NodeView;
import org.edgetwin.sim.fragmentation.Fragments;
import org.edgetwin.sim.fragmentation.TaskMix;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.EngineNotice;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.Placement;
import org.edgetwin.sim.scheduling.PlacementChoice;
import org.edgetwin.sim.scheduling.PlacementPolicy;
import org.edgetwin.sim.scheduling.ScoreTerm;
import org.edgetwin.sim.scheduling.Slice;

/**
 * Fragmentation gradient descent [fgd]: the node, and on it the GPU, where the job makes the
 * expected fragmentation ({@link Fragments}) grow least. As in the published plug-in the score is
 * an integer, 100 x sigmoid((F before - F after) / one GPU); ties go to the first node, then to the
 * first GPU.
 *
 * <p>Differs from [fgd]: the typical tasks are learned from the jobs that were submitted so far,
 * again at every doubling of their number, where the paper takes them from the whole trace. A gang
 * that fits on no single node goes where first-fit puts it.
 *
 * <p>Scores are kept for each shape of job and looked at again only for nodes that have changed
 * since. Complexity: O(nodes) for finding what has changed, plus O(task classes x GPUs of a node)
 * for each node that has.
 */
final class Fgd implements PlacementPolicy {
  private static final double MILLI = 1000;
  private static final byte UNFIT = -1;

  /** More shapes than this at a time are forgotten, so that memory is bounded. */
  private static final int MOST_SHAPES = 1024;

  private final PlacementPolicy fallback;
  private final TaskMix mix;

  private List<TaskMix.Typical> typicalList = List.of();

  /** By index of the node group. */
  private Fragments[] fragmentsByGroup = {};

  /** By node: F as it is, and of which version of the node. */
  private double[] fragmentArray = {};

  private int[] fragmentVersionArray = {};
  private final Map<Integer, Scores> scoresByShape = new HashMap<>();

  /** By node: score of a shape, on which GPU, and of which version of the node. */
  private static final class Scores {
    final byte[] score;
    final byte[] gpu;
    final int[] version;

    Scores(int nodeCount) {
      score = new byte[nodeCount];
      gpu = new byte[nodeCount];
      version = new int[nodeCount];
    }
  }

  Fgd(PlacementPolicy fallback) {
    this(fallback, new TaskMix());
  }

  private Fgd(PlacementPolicy fallback, TaskMix mix) {
    this.fallback = fallback;
    this.mix = mix;
  }

  @Override
  public Set<EngineNotice.Kind> listensTo() {
    return EnumSet.of(EngineNotice.Kind.JOB_ARRIVED);
  }

  @Override
  public void on(EngineNotice notice, ClusterView view) {
    if (notice instanceof EngineNotice.JobArrived arrived) {
      mix.submitted(view.job(arrived.job()).demand());
    }
  }

  @Override
  public PlacementChoice choose(JobView job, ClusterView view) {
    Scores scores = scores(job, view);
    int best = -1;
    for (int i = 0; i < view.groupCount(); i++) {
      NodeGroupView group = view.group(i);
      if (view.plan().accepts(job, group.index())) {
        best = bestIn(group, job, view, scores, best);
      }
    }
    if (best < 0) {
      return ScoredPlacement.maySpan(job) ? fallback.choose(job, view) : PlacementChoice.MISFIT;
    }
    if (job.demand().wholeGpus()) {
      // The quota is all that could still be in the way.
      return job.gpus() > view.freeGpus()
          ? PlacementChoice.MISFIT
          : Placement.whole(List.of(Slice.of(best, job.gpus())));
    }
    int milli = job.demand().milliPerGpu();
    return view.plan().canShare(job, best, scores.gpu[best], milli)
        ? Placement.shared(best, scores.gpu[best], milli)
        : fallback.choose(job, view);
  }

  private void measureBy(List<TaskMix.Typical> typical, ClusterView view) {
    fragmentsByGroup = new Fragments[view.fleet().groupCount()];
    Map<String, Fragments> byModel = new HashMap<>();
    for (int g = 0; g < fragmentsByGroup.length; g++) {
      fragmentsByGroup[g] =
          byModel.computeIfAbsent(
              view.fleet().group(g).gpuModel().id(), model -> new Fragments(typical, model));
    }
    scoresByShape.clear();
    fragmentArray = new double[view.fleet().nodeCount()];
    fragmentVersionArray = new int[fragmentArray.length];
  }

  private Scores scores(JobView job, ClusterView view) {
    if (mix.isDue()) {
      typicalList = mix.typical();
      measureBy(typicalList, view);
    } else if (fragmentsByGroup.length != view.fleet().groupCount()) {
      measureBy(typicalList, view);
    }
    Scores scores = scoresByShape.get(job.shape());
    if (scores == null) {
      if (scoresByShape.size() >= MOST_SHAPES) {
        scoresByShape.clear();
      }
      scores = new Scores(view.fleet().nodeCount());
      scoresByShape.put(job.shape(), scores);
    }
    return scores;
  }

  private int bestIn(
      NodeGroupView group, JobView job, ClusterView view, Scores scores, int bestSoFar) {
    int best = bestSoFar;
    for (int i = 0; i < group.nodeCount(); i++) {
      int node = group.node(i);
      NodeView nodeView = view.fleet().node(node);
      if (scores.version[node] != nodeView.version()) {
        rate(nodeView, job.demand(), scores);
      }
      byte score = scores.score[node];
      if (score != UNFIT
          && (best < 0
              || score > scores.score[best]
              || (score == scores.score[best] && node < best))) {
        best = node;
      }
    }
    return best;
  }

  @Override
  public List<ScoreTerm> terms(JobView job, ClusterView view) {
    Scores scores = scores(job, view);
    BestNodes best = new BestNodes();
    for (int i = 0; i < view.groupCount(); i++) {
      NodeGroupView group = view.group(i);
      if (!view.plan().accepts(job, group.index())) {
        continue;
      }
      bestIn(group, job, view, scores, -1);
      for (int j = 0; j < group.nodeCount(); j++) {
        if (scores.score[group.node(j)] != UNFIT) {
          best.add(view.fleet().node(group.node(j)), scores.score[group.node(j)]);
        }
      }
    }
    return best.terms();
  }

  private void rate(NodeView node, Demand demand, Scores scores) {
    scores.version[node.index()] = node.version();
    scores.score[node.index()] = UNFIT;
    if (node.state() != NodeState.UP
        || node.freeCpuMilli() < demand.cpuMilli()
        || node.freeMemoryMib() < demand.memoryMib()) {
      return;
    }
    int[] free = new int[node.spec().gpuCount()];
    for (int gpu = 0; gpu < free.length; gpu++) {
      free[gpu] = node.freeMilli(gpu);
    }
    double before = before(node, free);
    if (demand.wholeGpus()) {
      rateWhole(node, demand, free, before, scores);
    } else {
      rateShares(node, demand, free, before, scores);
    }
  }

  private void rateWhole(NodeView node, Demand demand, int[] free, double before, Scores scores) {
    int taken = 0;
    for (int gpu = 0; gpu < free.length && taken < demand.gpus(); gpu++) {
      if (free[gpu] == Demand.WHOLE_GPU) {
        free[gpu] = 0;
        taken++;
      }
    }
    if (taken == demand.gpus()) {
      scores.score[node.index()] = score(before, after(node, demand, free));
    }
  }

  private void rateShares(NodeView node, Demand demand, int[] free, double before, Scores scores) {
    for (int gpu = 0; gpu < free.length; gpu++) {
      int milli = free[gpu];
      if (milli < demand.milliPerGpu()
          || isRated(free, gpu)
          || node.freeGpuMemoryGb(gpu) < demand.gpuMemoryGb()) {
        continue;
      }
      free[gpu] = milli - demand.milliPerGpu();
      byte score = score(before, after(node, demand, free));
      free[gpu] = milli;
      if (score > scores.score[node.index()]) {
        scores.score[node.index()] = score;
        scores.gpu[node.index()] = (byte) gpu;
      }
    }
  }

  /** Whether an earlier GPU has as much left, so that this one cannot be better. */
  private static boolean isRated(int[] free, int gpu) {
    for (int earlier = 0; earlier < gpu; earlier++) {
      if (free[earlier] == free[gpu]) {
        return true;
      }
    }
    return false;
  }

  private double before(NodeView node, int[] free) {
    int index = node.index();
    if (fragmentVersionArray[index] != node.version()) {
      fragmentVersionArray[index] = node.version();
      fragmentArray[index] = fragmentsByGroup[node.group()].of(free, node.freeCpuMilli());
    }
    return fragmentArray[index];
  }

  private double after(NodeView node, Demand demand, int[] free) {
    return fragmentsByGroup[node.group()].of(free, node.freeCpuMilli() - demand.cpuMilli());
  }

  private static byte score(double before, double after) {
    return (byte) (100 / (1 + Math.exp((after - before) / MILLI)));
  }

  @Override
  public Knowledge knowledge() {
    return Knowledge.NONE;
  }

  @Override
  public PlacementPolicy copy() {
    Fgd copy = new Fgd(fallback.copy(), new TaskMix(mix));
    copy.typicalList = typicalList;
    return copy;
  }
}
