package org.edgetwin.sim.scheduling;

import java.util.function.BiFunction;
import org.edgetwin.sim.kernel.Streams;

/** Makes a placement policy by name; brought by a {@link PolicyProvider}. */
public interface PlacementFactory {
  PolicyDescription describe();

  /**
   * A new placement.
   *
   * @param parameters values of the declared parameters
   * @param streams random streams of its own
   */
  PlacementPolicy create(PolicyParameters parameters, Streams streams);

  /** A factory from its parts. */
  static PlacementFactory of(
      PolicyDescription description,
      BiFunction<PolicyParameters, Streams, PlacementPolicy> constructor) {
    return new PlacementFactory() {
      @Override
      public PolicyDescription describe() {
        return description;
      }

      @Override
      public PlacementPolicy create(PolicyParameters parameters, Streams streams) {
        return constructor.apply(parameters, streams);
      }
    };
  }
}
