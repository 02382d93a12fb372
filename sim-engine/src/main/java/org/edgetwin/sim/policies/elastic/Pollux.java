package org.edgetwin.sim.policies.elastic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.edgetwin.sim.fleet.NodeGroupView;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.DurationKnowledge;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.Slice;
import org.edgetwin.sim.scheduling.SpeedKnowledge;
import umontreal.ssj.rng.RandomStream;

/**
 * Pollux [pollux2021]: a genetic search for the gangs of all jobs that maximise the power mean
 * (exponent -1, the paper's objective) of their goodputs over those of a fair share. A job that
 * changes counts times (T - R d) / (T + d), for its age T, its restarts so far R and the delay d of
 * one; no node has two jobs that span nodes; a gang is at most twice the largest that the job has
 * had. Batches are those of most goodput.
 *
 * <p>Differences from the released code: one objective, not two; the search is smaller by default
 * and begins with the generation of the round before, as there; goodputs are the model's, not
 * fitted to what the job has measured so far. GPU types look alike: gangs are of one group,
 * goodputs those of the first group that a job may use.
 */
final class Pollux implements GangPlanner {
  private final int size;
  private final int generations;
  private final double restartSeconds;
  private final RandomStream stream;

  /** The largest gang that each job has had. */
  private final Map<Integer, Integer> mostById;

  /** The jobs of the round before, and its last generation. */
  private List<Integer> lastJobs = List.of();

  private List<byte[][]> lastGeneration = List.of();

  Pollux(int size, int generations, double restartSeconds, RandomStream stream) {
    this(size, generations, restartSeconds, stream, new TreeMap<>());
  }

  private Pollux(
      int size,
      int generations,
      double restartSeconds,
      RandomStream stream,
      Map<Integer, Integer> mostById) {
    this.size = size;
    this.generations = generations;
    this.restartSeconds = restartSeconds;
    this.stream = stream;
    this.mostById = mostById;
  }

  @Override
  public void plan(Round round) {
    ClusterView view = round.view();
    List<JobView> jobs = new ArrayList<>(round.jobs());
    jobs.removeIf(job -> round.groups(job).isEmpty());
    jobs.sort(Comparator.comparingDouble(view::attainedService));
    if (jobs.isEmpty()) {
      return;
    }
    PolluxProblem problem =
        new PolluxProblem(
            round,
            jobs,
            jobs.stream().mapToInt(this::most).toArray(),
            jobs.stream().mapToDouble(job -> restartFactor(job, view.now())).toArray());
    List<GeneticSearch.Individual> last =
        new GeneticSearch(problem, stream).run(seeds(problem, jobs), size, generations);
    lastJobs = jobs.stream().map(JobView::id).toList();
    lastGeneration = last.stream().map(GeneticSearch.Individual::rows).toList();
    byte[][] best = lastGeneration.get(0);
    for (int j = 0; j < best.length; j++) {
      List<Slice> slices = problem.slices(best[j]);
      if (!slices.isEmpty()) {
        give(round, jobs.get(j), slices);
      }
    }
  }

  private int most(JobView job) {
    int least = job.elasticity().leastGpus();
    Integer had = mostById.get(job.id());
    return had == null ? least : Math.min(job.elasticity().mostGpus(), 2 * had);
  }

  private double restartFactor(JobView job, double now) {
    double age = now - job.submitTime();
    double lost = Math.max(0, job.startCount() - 1) * restartSeconds;
    return Math.max(0, age - lost) / Math.max(1e-9, age + restartSeconds);
  }

  private List<byte[][]> seeds(PolluxProblem problem, List<JobView> jobs) {
    List<byte[][]> seeds = new ArrayList<>();
    for (byte[][] rows : lastGeneration) {
      byte[][] seed = new byte[jobs.size()][];
      for (int j = 0; j < seed.length; j++) {
        int before = lastJobs.indexOf(jobs.get(j).id());
        seed[j] = before < 0 ? new byte[problem.nodeCount()] : rows[before];
      }
      seeds.add(seed);
    }
    return seeds;
  }

  private void give(Round round, JobView job, List<Slice> slices) {
    ClusterView view = round.view();
    int gpus = Gang.gpus(slices);
    mostById.merge(job.id(), gpus, Math::max);
    NodeGroupView group = view.fleet().group(view.fleet().node(slices.get(0).node()).group());
    round.give(job, new Gang(slices, view.bestBatch(job, group, gpus, slices.size())));
  }

  @Override
  public void ended(int job) {
    mostById.remove(job);
  }

  @Override
  public Knowledge knowledge() {
    return new Knowledge(DurationKnowledge.NONE, SpeedKnowledge.MATRIX);
  }

  @Override
  public GangPlanner copy() {
    Pollux copy =
        new Pollux(
            size, generations, restartSeconds, Streams.copyOf(stream), new TreeMap<>(mostById));
    copy.lastJobs = lastJobs;
    copy.lastGeneration = lastGeneration;
    return copy;
  }
}
