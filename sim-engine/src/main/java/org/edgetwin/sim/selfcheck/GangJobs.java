package org.edgetwin.sim.selfcheck;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.sim.distribution.Distributions.Exponential;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.job.Terms;
import org.edgetwin.sim.kernel.Streams;
import umontreal.ssj.rng.RandomStream;

/** Random lists of gang jobs with exact user limits, all in one pool. */
final class GangJobs {
  private static final Demand[] GANGS = {
    Demand.gang(1), Demand.gang(2), Demand.gang(4), Demand.gang(8)
  };

  private GangJobs() {}

  /**
   * A list of jobs of 1, 2, 4 or 8 GPUs with exponential work of mean 1.
   *
   * @param count number of jobs
   * @param meanGap mean time between two submissions, seconds
   * @param recovery what stopping costs each of them
   */
  static List<JobSpec> draw(int count, double meanGap, Recovery recovery, Streams streams) {
    RandomStream gapStream = streams.stream("gaps");
    RandomStream workStream = streams.stream("works");
    RandomStream gangStream = streams.stream("gangs");
    Exponential unit = new Exponential(1);
    List<JobSpec> jobs = new ArrayList<>(count);
    double time = 0;
    for (int i = 0; i < count; i++) {
      time += meanGap * unit.sample(gapStream);
      double work = unit.sample(workStream);
      Demand gang = GANGS[gangStream.nextInt(0, GANGS.length - 1)];
      Terms limit = Terms.limit(work);
      jobs.add(new JobSpec("job-" + i, time, gang, Machines.UNIT, work, 0, limit, recovery));
    }
    return jobs;
  }
}
