package org.edgetwin.gpu.inference;

/**
 * A serving engine on a GPU, as fitted.
 *
 * @param engine such as {@code vLLM}
 * @param hardware GPU model, or {@link #ANY_HARDWARE} for the fit over all that were measured
 * @param prefill constants of iterations that read prompts
 * @param decode constants of the others
 * @param startSeconds of a batch, beside its iterations, s
 * @param prefillLogStd standard deviation of log(measured / law) on measurements left out; on any
 *     hardware those of whole GPU models left out
 * @param decodeLogStd the same for iterations that only write tokens, and for whole batches
 */
public record FittedEngine(
    String engine,
    String hardware,
    Efficiencies prefill,
    Efficiencies decode,
    double startSeconds,
    double prefillLogStd,
    double decodeLogStd) {
  /** Hardware of an engine's fit over all GPUs. */
  public static final String ANY_HARDWARE = "any";

  /** The law of one iteration with these constants. */
  public RooflineLaw law(LlmArchitecture architecture, GpuGroup group) {
    return new RooflineLaw(architecture, group, prefill, decode);
  }

  /** The law of whole batches with these constants. */
  public BatchLatency batches(LlmArchitecture architecture, GpuGroup group) {
    return new BatchLatency(
        law(architecture, group), KvMemory.of(architecture, group), startSeconds);
  }
}
