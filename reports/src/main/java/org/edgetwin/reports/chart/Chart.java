package org.edgetwin.reports.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.title.TextTitle;

/**
 * A drawn chart, ready to be written.
 *
 * @param id unique on its page: lower-case letters, digits and hyphens
 * @param title what it shows, one line
 * @param description what a reader who cannot see it should know, one or two sentences
 * @param drawing the chart itself
 * @param width of the drawing, pixels
 * @param height of the drawing, pixels
 */
public record Chart(
    String id, String title, String description, JFreeChart drawing, int width, int height) {
  private static final int PNG_SCALE = 2;
  private static final int PNG_TITLE_HEIGHT = 28;

  /** The chart as one SVG element, texts kept as text. */
  public String svg() {
    return SvgDrawing.of(this);
  }

  /** The chart as a PNG image on white with its title, two pixels per unit. */
  public byte[] png() {
    int fullHeight = height + PNG_TITLE_HEIGHT;
    BufferedImage image =
        new BufferedImage(width * PNG_SCALE, fullHeight * PNG_SCALE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setTransform(AffineTransform.getScaleInstance(PNG_SCALE, PNG_SCALE));
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fill(new Rectangle2D.Double(0, 0, width, fullHeight));
    drawing.setTitle(new TextTitle(title, ChartTheme.TITLE_FONT));
    drawing.draw(graphics, new Rectangle2D.Double(0, 0, width, fullHeight));
    drawing.setTitle((TextTitle) null);
    graphics.dispose();
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
