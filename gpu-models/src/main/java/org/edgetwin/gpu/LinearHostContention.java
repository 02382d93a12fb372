package org.edgetwin.gpu;

import java.util.HashMap;
import java.util.Map;

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

  /**
   * A table of coefficients.
   *
   * @param coefficientsByClass by {@link WorkloadClass#id()}
   */
  public LinearHostContention(Map<String, Coefficients> coefficientsByClass) {
    // Asked for every neighbour of every job: Map.copyOf's lookups take three times as long.
    this.coefficientsByClass = new HashMap<>(coefficientsByClass);
  }

  private Coefficients of(WorkloadClass workload) {
    return coefficientsByClass.getOrDefault(workload.id(), INERT);
  }

  @Override
  public double pressure(WorkloadClass workload) {
    return of(workload).pressure();
  }

  @Override
  public double retained(WorkloadClass self, double pressureOfOthers) {
    return 1 / (1 + of(self).sensitivity() * pressureOfOthers);
  }

  @Override
  public String describe() {
    return "linear in the pressure of the neighbours, "
        + coefficientsByClass.size()
        + " workload classes";
  }
}
