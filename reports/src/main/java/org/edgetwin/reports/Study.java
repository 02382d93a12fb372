package org.edgetwin.reports;

import java.util.List;
import org.edgetwin.sim.experiment.Axis;
import org.edgetwin.sim.experiment.GridEffects;
import org.edgetwin.sim.experiment.PolicyGrid;
import org.edgetwin.sim.experiment.Stopping;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison tells beyond its schedulers side by side.
 *
 * @param grid orderings and placements that were varied separately; null if they were not
 * @param levels the orderings, then the placements of the grid, each with what it alone is told
 * @param effects what orderings and placements explain, for each metric with values
 * @param axes what was varied beside schedulers
 * @param stopping why it stopped where it did; null if its size was fixed beforehand
 */
public record Study(
    @Nullable PolicyGrid grid,
    List<Level> levels,
    List<GridEffects> effects,
    List<Axis> axes,
    @Nullable Stopping stopping) {
  /** Nothing beyond. */
  public static final Study NONE = new Study(null, List.of(), List.of(), List.of(), null);

  /** An ordering or a placement and what it is told, in words. */
  public record Level(String name, String knowledge) {}

  public Study {
    levels = List.copyOf(levels);
    effects = List.copyOf(effects);
    axes = List.copyOf(axes);
  }

  /** Whether there is nothing beyond. */
  public boolean tellsNothing() {
    return grid == null && axes.isEmpty() && stopping == null;
  }

  /** What an ordering or placement is told. */
  public String knowledge(String level) {
    return levels.stream()
        .filter(each -> each.name().equals(level))
        .map(Level::knowledge)
        .findFirst()
        .orElse("");
  }
}
