package org.edgetwin.agents.gp;

import java.util.List;

/**
 * What is known of a machine before it has run anything.
 *
 * @param gpuType model of its GPUs
 * @param site where it stands: a region, a data centre, an owner
 * @param numbers any other figures, the same ones in the same order for every machine; the graph
 *     scales each to unit standard deviation over the fleet
 */
public record MachineFeatures(String gpuType, String site, List<Double> numbers) {
  /** Copies the numbers. */
  public MachineFeatures {
    numbers = List.copyOf(numbers);
  }
}
