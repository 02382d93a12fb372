package org.edgetwin.gpu.energy;

/**
 * Electricity drawn from the grid.
 *
 * @param kilowattHours how much
 * @param usd what it cost; negative where prices were
 * @param carbonKg CO2-equivalent that it emitted, kg
 */
public record EnergyUse(double kilowattHours, double usd, double carbonKg) {
  /** Nothing. */
  public static final EnergyUse NONE = new EnergyUse(0, 0, 0);

  /** Both together. */
  public EnergyUse plus(EnergyUse other) {
    return new EnergyUse(
        kilowattHours + other.kilowattHours, usd + other.usd, carbonKg + other.carbonKg);
  }
}
