package org.edgetwin.reports.chart;

import java.awt.Color;
import java.util.List;

/**
 * Colours that people with any colour vision can tell apart: the set of Okabe and Ito (2008), most
 * visible on white first, without its yellow and black, and a grey for what is summed up as other.
 */
final class Palette {
  /** Axes, ticks and labels. The page turns exactly this colour light on a dark screen. */
  static final Color INK = new Color(0x33, 0x33, 0x33);

  /** Grid lines. The page turns exactly this colour dark on a dark screen. */
  static final Color GRID = new Color(0xDD, 0xDD, 0xDD);

  static final Color OTHER = new Color(0x88, 0x88, 0x88);

  private static final List<Color> SERIES =
      List.of(
          new Color(0x00, 0x72, 0xB2),
          new Color(0xD5, 0x5E, 0x00),
          new Color(0x00, 0x9E, 0x73),
          new Color(0xCC, 0x79, 0xA7),
          new Color(0xE6, 0x9F, 0x00),
          new Color(0x56, 0xB4, 0xE9));

  /** The most series that one chart tells apart by colour. */
  static final int SIZE = SERIES.size();

  /** From nothing to everything; equal steps of lightness, so it reads without colour. */
  private static final List<Color> RAMP =
      List.of(
          new Color(0xEE, 0xF3, 0xF7),
          new Color(0xDD, 0xE9, 0xF2),
          new Color(0xC6, 0xDC, 0xEB),
          new Color(0xA8, 0xCC, 0xE2),
          new Color(0x84, 0xB8, 0xD7),
          new Color(0x5E, 0xA1, 0xCA),
          new Color(0x3C, 0x89, 0xBB),
          new Color(0x20, 0x6F, 0xA7),
          new Color(0x0F, 0x55, 0x8B),
          new Color(0x06, 0x3A, 0x66));

  static final int LEVELS = RAMP.size();

  private static final double LIGHT = 140;

  private Palette() {}

  /** Colour of the i-th series; colours repeat after {@link #SIZE}. */
  static Color series(int i) {
    return SERIES.get(i % SIZE);
  }

  /** Colour of text on the colour of the i-th series: white on the dark ones. */
  static Color onSeries(int i) {
    Color back = series(i);
    double light = 0.299 * back.getRed() + 0.587 * back.getGreen() + 0.114 * back.getBlue();
    return light > LIGHT ? Color.BLACK : Color.WHITE;
  }

  /** Colour of a level of a heat map, 0..{@link #LEVELS} - 1. */
  static Color level(int level) {
    return RAMP.get(level);
  }
}
