package org.edgetwin.gpu;

/** What an hour of one GPU costs its user. Pure: the same arguments give the same number. */
@FunctionalInterface
public interface Prices {

  /** Price of one GPU for one hour, USD. */
  double usdPerHour(GpuModel gpu, HostKind host);

  /**
   * {@linkplain GpuModel#priceUsdPerHour() List price} in data centres and clouds, {@linkplain
   * GpuModel#askUsdPerHour() marketplace ask} on community nodes.
   */
  static Prices standard() {
    return (gpu, host) -> host == HostKind.COMMUNITY ? gpu.askUsdPerHour() : gpu.priceUsdPerHour();
  }
}
