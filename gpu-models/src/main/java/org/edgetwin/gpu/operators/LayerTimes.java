package org.edgetwin.gpu.operators;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.operators.Estimate.Source;
import org.edgetwin.gpu.table.Require;

/**
 * The time of a language model's layer in half precision, without attention over the context and
 * without communication: from the table where this shape was measured on this GPU at so many tokens
 * and around, else by the law from the other shapes measured on this GPU, else by the law from its
 * data sheet.
 *
 * <p>Immutable. A layer takes about 1 us from a table or a data sheet, and 70 us by the law on a
 * GPU with tables: keep what is asked often.
 */
public final class LayerTimes {
  private static final class Holder {
    static final LayerTimes STANDARD =
        new LayerTimes(
            MeasuredLayers.tables(MeasuredLayers.rows()),
            LayerLaw.standard(),
            LayerErrors.standard());
  }

  private final Map<String, List<LayerTable>> tablesByGpu;
  private final LayerLaw law;
  private final LayerErrors errors;

  /** A chain of one's own. */
  public LayerTimes(Map<String, List<LayerTable>> tablesByGpu, LayerLaw law, LayerErrors errors) {
    this.tablesByGpu = Map.copyOf(tablesByGpu);
    this.law = law;
    this.errors = errors;
  }

  /** All measured layers, and the law with the constants shipped with the program. */
  public static LayerTimes standard() {
    return Holder.STANDARD;
  }

  /**
   * Time of one layer on a GPU of the catalogue: the sum over {@link LayerOperator}.
   *
   * @param tokens in the batch, over all its sequences, at least 1
   * @throws IllegalArgumentException if the GPU has no known tensor rate
   */
  public Estimate layer(LayerShape shape, int tokens, GpuModel gpu) {
    return layer(shape, tokens, GpuTraitsTable.standard().require(gpu.id()));
  }

  /** Time of one layer on a GPU. */
  public Estimate layer(LayerShape shape, int tokens, GpuTraits gpu) {
    Source source = source(shape, tokens, gpu);
    double seconds =
        LayerOperator.of(shape).mapToDouble(o -> seconds(source, o, shape, tokens, gpu)).sum();
    LayerErrors.Parts parts = errors.ofLayer(source);
    return new Estimate(seconds, parts.shared(), parts.own(), source);
  }

  /** Time of one operator of a layer on a GPU. */
  public Estimate operator(LayerOperator operator, LayerShape shape, int tokens, GpuTraits gpu) {
    Source source = source(shape, tokens, gpu);
    LayerErrors.Parts parts = errors.ofOperator(source);
    return new Estimate(
        seconds(source, operator, shape, tokens, gpu), parts.shared(), parts.own(), source);
  }

  private Source source(LayerShape shape, int tokens, GpuTraits gpu) {
    Require.positive("tokens", tokens);
    if (Double.isNaN(gpu.tensorFlopsPerSecond())) {
      throw new IllegalArgumentException(
          "The half-precision rate of "
              + gpu.id()
              + " is not known. Maybe it has no tensor cores: language models are served on GPUs"
              + " that have.");
    }
    if (table(shape, gpu).filter(table -> table.covers(tokens)).isPresent()) {
      return Source.TABLE;
    }
    return tablesByGpu.containsKey(gpu.id()) ? Source.CALIBRATED : Source.LAW;
  }

  private double seconds(
      Source source, LayerOperator operator, LayerShape shape, int tokens, GpuTraits gpu) {
    return switch (source) {
      case TABLE -> table(shape, gpu).orElseThrow().seconds(operator, tokens);
      case CALIBRATED -> law.seconds(operator, shape, tokens, gpu, tablesByGpu.get(gpu.id()));
      case TABLE_AND_LAW, LAW -> law.seconds(operator, shape, tokens, gpu);
    };
  }

  private Optional<LayerTable> table(LayerShape shape, GpuTraits gpu) {
    return tablesByGpu.getOrDefault(gpu.id(), List.of()).stream()
        .filter(table -> table.shape().equals(shape))
        .findFirst();
  }
}
