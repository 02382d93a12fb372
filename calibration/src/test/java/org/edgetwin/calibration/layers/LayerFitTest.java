package org.edgetwin.calibration.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.edgetwin.calibration.validation.Holdout;
import org.edgetwin.gpu.operators.Estimate.Source;
import org.edgetwin.gpu.operators.LayerErrors;
import org.edgetwin.gpu.operators.LayerLaw;
import org.edgetwin.gpu.operators.MeasuredLayers;
import org.junit.jupiter.api.Test;

class LayerFitTest {
  private static final Offset<Double> ROUNDING = within(1e-4);
  private static final List<MeasuredLayers.Row> ROWS = MeasuredLayers.rows();

  private static void assertShipped(Source source, List<UnseenLayer> unseen) {
    LayerErrors shipped = LayerErrors.standard();
    LayerErrors.Parts layers = LayerErrorParts.ofLayers(unseen);
    assertThat(shipped.ofLayer(source).shared()).isCloseTo(layers.shared(), ROUNDING);
    assertThat(shipped.ofLayer(source).own()).isCloseTo(layers.own(), ROUNDING);
    LayerErrors.Parts products = LayerErrorParts.ofProducts(unseen);
    assertThat(shipped.ofOperator(source).shared()).isCloseTo(products.shared(), ROUNDING);
    assertThat(shipped.ofOperator(source).own()).isCloseTo(products.own(), ROUNDING);
  }

  @Test
  void allRowsAreRead() {
    assertThat(ROWS).hasSize(3 * 9 * 259);
    assertThat(ROWS.stream().map(MeasuredLayers.Row::gpuId).distinct())
        .containsExactly("A40", "A100-SXM-80", "H100-SXM");
  }

  @Test
  void theShippedUsualCorrectionsAreThoseOfAllRows() {
    LayerLaw fit = LayerFit.law(ROWS);
    LayerLaw shipped = LayerLaw.standard();
    assertThat(shipped.usualProduct()).isCloseTo(fit.usualProduct(), ROUNDING);
    assertThat(shipped.usualStream()).isCloseTo(fit.usualStream(), ROUNDING);
  }

  @Test
  void theShippedErrorsAreThoseOnWhatWasLeftOut() {
    assertShipped(
        Source.TABLE,
        LayerFit.unseen(
            Holdout.repeated(ROWS, MeasuredLayers.Row::tokens, 0.3, 3, "layer-tokens")));
    assertShipped(
        Source.CALIBRATED, LayerFit.unseen(Holdout.each(ROWS, MeasuredLayers.Row::model)));
    assertShipped(Source.LAW, LayerFit.unseenGpus(ROWS));
  }
}
