package org.edgetwin.sim.scheduling;

/**
 * A placement that may also stand around another one: users write {@code
 * ordering+placement+decorator}.
 */
public interface PlacementDecorator extends PlacementFactory {
  /**
   * Puts itself around a placement.
   *
   * @param inner used by nobody else
   * @param parameters values of the declared parameters
   */
  PlacementPolicy around(PlacementPolicy inner, PolicyParameters parameters);
}
