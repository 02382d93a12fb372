package org.edgetwin.gpu.serving;

import java.util.Optional;
import org.edgetwin.gpu.inference.GpuGroup;
import org.edgetwin.gpu.inference.InferenceModel;
import org.edgetwin.gpu.inference.LlmArchitecture;

/**
 * The duration of an iteration of vLLM with a model on a GPU group, and what that rests on:
 * measured operator times where there are some ({@link OperatorProfile}), else the law that was
 * fitted to batches of vLLM ({@link InferenceModel}).
 *
 * @param times of an iteration
 * @param source what they rest on
 */
public record ServingTimes(IterationTime times, Source source) {
  private static final String ENGINE = "vLLM";

  /** What iteration times rest on. */
  public enum Source {
    /** Operators measured on this GPU model. */
    MEASURED,
    /** The fitted law. */
    LAW
  }

  /**
   * Times of an engine.
   *
   * @param maxNumSeqs sequences of an iteration
   * @param maxNumBatchedTokens tokens of an iteration
   */
  public static ServingTimes of(
      LlmArchitecture model, GpuGroup group, int maxNumSeqs, int maxNumBatchedTokens) {
    Optional<OperatorProfile> profile =
        group.gpus() == 1 ? OperatorProfile.find(model.name(), group.gpu().id()) : Optional.empty();
    if (profile.isPresent()) {
      OperatorProfile.Layers layers =
          new OperatorProfile.Layers(model.layers(), model.experts(), model.expertsPerToken(), 1);
      return new ServingTimes(
          profile
              .get()
              .times(layers, CudaGraphs.usualSizes(maxNumSeqs), maxNumBatchedTokens, maxNumSeqs),
          Source.MEASURED);
    }
    return new ServingTimes(
        new LawTimes(
            InferenceModel.standard().engine(ENGINE, group.gpu()).law(model, group), maxNumSeqs),
        Source.LAW);
  }
}
