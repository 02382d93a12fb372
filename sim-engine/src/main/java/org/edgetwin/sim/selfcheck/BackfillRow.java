package org.edgetwin.sim.selfcheck;

import java.util.List;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.workload.ListWorkload;

/** What backfilling promises, with exact estimates. */
final class BackfillRow {
  private static final int GPUS = 16;

  /** Offered load about 0.95: mean gang 3.75 GPUs, mean work 1 s. */
  private static final double MEAN_GAP = 0.25;

  private static final int EASY_JOBS = 100_000;
  private static final int CONSERVATIVE_LISTS = 100;
  private static final int CONSERVATIVE_JOBS = 40;
  private static final double ROUNDING_SECONDS = 1e-9;

  private BackfillRow() {}

  static List<CheckRow> rows() {
    return List.of(
        new CheckRow(
            "backfilling with exact estimates",
            "EASY: the head starts by its shadow time; conservative: as if nobody came later",
            heads(),
            conservative()));
  }

  private static Check heads() {
    return new ExactCheck(
        "easy",
        List.of(
            new ExactCheck.Cell("EASY, delayed heads", Relation.EQUAL, 0),
            new ExactCheck.Cell("heads watched", Relation.AT_LEAST, 1000),
            new ExactCheck.Cell("fifo-fit-first delays some", Relation.AT_LEAST, 1)),
        (streams, mode) -> {
          HeadPromise easy = watch("easy(durations=oracle)", streams, mode);
          HeadPromise fitFirst = watch("fifo-fit-first", streams, mode);
          return new double[] {easy.delays(), easy.promises(), fitFirst.delays()};
        });
  }

  private static HeadPromise watch(String name, Streams streams, Mode mode) {
    List<JobSpec> jobs = GangJobs.draw(mode.scaled(EASY_JOBS), MEAN_GAP, Recovery.DEFAULT, streams);
    HeadPromise watch = new HeadPromise(Machines.scheduler(name, streams.scoped("policy")));
    Machines.simulation(Machines.pool(GPUS), new ListWorkload(jobs), streams, watch).run();
    return watch;
  }

  /**
   * A job's reservation is its start in a run that ends with it: those who come later are absent.
   */
  private static Check conservative() {
    return new ExactCheck(
        "conservative",
        List.of(new ExactCheck.Cell("conservative, delayed jobs", Relation.EQUAL, 0)),
        (streams, mode) -> {
          int delayed = 0;
          for (int list = 0; list < mode.scaled(CONSERVATIVE_LISTS); list++) {
            Streams own = streams.scoped("list-" + list);
            List<JobSpec> jobs = GangJobs.draw(CONSERVATIVE_JOBS, MEAN_GAP, Recovery.DEFAULT, own);
            List<JobRecord> all = run(jobs, own);
            for (int job = 0; job < jobs.size(); job++) {
              double promised = run(jobs.subList(0, job + 1), own).get(job).firstStartTime();
              delayed += all.get(job).firstStartTime() > promised + ROUNDING_SECONDS ? 1 : 0;
            }
          }
          return new double[] {delayed};
        });
  }

  private static List<JobRecord> run(List<JobSpec> jobs, Streams streams) {
    return Machines.simulation(
            Machines.pool(GPUS),
            new ListWorkload(jobs),
            streams,
            Machines.scheduler("conservative(durations=oracle)", streams.scoped("policy")))
        .run()
        .result()
        .jobs();
  }
}
