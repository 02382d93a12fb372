package org.edgetwin.sim.policies.elastic;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.sim.fleet.NodeGroupView;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.DurationKnowledge;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.ScoreTerm;
import org.edgetwin.sim.scheduling.SpeedKnowledge;

/**
 * Optimus [optimus2018] for jobs that exchange gradients by all-reduce: every job gets its smallest
 * gang, in order of submission; then GPUs go one after the other to the job whose remaining time
 * they shorten most, until none shortens any.
 *
 * <p>Differences from the paper: no parameter servers. Larger gangs than one GPU more are looked at
 * too, and the gain counts per GPU, because the second node of a gang alone makes it slower. What
 * is left to do comes from the declared knowledge, not from a curve fitted to the loss. Batches
 * stay, as in the paper. GPU types look alike: speeds are those of the first group that a job may
 * use.
 */
final class Optimus implements GangPlanner {
  /** Gangs of which people are told. */
  private static final int MOST_TOLD = 4;

  private final DurationKnowledge durations;

  Optimus(DurationKnowledge durations) {
    this.durations = durations;
  }

  /**
   * Gives each job its smallest gang as long as there are GPUs.
   *
   * @return GPUs that are left
   */
  static int giveLeast(Round round, int[] gpus) {
    int left = round.machines().left();
    for (int i = 0; i < gpus.length; i++) {
      JobView job = round.jobs().get(i);
      int least = job.elasticity().leastGpus();
      if (least <= left && !round.groups(job).isEmpty()) {
        gpus[i] = least;
        left -= least;
      }
    }
    return left;
  }

  @Override
  public void plan(Round round) {
    int jobs = round.jobs().size();
    int[] gpus = new int[jobs];
    int left = giveLeast(round, gpus);
    double[][] secondsByGpus = new double[jobs][];
    for (int i = 0; i < jobs; i++) {
      secondsByGpus[i] = gpus[i] == 0 ? new double[0] : seconds(round, round.jobs().get(i));
    }
    while (left > 0) {
      int best = -1;
      int bestStep = 0;
      double bestGain = 0;
      for (int i = 0; i < jobs; i++) {
        double[] seconds = secondsByGpus[i];
        for (int step = 1; step <= left && gpus[i] + step < seconds.length; step++) {
          double gain = (seconds[gpus[i]] - seconds[gpus[i] + step]) / step;
          if (gain > bestGain) {
            best = i;
            bestStep = step;
            bestGain = gain;
          }
        }
      }
      if (best < 0) {
        break;
      }
      gpus[best] += bestStep;
      left -= bestStep;
    }
    new GreedyGangs(round, (job, group, count, nodes) -> round.view().batch(job)).place(gpus);
  }

  /** The remaining time with its smallest gang, and what it would save with larger ones. */
  @Override
  public List<ScoreTerm> terms(Round round, JobView job) {
    List<ScoreTerm> terms = new ArrayList<>();
    if (round.groups(job).isEmpty()) {
      return terms;
    }
    double[] seconds = seconds(round, job);
    int least = job.elasticity().leastGpus();
    if (least >= seconds.length) {
      return terms;
    }
    terms.add(
        new ScoreTerm(
            least + " GPUs", "remaining time of its smallest gang, seconds", seconds[least]));
    int last = Math.min(seconds.length - 1, least + MOST_TOLD);
    for (int gpus = least + 1; gpus <= last; gpus++) {
      terms.add(
          new ScoreTerm(
              gpus + " GPUs",
              "seconds saved by each GPU more, largest first",
              (seconds[least] - seconds[gpus]) / (gpus - least)));
    }
    return terms;
  }

  /** Remaining time by number of GPUs, as packed as they can be; nothing at 0. */
  private static double[] seconds(Round round, JobView job) {
    ClusterView view = round.view();
    List<NodeGroupView> groups = round.groups(job);
    NodeGroupView group = groups.get(0);
    double work = view.predictedRemaining(job);
    double[] seconds = new double[Round.most(job, group) + 1];
    for (int gpus = job.elasticity().leastGpus(); gpus < seconds.length; gpus++) {
      int nodes = Round.fewestNodes(group, gpus);
      seconds[gpus] = work / view.predictedGoodput(job, group, gpus, nodes, view.batch(job));
    }
    return seconds;
  }

  @Override
  public Knowledge knowledge() {
    return new Knowledge(durations, SpeedKnowledge.MATRIX);
  }

  @Override
  public GangPlanner copy() {
    return this;
  }
}
