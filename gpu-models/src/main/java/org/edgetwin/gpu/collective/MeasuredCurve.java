package org.edgetwin.gpu.collective;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.edgetwin.gpu.table.Require;

/**
 * A duration as a function of a size, known at some sizes: of a message in bytes, or of a batch in
 * samples.
 *
 * <p>Inside the measured range the logarithm of the duration is linear in the logarithm of the size
 * between neighbours. Outside, a law takes over: start-up plus size over rate, the line through the
 * edge and the point a factor of 2 further in. The line never falls towards larger sizes, and its
 * start-up is never negative. The curve has no jump at the edges.
 *
 * <p>Immutable. O(log n), no allocation.
 */
public final class MeasuredCurve {
  /**
   * A measured size.
   *
   * @param size positive
   * @param seconds positive
   */
  public record Point(double size, double seconds) {
    public Point {
      Require.positive("size", size);
      Require.positive("duration", seconds);
    }
  }

  private static final double STEP = 2;

  private final double[] sizes;
  private final double[] seconds;
  private final double slopeBelow;
  private final double slopeAbove;

  /**
   * A curve through points.
   *
   * @param points two or more, by growing size
   */
  public MeasuredCurve(List<Point> points) {
    if (points.size() < 2) {
      throw new IllegalArgumentException(
          "A curve needs at least 2 points, not %d. Maybe the fit saw one size only."
              .formatted(points.size()));
    }
    sizes = points.stream().mapToDouble(Point::size).toArray();
    seconds = points.stream().mapToDouble(Point::seconds).toArray();
    for (int i = 1; i < sizes.length; i++) {
      if (sizes[i] <= sizes[i - 1]) {
        throw new IllegalArgumentException(
            "The size %s follows %s. Maybe the points are not sorted."
                .formatted(sizes[i], sizes[i - 1]));
      }
    }
    slopeBelow = slopeBelow();
    slopeAbove = slopeAbove();
  }

  /** The points that the curve goes through, by growing size. */
  public List<Point> points() {
    return IntStream.range(0, sizes.length).mapToObj(i -> new Point(sizes[i], seconds[i])).toList();
  }

  /** Seconds at a size; O(log n). */
  public double at(double size) {
    int last = sizes.length - 1;
    if (size < sizes[0]) {
      return seconds[0] - slopeBelow * (sizes[0] - size);
    }
    if (size > sizes[last]) {
      return seconds[last] + slopeAbove * (size - sizes[last]);
    }
    return between(size);
  }

  /** Who answers for a size. */
  public Basis basis(double size) {
    return size >= smallest() && size <= largest() ? Basis.MEASURED : Basis.LAW;
  }

  /** The smallest measured size. */
  public double smallest() {
    return sizes[0];
  }

  /** The largest measured size. */
  public double largest() {
    return sizes[sizes.length - 1];
  }

  private double between(double size) {
    int found = Arrays.binarySearch(sizes, size);
    if (found >= 0) {
      return seconds[found];
    }
    int above = -found - 1;
    double weight = Math.log(size / sizes[above - 1]) / Math.log(sizes[above] / sizes[above - 1]);
    return seconds[above - 1] * Math.pow(seconds[above] / seconds[above - 1], weight);
  }

  private double slopeBelow() {
    double inner = Math.min(STEP * smallest(), largest());
    double slope = (between(inner) - seconds[0]) / (inner - smallest());
    return Math.max(0, Math.min(slope, seconds[0] / smallest()));
  }

  private double slopeAbove() {
    double inner = Math.max(largest() / STEP, smallest());
    double slope = (seconds[seconds.length - 1] - between(inner)) / (largest() - inner);
    return Math.max(0, slope);
  }
}
