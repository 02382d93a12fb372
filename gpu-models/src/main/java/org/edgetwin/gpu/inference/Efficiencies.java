package org.edgetwin.gpu.inference;

/**
 * How much of its GPUs an engine gets, and what it costs by itself: the constants of {@link
 * RooflineLaw}, fitted.
 *
 * @param compute share of the peak arithmetic that matrices reach
 * @param bandwidth share of the peak memory bandwidth that reading weights reaches
 * @param kvCost time to read a byte of the cache over that of a byte of weights, if each query head
 *     has its own keys and values
 * @param kvGroupExponent by which power of the query heads per key-value head that grows
 * @param bus share of the link that an all-reduce reaches
 * @param collectiveSeconds start of one all-reduce, s
 * @param collectiveSlowdown by how much longer all-reduces of very many tokens take: 1 = twice
 * @param collectiveKneeTokens at how many tokens half of that is reached
 * @param layerFloorSeconds least time of a layer (launches, scheduling on the host), s
 * @param iterationFloorSeconds least time of an iteration beside its layers, s
 * @param sequenceSeconds host work per sequence and token (sampling, detokenizing), s
 * @param floorSharpness p of the p-norm that joins the floor and the work of the GPU
 * @param routingSpread see {@link LlmArchitecture#weightBytesRead}
 */
public record Efficiencies(
    double compute,
    double bandwidth,
    double kvCost,
    double kvGroupExponent,
    double bus,
    double collectiveSeconds,
    double collectiveSlowdown,
    double collectiveKneeTokens,
    double layerFloorSeconds,
    double iterationFloorSeconds,
    double sequenceSeconds,
    double floorSharpness,
    double routingSpread) {
  /** All of the data sheet and no cost beside: no measurement can be faster. */
  public static final Efficiencies PERFECT =
      new Efficiencies(1, 1, 1, 0, 1, 0, 0, 1, 0, 0, 0, 1, 0);

  public Efficiencies {
    if (!(compute > 0 && bandwidth > 0 && bus > 0 && floorSharpness > 0)) {
      throw new IllegalArgumentException(
          "Efficiencies must be positive: compute "
              + compute
              + ", bandwidth "
              + bandwidth
              + ", bus "
              + bus
              + ", sharpness "
              + floorSharpness
              + ".");
    }
  }

  /** With all floors times a factor, for another host or GPU. */
  public Efficiencies withFloorsTimes(double factor) {
    return new Efficiencies(
        compute,
        bandwidth,
        kvCost,
        kvGroupExponent,
        bus,
        collectiveSeconds,
        collectiveSlowdown,
        collectiveKneeTokens,
        layerFloorSeconds * factor,
        iterationFloorSeconds * factor,
        sequenceSeconds,
        floorSharpness,
        routingSpread);
  }
}
