package org.edgetwin.sim.scheduling;

import java.util.function.BiFunction;
import org.edgetwin.sim.kernel.Streams;

/**
 * Makes a scheduler that is not a pair of an ordering and a placement; brought by a {@link
 * PolicyProvider}.
 */
public interface SchedulerFactory {
  PolicyDescription describe();

  /**
   * A new scheduler.
   *
   * @param parameters values of the declared parameters
   * @param streams random streams of its own
   */
  Scheduler create(PolicyParameters parameters, Streams streams);

  /**
   * A new scheduler that works by a file, which users write as {@code name@file}.
   *
   * @throws IllegalArgumentException if there is no such file or it cannot be used
   */
  default Scheduler create(PolicyParameters parameters, Streams streams, String file) {
    throw new IllegalArgumentException(
        "The scheduler " + describe().name() + " takes no file. Maybe leave out @" + file + ".");
  }

  /** A factory from its parts. */
  static SchedulerFactory of(
      PolicyDescription description, BiFunction<PolicyParameters, Streams, Scheduler> constructor) {
    return new SchedulerFactory() {
      @Override
      public PolicyDescription describe() {
        return description;
      }

      @Override
      public Scheduler create(PolicyParameters parameters, Streams streams) {
        return constructor.apply(parameters, streams);
      }
    };
  }
}
