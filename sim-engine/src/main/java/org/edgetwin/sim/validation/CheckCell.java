package org.edgetwin.sim.validation;

import java.util.List;

/**
 * One line of a check: a GPU, a metric or a split of it.
 *
 * @param name unique in its check
 * @param unit of the comparisons, such as {@code ms}; empty if they have none
 * @param logarithmic whether the comparisons spread over orders of magnitude
 * @param comparisons on what was left out of the fit; quantiles against quantiles where laws are
 *     compared; may be empty for identities
 * @param figures with their bars, the most important first
 */
public record CheckCell(
    String name,
    String unit,
    boolean logarithmic,
    List<Comparison> comparisons,
    List<Figure> figures) {
  public CheckCell {
    comparisons = List.copyOf(comparisons);
    figures = List.copyOf(figures);
  }

  public boolean passed() {
    return figures.stream().allMatch(Figure::passed);
  }
}
