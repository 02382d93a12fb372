package org.edgetwin.gpu;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.edgetwin.gpu.table.ShippedTable;

/**
 * The workload classes the program knows: the 26 single-GPU training job types that Gavel measured,
 * which come first, and a few inference-like classes whose figures are proposals, not measurements.
 *
 * <p>Immutable, loaded on first use; a look-up by name is O(1).
 */
public final class WorkloadCatalog {
  /**
   * Compute share of a class nothing is known about: the usual exponent over twelve GPUs and eight
   * workloads.
   */
  public static final double USUAL_COMPUTE_SHARE = 0.1;

  /** Pressure of a class nothing is known about: it keeps the whole GPU busy. */
  public static final double USUAL_PRESSURE = 1.0;

  private static final class Holder {
    static final WorkloadCatalog STANDARD = new WorkloadCatalog();
  }

  private final List<WorkloadClass> classList;
  private final Map<String, WorkloadClass> classByName = new HashMap<>();
  private final Map<String, WorkloadClass> classByJobType = new HashMap<>();
  private final TreeSet<String> nameSet = new TreeSet<>();

  private WorkloadCatalog() {
    List<WorkloadClass> classes = new ArrayList<>();
    ShippedTable.forEach("gavel/classes.csv", row -> classes.add(measured(row, classes.size())));
    ShippedTable.forEach("workloads/generic.csv", row -> classes.add(generic(row, classes.size())));
    for (WorkloadClass workload : classes) {
      classByName.put(NearestNames.canonical(workload.id()), workload);
      nameSet.add(workload.id());
      if (workload.isMeasured()) {
        classByJobType.put(workload.measuredAs(), workload);
      }
    }
    classList = List.copyOf(classes);
  }

  /** The catalogue shipped with the program. */
  public static WorkloadCatalog standard() {
    return Holder.STANDARD;
  }

  /**
   * All classes in catalogue order: the class at position i has index i, the measured ones come
   * first.
   */
  public List<WorkloadClass> all() {
    return classList;
  }

  /**
   * Index of a class that is this catalogue's own; {@link WorkloadClass#NOT_CATALOGUED} for any
   * other. O(1), allocates nothing.
   */
  @SuppressWarnings("ReferenceEquality") // a shortcut; equals decides where it fails
  public int indexOf(WorkloadClass workload) {
    int index = workload.index();
    if (index < 0 || index >= classList.size()) {
      return WorkloadClass.NOT_CATALOGUED;
    }
    WorkloadClass own = classList.get(index);
    return own == workload || own.equals(workload) ? index : WorkloadClass.NOT_CATALOGUED;
  }

  /** The class of that id; case, spaces, hyphens and underscores do not matter. */
  public Optional<WorkloadClass> find(String id) {
    return Optional.ofNullable(classByName.get(NearestNames.canonical(id)));
  }

  /** The class that Gavel calls by this job type, such as {@code ResNet-50 (batch size 64)}. */
  public Optional<WorkloadClass> findJobType(String gavelJobType) {
    return Optional.ofNullable(classByJobType.get(gavelJobType));
  }

  /** At most three known ids close to an unknown one, nearest first. */
  public List<String> suggest(String id) {
    return NearestNames.suggest(id, nameSet);
  }

  /**
   * A class nothing is known about. Its speed follows the spec-sheet law with the usual compute
   * share, it is taken to keep a GPU busy, and its memory need is not checked.
   */
  public static WorkloadClass unknown(String id) {
    return new WorkloadClass(
        id,
        "unknown",
        0,
        Double.NaN,
        USUAL_COMPUTE_SHARE,
        USUAL_PRESSURE,
        "",
        "nothing known: the usual law",
        WorkloadClass.NOT_CATALOGUED);
  }

  private static WorkloadClass measured(NamedCsvRecord row, int index) {
    return new WorkloadClass(
        row.getField("id"),
        row.getField("family"),
        Integer.parseInt(row.getField("batch")),
        ShippedTable.number(row, "memory_gb"),
        ShippedTable.number(row, "compute_share"),
        ShippedTable.number(row, "pressure_v100"),
        row.getField("gavel_job_type"),
        "Gavel (OSDI 2020)",
        index);
  }

  private static WorkloadClass generic(NamedCsvRecord row, int index) {
    return new WorkloadClass(
        row.getField("id"),
        row.getField("family"),
        0,
        ShippedTable.number(row, "memory_gb"),
        ShippedTable.number(row, "compute_share"),
        ShippedTable.number(row, "pressure"),
        "",
        row.getField("source"),
        index);
  }
}
