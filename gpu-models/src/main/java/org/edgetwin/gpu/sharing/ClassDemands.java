package org.edgetwin.gpu.sharing;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.edgetwin.gpu.MeasuredGpu;
import org.edgetwin.gpu.WorkloadCatalog;
import org.edgetwin.gpu.WorkloadClass;

/**
 * The physical demands of every class: fitted ones of measured classes, else the class's pressure
 * on each resource without sensitivity, which gives the law of summed pressures.
 */
final class ClassDemands {
  private static final class Holder {
    static final Map<MeasuredGpu, JobDemand[]> CATALOGUED = load();
  }

  private ClassDemands() {}

  static JobDemand of(MeasuredGpu gpu, WorkloadClass workload) {
    int index = WorkloadCatalog.standard().indexOf(workload);
    return index == WorkloadClass.NOT_CATALOGUED
        ? byPressure(workload)
        : Holder.CATALOGUED.get(gpu)[index];
  }

  private static JobDemand byPressure(WorkloadClass workload) {
    double[] demands = new double[JobDemand.RESOURCES];
    Arrays.fill(demands, workload.pressure());
    return JobDemand.of(demands, new double[JobDemand.RESOURCES]);
  }

  private static Map<MeasuredGpu, JobDemand[]> load() {
    Map<MeasuredGpu, JobDemand[]> catalogued = new EnumMap<>(MeasuredGpu.class);
    for (MeasuredGpu gpu : MeasuredGpu.values()) {
      catalogued.put(
          gpu,
          WorkloadCatalog.standard().all().stream()
              .map(
                  workload ->
                      JobDemand.shipped(gpu, JobKind.of(workload))
                          .orElseGet(() -> byPressure(workload)))
              .toArray(JobDemand[]::new));
    }
    return catalogued;
  }
}
