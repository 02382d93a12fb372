package org.edgetwin.gpu.inference;

/**
 * Seconds of one iteration of a language model from data sheets and fitted {@link Efficiencies}
 * ([williams2009] for the roofline, [agrawal2024] and [patel2024] for the two phases):
 *
 * <pre>
 * compute    = (2 active parameters x tokens + attention) / (compute share x peak FLOP/s)
 * memory     = (weights + cache) / (bandwidth share x peak byte/s)
 * collective = 2 layers (start + 2 (n-1)/n x message / (bus share x link))
 * seconds    = ((sqrt(compute^2 + memory^2) + collective)^p + floor^p)^(1/p) + host work per sequence
 * </pre>
 *
 * <p>An iteration that reads prompts has the floor and the collectives of a prefill; weights are
 * read once for both parts. Cost: O(1), no allocation. That the parts of a mixed iteration add up
 * like this is an assumption: both data sets measure them apart.
 *
 * <p>Limits: one node; 16-bit weights; no speculative decoding.
 *
 * @param prefill of iterations that read prompts
 * @param decode of iterations that only write tokens
 */
public record RooflineLaw(
    LlmArchitecture architecture, GpuGroup group, Efficiencies prefill, Efficiencies decode) {
  /** How abruptly collectives slow down at the knee; any steep curve fits as well. */
  private static final double KNEE_POWER = 6;

  /** What the data sheet allows at the very best. */
  public static RooflineLaw ofDataSheet(LlmArchitecture architecture, GpuGroup group) {
    return new RooflineLaw(architecture, group, Efficiencies.PERFECT, Efficiencies.PERFECT);
  }

  /** Seconds of one iteration. */
  public double seconds(IterationWork work) {
    Efficiencies lead = work.prefillTokens() > 0 ? prefill : decode;
    double gpu = Math.hypot(computeSeconds(work), memorySeconds(work, lead));
    double busy = gpu + collectiveSeconds(work.tokens(), lead);
    return pNorm(busy, floorSeconds(lead), lead.floorSharpness())
        + decode.sequenceSeconds() * work.decodeSequences();
  }

  /**
   * Seconds that not even a perfect program could go below: the longer of arithmetic and memory at
   * the rates of the data sheet. A shorter measurement did not do the work.
   */
  public double lowerBoundSeconds(IterationWork work) {
    RooflineLaw perfect = ofDataSheet(architecture, group);
    return Math.max(
        perfect.computeSeconds(work), perfect.memorySeconds(work, Efficiencies.PERFECT));
  }

  private double computeSeconds(IterationWork work) {
    return flop(work.prefillTokens(), work.prefillPairs())
            / (prefill.compute() * group.peakFlopPerSecond())
        + flop(work.decodeSequences(), work.decodeContextTokens())
            / (decode.compute() * group.peakFlopPerSecond());
  }

  private double flop(double tokens, double pairs) {
    return 2 * architecture.activeParameters() * tokens
        + architecture.attentionFlopPerPair() * pairs;
  }

  private double memorySeconds(IterationWork work, Efficiencies lead) {
    double peak = group.peakBytesPerSecond();
    double weights =
        architecture.weightBytesRead(work.tokens(), lead.routingSpread())
            / (lead.bandwidth() * peak);
    if (work.decodeContextTokens() == 0) {
      return weights;
    }
    double cost =
        decode.kvCost() * Math.pow(architecture.headsPerKvHead(), decode.kvGroupExponent());
    double cache = cost * architecture.kvBytesPerToken() * work.decodeContextTokens();
    return weights + cache / (decode.bandwidth() * peak);
  }

  private double collectiveSeconds(double tokens, Efficiencies lead) {
    if (group.gpus() == 1) {
      return 0;
    }
    double crossing = group.ringShare() * tokens * architecture.collectiveBytesPerToken();
    double transfer = crossing / (lead.bus() * group.linkGbs() * 1e9) * slowdown(tokens, lead);
    return 2 * architecture.layers() * (lead.collectiveSeconds() + transfer);
  }

  private static double slowdown(double tokens, Efficiencies lead) {
    return lead.collectiveSlowdown() == 0
        ? 1
        : 1
            + lead.collectiveSlowdown()
                / (1 + Math.pow(lead.collectiveKneeTokens() / tokens, KNEE_POWER));
  }

  private double floorSeconds(Efficiencies lead) {
    return lead.iterationFloorSeconds() + architecture.layers() * lead.layerFloorSeconds();
  }

  private static double pNorm(double a, double b, double p) {
    double larger = Math.max(a, b);
    if (larger == 0) {
      return 0;
    }
    return larger * Math.pow(1 + Math.pow(Math.min(a, b) / larger, p), 1 / p);
  }
}
