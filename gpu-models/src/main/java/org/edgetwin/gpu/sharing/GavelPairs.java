package org.edgetwin.gpu.sharing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.gpu.MeasuredGpu;
import org.edgetwin.gpu.WorkloadCatalog;
import org.edgetwin.gpu.WorkloadClass;
import org.edgetwin.gpu.table.ShippedTable;

/**
 * All 351 pairs of 26 training jobs that Gavel [gavel] measured on each of three GPUs. Five digits;
 * source and traps in {@code data/gavel/README.md}.
 */
public final class GavelPairs {
  private static final class Holder {
    static final Map<MeasuredGpu, List<MeasuredPair>> PAIRS = load();
  }

  private GavelPairs() {}

  /** Every pair of one GPU, also those that did not fit in its memory. */
  public static List<MeasuredPair> all(MeasuredGpu gpu) {
    return Holder.PAIRS.get(gpu);
  }

  /** The pairs of one GPU that fit in its memory. */
  public static List<MeasuredPair> fitting(MeasuredGpu gpu) {
    return all(gpu).stream().filter(MeasuredPair::fits).toList();
  }

  /** The 26 jobs, in the order of the catalogue. */
  public static List<JobKind> kinds() {
    return WorkloadCatalog.standard().all().stream()
        .filter(WorkloadClass::isMeasured)
        .map(JobKind::of)
        .toList();
  }

  private static Map<MeasuredGpu, List<MeasuredPair>> load() {
    Map<MeasuredGpu, List<MeasuredPair>> pairs = new EnumMap<>(MeasuredGpu.class);
    ShippedTable.forEach(
        "gavel/pairs.csv",
        row ->
            pairs
                .computeIfAbsent(
                    MeasuredGpu.ofColumn(row.getField("gpu")), gpu -> new ArrayList<>())
                .add(
                    new MeasuredPair(
                        new JobPair(kind(row.getField("a")), kind(row.getField("b"))),
                        ShippedTable.number(row, "kept_a"),
                        ShippedTable.number(row, "kept_b"),
                        row.getField("screened").equals("1"))));
    pairs.replaceAll((gpu, list) -> List.copyOf(list));
    return pairs;
  }

  private static JobKind kind(String id) {
    return JobKind.of(WorkloadCatalog.standard().find(id).orElseThrow());
  }
}
