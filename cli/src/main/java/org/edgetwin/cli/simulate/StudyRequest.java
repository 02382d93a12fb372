package org.edgetwin.cli.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.edgetwin.sim.experiment.PolicyGrid;
import org.edgetwin.sim.metrics.Metric;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison is asked for beyond schedulers side by side.
 *
 * @param grid orderings and placements to vary separately; null for none
 * @param beside schedulers that are compared beside the grid
 * @param axes what is varied beside schedulers
 * @param precise when to stop; null if the number of replications is fixed
 */
public record StudyRequest(
    @Nullable PolicyGrid grid,
    List<String> beside,
    List<AxisRequest> axes,
    @Nullable Precise precise) {
  /** Nothing. */
  public static final StudyRequest NONE = new StudyRequest(null, List.of(), List.of(), null);

  /** Path of a key of every job source. */
  private static final String EVERY_SOURCE = "jobs[*]";

  /**
   * Something to vary.
   *
   * @param option as the user wrote it
   * @param name for readers
   * @param key path in the scenario; {@code jobs[*]} stands for every source
   * @param values in order
   */
  public record AxisRequest(String option, String name, String key, List<String> values) {
    public AxisRequest {
      values = List.copyOf(values);
    }

    /** The changes that give the scenario a value. */
    List<String> overrides(String value, int sources) {
      if (!key.startsWith(EVERY_SOURCE)) {
        return List.of(key + "=" + value);
      }
      String rest = key.substring(EVERY_SOURCE.length());
      return IntStream.range(0, sources)
          .mapToObj(i -> "jobs[" + i + "]" + rest + "=" + value)
          .toList();
    }
  }

  /**
   * When to stop.
   *
   * @param metric what is to be precise
   * @param relativeHalfWidth of every paired difference, such as 0.05
   * @param most replications at most
   */
  public record Precise(Metric metric, double relativeHalfWidth, int most) {}

  public StudyRequest {
    beside = List.copyOf(beside);
    axes = List.copyOf(axes);
  }

  /** Options and values that ask for it, the schedulers included. */
  List<String> words(List<String> schedulers) {
    List<String> words = new ArrayList<>();
    if (grid != null) {
      words.addAll(List.of("--orderings", String.join(",", grid.orderings())));
      words.addAll(List.of("--placements", String.join(",", grid.placements())));
    }
    List<String> named = grid == null ? schedulers : beside;
    if (!named.isEmpty()) {
      words.addAll(List.of("--schedulers", String.join(",", named)));
    }
    for (AxisRequest axis : axes) {
      String values = String.join(",", axis.values());
      words.add(axis.option());
      words.add(axis.option().equals("--vary") ? axis.key() + "=" + values : values);
    }
    if (precise != null) {
      words.addAll(List.of("--until-precise", 100 * precise.relativeHalfWidth() + "%"));
      words.addAll(List.of("--precise-in", precise.metric().key()));
      words.addAll(List.of("--most-replications", Integer.toString(precise.most())));
    }
    return words;
  }
}
