package org.edgetwin.reports.folder;

import java.util.List;
import org.edgetwin.reports.NodeGroupBill;
import org.edgetwin.reports.RunRecords;
import org.edgetwin.reports.SchedulerReport;
import org.edgetwin.sim.metrics.TimeSeries;

/**
 * What {@code summary.json} says of the records of a scheduler's first run; the records themselves
 * are in the CSV files.
 *
 * @param knowledge what the scheduler was told
 * @param endS when the run stopped, seconds
 * @param intervalS length of the intervals of its time series, seconds
 * @param virtualClusters names by index
 * @param nodeGroups node groups by index
 */
record RecordsFields(
    String knowledge,
    double endS,
    double intervalS,
    List<String> virtualClusters,
    List<NodeGroupBill> nodeGroups) {
  static RecordsFields of(SchedulerReport scheduler) {
    RunRecords run = scheduler.firstRun();
    TimeSeries series = run.series();
    return new RecordsFields(
        scheduler.knowledge(),
        run.endTime(),
        series.intervalSeconds(),
        run.virtualClusters(),
        run.groups());
  }
}
