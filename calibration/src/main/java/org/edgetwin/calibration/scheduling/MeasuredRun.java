package org.edgetwin.calibration.scheduling;

import java.util.List;
import org.edgetwin.calibration.data.DataSet;

/**
 * What became of the jobs of the Muri testbed under one scheduler [muri].
 *
 * @param jobs by the number of the job
 */
record MeasuredRun(List<Outcome> jobs) {

  /**
   * One job. Times in seconds since the start of the run.
   *
   * @param executedSeconds time with its GPUs held
   * @param starts how often it was started
   */
  record Outcome(int job, double submitTime, double endTime, double executedSeconds, int starts) {
    double completionSeconds() {
      return endTime - submitTime;
    }
  }

  /**
   * A run.
   *
   * @param scheduler as the files name it: SRTF, SRSF, tiresias or Muri-S
   */
  static MeasuredRun of(String scheduler) {
    return new MeasuredRun(
        DataSet.rows(
                "muri-testbed/results_" + scheduler + "_job.csv.gz",
                row ->
                    new Outcome(
                        Integer.parseInt(row.getField("job_id")),
                        DataSet.number(row, "submit_time"),
                        DataSet.number(row, "end_time"),
                        DataSet.number(row, "real_executed_time"),
                        Integer.parseInt(row.getField("job_counter"))))
            .stream()
            .sorted((a, b) -> Integer.compare(a.job(), b.job()))
            .toList());
  }
}
