package org.edgetwin.reports.chart;

import java.awt.Dimension;
import java.awt.geom.Rectangle2D;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.Document;

/** Draws a chart through Batik. The same chart gives the same text. */
final class SvgDrawing {
  private static final String SVG_NAMESPACE = "http://www.w3.org/2000/svg";
  private static final int DECIMALS = 1;

  private SvgDrawing() {}

  static String of(Chart chart) {
    Document document =
        GenericDOMImplementation.getDOMImplementation().createDocument(SVG_NAMESPACE, "svg", null);
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
    context.setComment(null);
    context.setPrecision(DECIMALS);
    context.setIDGenerator(new PrefixedIds(chart.id()));
    SVGGraphics2D graphics = new SVGGraphics2D(context, false);
    graphics.setSVGCanvasSize(new Dimension(chart.width(), chart.height()));
    chart.drawing().draw(graphics, new Rectangle2D.Double(0, 0, chart.width(), chart.height()));
    return SvgMarkup.of(chart, graphics.getRoot());
  }

  /** Several drawings share one page, so each needs ids of its own. */
  private static final class PrefixedIds extends SVGIDGenerator {
    private final String chartId;
    private int count;

    PrefixedIds(String chartId) {
      this.chartId = chartId;
    }

    @Override
    public String generateID(String prefix) {
      count++;
      return chartId + "-" + count;
    }
  }
}
