package org.edgetwin.gpu.operators;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.edgetwin.gpu.table.ShippedTable;

/** The traits of every GPU of the catalogue and of those beyond it that the laws were fitted on. */
public final class GpuTraitsTable {
  private static final class Holder {
    static final GpuTraitsTable STANDARD = new GpuTraitsTable();
  }

  private final Map<String, GpuTraits> traitsById;

  private GpuTraitsTable() {
    traitsById =
        ShippedTable.rows("operators/gpus.csv", GpuTraits::of).stream()
            .collect(Collectors.toMap(GpuTraits::id, gpu -> gpu, (a, b) -> a, LinkedHashMap::new));
  }

  /** The table shipped with the program. */
  public static GpuTraitsTable standard() {
    return Holder.STANDARD;
  }

  public List<GpuTraits> all() {
    return List.copyOf(traitsById.values());
  }

  public Optional<GpuTraits> find(String id) {
    return Optional.ofNullable(traitsById.get(id));
  }

  /**
   * The traits of a GPU.
   *
   * @throws IllegalArgumentException if nothing is known of it
   */
  public GpuTraits require(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Nothing is known of the multiprocessors and the process of the GPU '"
                        + id
                        + "'. Maybe give its GpuTraits instead of its name."));
  }
}
