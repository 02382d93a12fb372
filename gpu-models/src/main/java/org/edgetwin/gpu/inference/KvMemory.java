package org.edgetwin.gpu.inference;

/**
 * What a model needs of the memory of its GPUs, and how much is left for the keys and values of the
 * sequences it works on.
 *
 * <p>Limits: activations, communication buffers and the context of the driver are in the share that
 * is not usable.
 *
 * @param usableShare of the memory that the engine fills with weights and cache, in (0, 1]
 */
public record KvMemory(LlmArchitecture architecture, GpuGroup group, double usableShare) {
  /** What vLLM and TensorRT-LLM fill unless they are told otherwise. */
  public static final double USUAL_SHARE = 0.9;

  public KvMemory {
    if (!(usableShare > 0 && usableShare <= 1)) {
      throw new IllegalArgumentException(
          "The usable share of the memory (" + usableShare + ") must lie in (0, 1].");
    }
  }

  /** With the {@linkplain #USUAL_SHARE usual share}. */
  public static KvMemory of(LlmArchitecture architecture, GpuGroup group) {
    return new KvMemory(architecture, group, USUAL_SHARE);
  }

  /** Room for keys and values beside the weights, bytes over all GPUs; 0 if there is none. */
  public double cacheBytes() {
    return Math.max(0, usableShare * group.memoryBytes() - architecture.weightBytes());
  }

  /** How many tokens the cache holds. */
  public double cacheTokens() {
    return cacheBytes() / architecture.kvBytesPerToken();
  }

  /** How many whole blocks of tokens the cache holds (paged attention, [kwon2023]). */
  public long blocks(int tokensPerBlock) {
    return (long) Math.floor(cacheTokens() / tokensPerBlock);
  }

  /** How many sequences of that length the cache holds at once; 0 if the model does not fit. */
  public int sequences(double tokensPerSequence) {
    return (int) Math.min(Integer.MAX_VALUE, Math.floor(cacheTokens() / tokensPerSequence));
  }
}
