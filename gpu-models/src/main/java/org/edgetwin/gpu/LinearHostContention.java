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

  private static final int SENSITIVITY = 0;
  private static final int PRESSURE = 1;
  private static final int WIDTH = 2;

  private static final Coefficients INERT = new Coefficients(0, 0);

  private final Map<String, Coefficients> coefficientsByClass;

  /** By {@link WorkloadCatalog#indexOf}: this is asked for every job that starts. */
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
  public int width() {
    return WIDTH;
  }

  @Override
  public void demand(HostMachine machine, HostLoad load, double[] demands, int offset) {
    Coefficients coefficients = of(load.workload());
    demands[offset + SENSITIVITY] = coefficients.sensitivity();
    demands[offset + PRESSURE] = coefficients.pressure();
  }

  @Override
  public void retained(int jobs, double[] demands, double[] kept) {
    for (int self = 0; self < jobs; self++) {
      double pressure = 0;
      for (int other = 0; other < jobs; other++) {
        pressure += other == self ? 0 : demands[other * WIDTH + PRESSURE];
      }
      kept[self] = 1 / (1 + demands[self * WIDTH + SENSITIVITY] * pressure);
    }
  }

  @Override
  public String describe() {
    return "linear in the pressure of the neighbours, "
        + coefficientsByClass.size()
        + " workload classes";
  }
}
