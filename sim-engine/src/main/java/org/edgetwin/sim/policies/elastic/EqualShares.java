package org.edgetwin.sim.policies.elastic;

import java.util.List;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.ScoreTerm;

/**
 * Every elastic job gets the same number of GPUs, as far as it can take them; what does not divide
 * goes to the jobs that came first. Their batches stay.
 */
final class EqualShares implements GangPlanner {
  @Override
  public void plan(Round round) {
    new GreedyGangs(round, (job, group, count, nodes) -> round.view().batch(job))
        .place(shares(round));
  }

  /** GPUs of each job of a round. */
  private static int[] shares(Round round) {
    int[] gpus = new int[round.jobs().size()];
    int left = Optimus.giveLeast(round, gpus);
    boolean grew = true;
    while (left > 0 && grew) {
      grew = false;
      for (int i = 0; i < gpus.length && left > 0; i++) {
        JobView job = round.jobs().get(i);
        if (gpus[i] > 0 && gpus[i] < job.elasticity().mostGpus() && isLeast(gpus, i, round)) {
          gpus[i]++;
          left--;
          grew = true;
        }
      }
    }
    return gpus;
  }

  @Override
  public List<ScoreTerm> terms(Round round, JobView job) {
    int share = shares(round)[round.jobs().indexOf(job)];
    return List.of(new ScoreTerm(ScoreTerm.TURN, "GPUs of an equal share", share));
  }

  /** Whether no job that could grow has fewer. */
  private static boolean isLeast(int[] gpus, int i, Round round) {
    for (int j = 0; j < gpus.length; j++) {
      if (gpus[j] > 0
          && gpus[j] < gpus[i]
          && gpus[j] < round.jobs().get(j).elasticity().mostGpus()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Knowledge knowledge() {
    return Knowledge.NONE;
  }

  @Override
  public GangPlanner copy() {
    return this;
  }
}
