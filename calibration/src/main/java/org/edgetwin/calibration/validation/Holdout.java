package org.edgetwin.calibration.validation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.edgetwin.sim.kernel.Streams;
import umontreal.ssj.rng.RandomStream;

/**
 * Rows to fit on and rows to predict, with no entity in both.
 *
 * @param fit rows of the entities that the fit may see
 * @param test rows of those that it may not
 */
public record Holdout<T>(List<T> fit, List<T> test) {
  private static final long SEED = 1;

  public Holdout {
    fit = List.copyOf(fit);
    test = List.copyOf(test);
  }

  /**
   * Leaves out a random share of the entities, several times.
   *
   * @param entity what a row belongs to; all rows of an entity go together
   * @param share of the entities to leave out, in (0, 1), rounded to the nearest number
   * @param name of the random stream: the same name leaves out the same entities
   */
  public static <T, E> List<Holdout<T>> repeated(
      List<T> rows, Function<T, E> entity, double share, int times, String name) {
    List<E> entities = List.copyOf(rows.stream().map(entity).collect(toOrderedSet()));
    int out = (int) Math.round(share * entities.size());
    RandomStream stream = new Streams(SEED, 1).stream("validation/" + name);
    List<Holdout<T>> holdouts = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      holdouts.add(leaving(rows, entity, Set.copyOf(sample(entities, out, stream))));
    }
    return holdouts;
  }

  /** Leaves out each entity in turn, in the order of its first row. */
  public static <T, E> List<Holdout<T>> each(List<T> rows, Function<T, E> entity) {
    return rows.stream().map(entity).collect(toOrderedSet()).stream()
        .map(out -> leaving(rows, entity, Set.of(out)))
        .toList();
  }

  private static <E> Collector<E, ?, Set<E>> toOrderedSet() {
    return Collectors.toCollection(LinkedHashSet::new);
  }

  private static <T, E> Holdout<T> leaving(List<T> rows, Function<T, E> entity, Set<E> out) {
    return new Holdout<>(
        rows.stream().filter(row -> !out.contains(entity.apply(row))).toList(),
        rows.stream().filter(row -> out.contains(entity.apply(row))).toList());
  }

  /** The first {@code count} of a random order (Fisher and Yates). */
  private static <E> List<E> sample(List<E> entities, int count, RandomStream stream) {
    List<E> order = new ArrayList<>(entities);
    for (int i = 0; i < count; i++) {
      int j = stream.nextInt(i, order.size() - 1);
      E drawn = order.get(j);
      order.set(j, order.get(i));
      order.set(i, drawn);
    }
    return order.subList(0, count);
  }
}
