package org.edgetwin.gpu.inference;

import java.util.List;
import java.util.Optional;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.inference.FittedResiduals.Kind;

/**
 * How long an engine takes for an iteration or a batch: by the measurements where there are any
 * near by, by the fitted law elsewhere; the answer says which, and how sure it is.
 *
 * <p>Engines: {@code vLLM} and {@code TensorRT-LLM} (batches measured on A100-40, H100, GH200) and
 * {@code Splitwise} (prefill and decode apart, on A100-80 and H100; a slower engine of its time).
 * On any other GPU model an engine has the constants that fit all its GPUs best.
 *
 * <p>Immutable and thread-safe. The law costs about 100 ns; a correction by n measurements O(n^2),
 * some 0.1 ms.
 */
public final class InferenceModel {
  /** Batches were measured with answers as long as the prompts; how far from that one may go. */
  private static final double MOST_OCTAVES_APART = 1;

  private static final class Holder {
    static final InferenceModel STANDARD = new InferenceModel();
  }

  private final FittedEngines engines = new FittedEngines();
  private final FittedResiduals residuals = new FittedResiduals();

  private InferenceModel() {}

  /** The model with the constants shipped with the program. */
  public static InferenceModel standard() {
    return Holder.STANDARD;
  }

  /** All engines, with their hardware. */
  public List<FittedEngine> engines() {
    return engines.all();
  }

  /** The engine on that GPU, with the constants for any hardware if it was not measured there. */
  public FittedEngine engine(String engine, GpuModel gpu) {
    return engines.require(engine, gpu);
  }

  /** Seconds from the start of a batch to its last token; infinite if it does not fit. */
  public Estimate batch(String engine, LlmArchitecture model, GpuGroup group, BatchRun run) {
    FittedEngine fitted = engine(engine, group.gpu());
    double law = fitted.batches(model, group).seconds(run);
    return corrected(
        law,
        fitted.decodeLogStd(),
        equallyLong(run) ? residuals.batches(engine, group.gpu().id()) : Optional.empty(),
        ResidualPoint.of(model, group, middleLength(run), run.sequences()));
  }

  /** Seconds of one iteration; of mixed ones by the law. */
  public Estimate iteration(
      String engine, LlmArchitecture model, GpuGroup group, IterationWork work) {
    FittedEngine fitted = engine(engine, group.gpu());
    double law = fitted.law(model, group).seconds(work);
    if (work.prefillTokens() == 0) {
      return corrected(
          law,
          fitted.decodeLogStd(),
          residuals.iterations(engine, Kind.DECODE),
          ResidualPoint.of(
              model,
              group,
              Math.max(1, work.decodeContextTokens() / work.decodeSequences()),
              work.decodeSequences()));
    }
    return corrected(
        law,
        fitted.prefillLogStd(),
        work.decodeSequences() == 0 ? residuals.iterations(engine, Kind.PREFILL) : Optional.empty(),
        ResidualPoint.of(model, group, work.prefillTokens(), 1));
  }

  private static Estimate corrected(
      double law, double lawLogStd, Optional<ResidualField> field, ResidualPoint point) {
    return field
        .map(known -> known.at(point).applyTo(law))
        .orElseGet(() -> new Estimate(law, lawLogStd, Estimate.Source.LAW, law));
  }

  private static boolean equallyLong(BatchRun run) {
    double octaves = Math.log((double) run.inputTokens() / run.outputTokens()) / Math.log(2);
    return Math.abs(octaves) <= MOST_OCTAVES_APART;
  }

  private static double middleLength(BatchRun run) {
    return Math.sqrt((double) run.inputTokens() * run.outputTokens());
  }
}
