package org.edgetwin.gpu;

import java.util.Map;
import org.edgetwin.gpu.table.Require;

/**
 * Time per unit of work grows linearly with the pressure of the neighbours: {@code retained = 1 /
 * (1 + sensitivity * pressureOfOthers)}. Classes that the table does not name neither press nor
 * feel.
 */
public final class LinearHostContention implements HostContention {
  /**
   * What a class does and feels.
   *
   * @param sensitivity share of its time that one unit of pressure adds; not negative
   * @param pressure how hard it presses; not negative
   */
  public record Coefficients(double sensitivity, double pressure) {
    public Coefficients {
      Require.within("sensitivity", sensitivity, 0, Double.MAX_VALUE);
      Require.within("pressure", pressure, 0, Double.MAX_VALUE);
    }
  }

  private static final Coefficients INERT = new Coefficients(0, 0);

  private final Map<String, Coefficients> coefficientsByClass;

  /** By {@link WorkloadCatalog#indexOf}: this is asked for every neighbour of every job. */
  private final Coefficients[] standard;

  /**
   * A table of coefficients.
   *
   * @param coefficientsByClass by {@link WorkloadClass#id()}
   */
  public LinearHostContention(Map<String, Coefficients> coefficientsByClass) {
    this.coefficientsByClass = Map.copyOf(coefficientsByClass);
    standard =
        WorkloadCatalog.standard().all().stream()
            .map(workload -> this.coefficientsByClass.getOrDefault(workload.id(), INERT))
            .toArray(Coefficients[]::new);
  }

  private Coefficients of(WorkloadClass workload) {
    int index = WorkloadCatalog.standard().indexOf(workload);
    return index == WorkloadClass.NOT_CATALOGUED
        ? coefficientsByClass.getOrDefault(workload.id(), INERT)
        : standard[index];
  }

  @Override
  public double retained(HostMachine machine, HostLoads loads, int self) {
    double pressure = 0;
    for (int other = 0; other < loads.count(); other++) {
      pressure += other == self ? 0 : of(loads.workload(other)).pressure();
    }
    return 1 / (1 + of(loads.workload(self)).sensitivity() * pressure);
  }

  @Override
  public String describe() {
    return "linear in the pressure of the neighbours, "
        + coefficientsByClass.size()
        + " workload classes";
  }
}
