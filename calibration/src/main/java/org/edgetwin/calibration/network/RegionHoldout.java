package org.edgetwin.calibration.network;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.edgetwin.calibration.validation.Holdout;

/** Leaves out whole regions, with every row that has an end in one of them. */
final class RegionHoldout {
  private static final double SHARE = 0.2;
  private static final int TIMES = 3;

  private RegionHoldout() {}

  static <T> List<Holdout<T>> of(List<T> rows, Function<T, RegionPair> regions, String name) {
    List<String> all =
        rows.stream()
            .map(regions)
            .flatMap(pair -> Stream.of(pair.first(), pair.second()))
            .distinct()
            .sorted()
            .toList();
    return Holdout.repeated(all, Function.identity(), SHARE, TIMES, name).stream()
        .map(split -> leaving(rows, regions, Set.copyOf(split.test())))
        .toList();
  }

  private static <T> Holdout<T> leaving(
      List<T> rows, Function<T, RegionPair> regions, Set<String> out) {
    Function<T, Boolean> isOut =
        row ->
            out.contains(regions.apply(row).first()) || out.contains(regions.apply(row).second());
    return new Holdout<>(
        rows.stream().filter(row -> !isOut.apply(row)).toList(),
        rows.stream().filter(isOut::apply).toList());
  }
}
