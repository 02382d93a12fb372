package org.edgetwin.sim.scheduling;

import java.util.function.BiFunction;
import org.edgetwin.sim.kernel.Streams;

/** Makes an ordering policy by name; brought by a {@link PolicyProvider}. */
public interface OrderingFactory {
  PolicyDescription describe();

  /**
   * A new ordering.
   *
   * @param parameters values of the declared parameters
   * @param streams random streams of its own
   */
  OrderingPolicy create(PolicyParameters parameters, Streams streams);

  /** A factory from its parts. */
  static OrderingFactory of(
      PolicyDescription description,
      BiFunction<PolicyParameters, Streams, OrderingPolicy> constructor) {
    return new OrderingFactory() {
      @Override
      public PolicyDescription describe() {
        return description;
      }

      @Override
      public OrderingPolicy create(PolicyParameters parameters, Streams streams) {
        return constructor.apply(parameters, streams);
      }
    };
  }
}
