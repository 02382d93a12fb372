package org.edgetwin.calibration.scheduling;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import org.edgetwin.calibration.data.DataSet;
import org.edgetwin.gpu.WorkloadClass;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.job.StageTimes;
import org.edgetwin.sim.job.Terms;

/**
 * A job that was submitted to the Muri testbed [muri].
 *
 * @param stages of an iteration, measured alone on its gang
 */
record TestbedJob(
    int number, String model, int gpus, double submitTime, long iterations, StageTimes stages) {
  private static final double MILLISECOND = 1e-3;

  /** All of them in order of submission, which is that of their numbers. */
  static List<TestbedJob> all() {
    return DataSet.rows("muri-testbed/cluster_trace.csv.gz", TestbedJob::read);
  }

  private static TestbedJob read(NamedCsvRecord row) {
    return new TestbedJob(
        Integer.parseInt(row.getField("job_id")),
        row.getField("model_name"),
        Integer.parseInt(row.getField("num_gpu")),
        DataSet.number(row, "submit_time") * MILLISECOND,
        Long.parseLong(row.getField("iterations")),
        new StageTimes(
            DataSet.number(row, "resource_time_0") * MILLISECOND,
            DataSet.number(row, "resource_time_1") * MILLISECOND,
            DataSet.number(row, "resource_time_2") * MILLISECOND,
            DataSet.number(row, "iteration_time") * MILLISECOND));
  }

  /** What it has to do, seconds by the measured time of an iteration. */
  double workSeconds() {
    return iterations * stages.iteration();
  }

  /**
   * The job as it is simulated. A restart is charged on every start but the first, so what the
   * first one takes is work.
   */
  JobSpec spec(StartCosts costs) {
    JobSpec job =
        new JobSpec(
            Integer.toString(number),
            submitTime,
            Demand.gang(gpus),
            WorkloadClass.custom(model, model, Double.NaN, 0, 1),
            costs.slowdown() * workSeconds() + costs.startSeconds(),
            0,
            Terms.NONE,
            Recovery.DEFAULT.withRestartSeconds(costs.startSeconds()));
    return job.withStages(stages);
  }
}
