package org.edgetwin.reports.sample;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.reports.ReportContent;
import org.edgetwin.reports.RunRecords;
import org.edgetwin.reports.SchedulerReport;
import org.edgetwin.sim.experiment.Estimate;
import org.edgetwin.sim.experiment.Interval;
import org.edgetwin.sim.experiment.ServiceEstimates;
import org.edgetwin.sim.metrics.JobTraffic;
import org.edgetwin.sim.metrics.ReplicaRecord;
import org.edgetwin.sim.metrics.RequestRecord;
import org.edgetwin.sim.metrics.ServiceMetric;
import org.edgetwin.sim.metrics.ServiceResult;
import org.edgetwin.sim.metrics.ServiceTerms;
import org.edgetwin.sim.metrics.TokenPrices;

/** Adds services to the content of a report. */
public final class SampleServices {
  private SampleServices() {}

  /**
   * The same content with two services.
   *
   * @param priced whether one of them has prices, felt its machines and fetched its weights
   */
  public static ReportContent in(ReportContent content, boolean priced) {
    List<SchedulerReport> schedulers = new ArrayList<>();
    for (SchedulerReport scheduler : content.schedulers()) {
      RunRecords run = scheduler.firstRun();
      List<ServiceResult> services =
          List.of(service("chat", run.endTime(), priced), service("code", run.endTime(), false));
      schedulers.add(
          new SchedulerReport(
              scheduler.name(),
              scheduler.knowledge(),
              scheduler.estimates(),
              content.replications() > 1 ? estimates(services, content.replications()) : List.of(),
              new RunRecords(
                  run.jobs(),
                  run.attempts(),
                  run.groups(),
                  run.series(),
                  run.virtualClusters(),
                  run.endTime(),
                  run.accounts(),
                  services)));
    }
    return new ReportContent(
        content.scenario(),
        content.comparison(),
        content.seed(),
        content.replications(),
        content.replicationMethod(),
        content.partial(),
        content.headlines(),
        schedulers,
        content.pairs(),
        content.bounds(),
        content.info());
  }

  private static ServiceResult service(String name, double endTime, boolean priced) {
    List<RequestRecord> requests = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      double arrival = 0.01 * i * endTime;
      double first = arrival + 0.1 + 0.01 * i;
      double finish = i == 49 ? Double.NaN : first + 2;
      requests.add(
          new RequestRecord(
              i, 0, 0, 100 + i, 20 + i, arrival, arrival, first, finish, 0, i % 2, false));
    }
    double busy = priced ? 0.4 * endTime / 3 : 0.1;
    ReplicaRecord stay =
        new ReplicaRecord(
            0, 0, 0, 0, 5, endTime, busy, priced ? busy / 1.25 : busy, ReplicaRecord.UNFINISHED);
    return new ServiceResult(
        new ServiceTerms(
            name,
            "Llama-3.1-8B",
            1,
            0.5,
            Double.POSITIVE_INFINITY,
            Map.of("A100", "law"),
            priced ? new TokenPrices(0.1, 0.4) : TokenPrices.NONE),
        requests,
        List.of(stay),
        1.5,
        priced ? new JobTraffic(33, 24e9, 0.5) : JobTraffic.NONE);
  }

  private static List<ServiceEstimates> estimates(List<ServiceResult> services, int n) {
    List<ServiceEstimates> all = new ArrayList<>();
    for (ServiceResult service : services) {
      Map<ServiceMetric, Estimate> estimates = new EnumMap<>(ServiceMetric.class);
      estimates.put(ServiceMetric.TTFT_P95_S, new Estimate(0.5, new Interval(0.4, 0.6), n, null));
      estimates.put(ServiceMetric.COST_USD, new Estimate(1.5, null, 1, "one value"));
      all.add(new ServiceEstimates(service.terms().name(), estimates));
    }
    return all;
  }
}
