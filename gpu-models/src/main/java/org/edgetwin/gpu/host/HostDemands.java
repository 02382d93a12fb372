package org.edgetwin.gpu.host;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.gpu.WorkloadCatalog;
import org.edgetwin.gpu.WorkloadClass;
import org.edgetwin.gpu.table.ShippedTable;

/**
 * What each workload class takes of its host: facts of its family, {@code data/host/families.csv},
 * times the samples per second that the reference GPU was measured to work off. Proposals: the
 * table says why. Immutable.
 */
public final class HostDemands {
  /** A process that launches kernels and does nothing else on its host. */
  public static final HostDemand USUAL = new HostDemand(1, 0, 0, 0, 0);

  private static final double GIGA = 1e9;
  private static final double MILLISECONDS = 1000;

  private static final class Holder {
    static final HostDemands STANDARD = new HostDemands(WorkloadCatalog.standard());
  }

  private record Family(
      double diskBytes, double pcieBytes, double cpuMs, double baseCores, double gradientMb) {
    Family(NamedCsvRecord row) {
      this(
          ShippedTable.number(row, "disk_bytes"),
          ShippedTable.number(row, "pcie_bytes"),
          ShippedTable.number(row, "cpu_ms"),
          ShippedTable.number(row, "base_cores"),
          ShippedTable.number(row, "gradient_mb"));
    }

    HostDemand at(double stepsPerSecond, double batch) {
      double samples = stepsPerSecond * batch;
      return new HostDemand(
          baseCores,
          samples * cpuMs / MILLISECONDS,
          samples * pcieBytes / GIGA,
          samples * diskBytes / GIGA,
          2 * stepsPerSecond * gradientMb / 1000);
    }
  }

  private final Map<String, Family> familyByName = new HashMap<>();
  private final List<HostDemand> catalogued;

  private HostDemands(WorkloadCatalog workloads) {
    ShippedTable.forEach(
        "host/families.csv", row -> familyByName.put(row.getField("family"), new Family(row)));
    Map<String, Double> stepsByClass = new HashMap<>();
    ShippedTable.forEach("gavel/throughputs.csv", row -> addSteps(row, stepsByClass));
    catalogued =
        workloads.all().stream()
            .map(workload -> demand(workload, stepsByClass.getOrDefault(workload.id(), 0.0)))
            .toList();
  }

  /** The demands of the shipped table. */
  public static HostDemands standard() {
    return Holder.STANDARD;
  }

  private static void addSteps(NamedCsvRecord row, Map<String, Double> stepsByClass) {
    if (row.getField("gpus").equals("1")) {
      stepsByClass.put(row.getField("workload"), ShippedTable.number(row, "v100"));
    }
  }

  /** The demand of one worker; of a class that is not in the catalogue, what its family needs. */
  public HostDemand of(WorkloadClass workload) {
    int index = WorkloadCatalog.standard().indexOf(workload);
    return index == WorkloadClass.NOT_CATALOGUED ? demand(workload, 0) : catalogued.get(index);
  }

  private HostDemand demand(WorkloadClass workload, double stepsPerSecond) {
    Family family = familyByName.get(workload.family());
    return family == null ? USUAL : family.at(stepsPerSecond, Math.max(1, workload.batchSize()));
  }
}
