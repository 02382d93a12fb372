package org.edgetwin.gpu.sharing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.edgetwin.gpu.MeasuredGpu;
import org.edgetwin.gpu.WorkloadCatalog;
import org.edgetwin.gpu.WorkloadClass;

/**
 * What classes keep in pairs on each measured GPU, as tables: measured where it was, else the
 * median of {@link PairPosterior}, for classes of which it knows something: measured ones, others
 * of their families, and those with measured pairs of their own. Immutable.
 */
final class PairForecasts {
  private static final double UNKNOWN = Double.NaN;

  private final Map<WorkloadClass, Integer> ownIndex = new HashMap<>();
  private final int classCount;
  private final Map<MeasuredGpu, double[]> keptByGpu = new EnumMap<>(MeasuredGpu.class);

  /**
   * Forecasts with more pairs than the shipped ones.
   *
   * @param own classes beside the catalogue's
   * @param measured pairs of theirs, by GPU
   */
  PairForecasts(List<WorkloadClass> own, Map<MeasuredGpu, List<MeasuredPair>> measured) {
    List<WorkloadClass> classes = new ArrayList<>(WorkloadCatalog.standard().all());
    for (WorkloadClass workload : own) {
      ownIndex.put(workload, classes.size());
      classes.add(workload);
    }
    classCount = classes.size();
    for (MeasuredGpu gpu : MeasuredGpu.values()) {
      keptByGpu.put(gpu, table(gpu, classes, measured.getOrDefault(gpu, List.of())));
    }
  }

  /** Fraction of its speed that {@code self} keeps; 0 = did not fit, NaN = nothing is known. */
  double kept(MeasuredGpu gpu, WorkloadClass self, WorkloadClass other) {
    int a = index(self);
    int b = index(other);
    return a < 0 || b < 0 ? UNKNOWN : keptByGpu.get(gpu)[a * classCount + b];
  }

  private int index(WorkloadClass workload) {
    int index = WorkloadCatalog.standard().indexOf(workload);
    return index >= 0 || ownIndex.isEmpty() ? index : ownIndex.getOrDefault(workload, -1);
  }

  private static double[] table(
      MeasuredGpu gpu, List<WorkloadClass> classes, List<MeasuredPair> measured) {
    List<MeasuredPair> all = new ArrayList<>(GavelPairs.all(gpu));
    all.addAll(measured);
    PairPosterior posterior =
        new PairPosterior(
            PairHyperparameters.shipped(gpu), all.stream().filter(MeasuredPair::fits).toList());
    Set<String> families = new HashSet<>();
    Set<String> ids = new HashSet<>();
    for (MeasuredPair pair : all) {
      for (JobKind kind : List.of(pair.jobs().a(), pair.jobs().b())) {
        families.add(kind.family());
        ids.add(kind.id());
      }
    }
    double[] kept = new double[classes.size() * classes.size()];
    for (int a = 0; a < classes.size(); a++) {
      for (int b = 0; b < classes.size(); b++) {
        boolean known =
            known(classes.get(a), families, ids) && known(classes.get(b), families, ids);
        kept[a * classes.size() + b] =
            known
                ? posterior.keptMedian(JobKind.of(classes.get(a)), JobKind.of(classes.get(b)))
                : UNKNOWN;
      }
    }
    all.stream().filter(pair -> !pair.screened()).forEach(pair -> overwrite(kept, classes, pair));
    return kept;
  }

  private static boolean known(WorkloadClass workload, Set<String> families, Set<String> ids) {
    return families.contains(workload.family()) || ids.contains(workload.id());
  }

  private static void overwrite(double[] kept, List<WorkloadClass> classes, MeasuredPair pair) {
    int a = position(classes, pair.jobs().a());
    int b = position(classes, pair.jobs().b());
    kept[a * classes.size() + b] = pair.keptA();
    kept[b * classes.size() + a] = pair.keptB();
  }

  private static int position(List<WorkloadClass> classes, JobKind kind) {
    for (int i = 0; i < classes.size(); i++) {
      if (classes.get(i).id().equals(kind.id())) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "Pairs of " + kind.id() + " were measured, which is no workload class. Maybe define it.");
  }
}
