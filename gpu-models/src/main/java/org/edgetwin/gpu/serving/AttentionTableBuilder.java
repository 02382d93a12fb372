package org.edgetwin.gpu.serving;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Collects the measured points of an {@link AttentionTable}. Kept are the points of its regular
 * grid: every axis value is 0 or a power of 2. Points that a profile has beside it are left out.
 */
public final class AttentionTableBuilder {
  private record Point(int chunk, int history, int decodes, int context, double seconds) {}

  private final List<Point> points = new ArrayList<>();

  /**
   * Adds a measured batch.
   *
   * @param chunk tokens of the prompt chunk; 0 for decode alone
   * @param history tokens of its prompt before it
   * @param decodes sequences in decode; 0 for prefill alone
   * @param context tokens of each of these
   * @param seconds of one layer
   */
  public AttentionTableBuilder add(
      int chunk, int history, int decodes, int context, double seconds) {
    if (Stream.of(chunk, history, decodes, context).allMatch(AttentionTableBuilder::isRegular)) {
      points.add(new Point(chunk, history, decodes, context, seconds));
    }
    return this;
  }

  private static boolean isRegular(int value) {
    return (value & (value - 1)) == 0;
  }

  /**
   * The table.
   *
   * @throws IllegalArgumentException if a point of the grid is missing that cannot be derived
   */
  public AttentionTable build() {
    double[] chunks = axis(Point::chunk);
    double[] histories = axis(Point::history);
    double[] decodes = axis(Point::decodes);
    double[] contexts = axis(p -> p.decodes() == 0 ? contextOfFirst() : p.context());
    AttentionTable table = new AttentionTable(chunks, histories, decodes, contexts);
    for (Point point : points) {
      table.set(
          place(chunks, point.chunk()),
          place(histories, point.history()),
          place(decodes, point.decodes()),
          point.decodes() == 0 ? 0 : place(contexts, point.context()),
          point.seconds());
    }
    table.complete();
    return table;
  }

  /** A context that occurs, to stand for the missing one of a batch without decodes. */
  private int contextOfFirst() {
    return points.stream()
        .filter(point -> point.decodes() > 0)
        .mapToInt(Point::context)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The attention profile has no batch with sequences in decode."));
  }

  private double[] axis(ToIntFunction<Point> coordinate) {
    TreeSet<Integer> values = new TreeSet<>();
    points.forEach(point -> values.add(coordinate.applyAsInt(point)));
    return values.stream().mapToDouble(Integer::doubleValue).toArray();
  }

  private static int place(double[] axis, int value) {
    return Arrays.binarySearch(axis, value);
  }
}
