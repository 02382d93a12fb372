package org.edgetwin.gpu.inference;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.edgetwin.gpu.NearestNames;
import org.edgetwin.gpu.table.ShippedTable;

/** The language models that the program knows. Immutable; a look-up by name is O(1). */
public final class LlmArchitectures {
  private static final class Holder {
    static final LlmArchitectures STANDARD = new LlmArchitectures();
  }

  private final List<LlmArchitecture> all;
  private final Map<String, LlmArchitecture> byName = new LinkedHashMap<>();

  private LlmArchitectures() {
    all = ShippedTable.rows("inference/architectures.csv", LlmArchitectures::parse);
    all.forEach(
        architecture -> byName.put(NearestNames.canonical(architecture.name()), architecture));
  }

  /** The models shipped with the program. */
  public static LlmArchitectures standard() {
    return Holder.STANDARD;
  }

  public List<LlmArchitecture> all() {
    return all;
  }

  /** The model of that name; case, spaces, dots and hyphens do not matter. */
  public Optional<LlmArchitecture> find(String name) {
    return Optional.ofNullable(byName.get(NearestNames.canonical(name)));
  }

  /**
   * The model of that name.
   *
   * @throws IllegalArgumentException naming the nearest models if there is none
   */
  public LlmArchitecture require(String name) {
    return find(name)
        .orElseThrow(
            () -> {
              List<String> near =
                  NearestNames.suggest(name, all.stream().map(LlmArchitecture::name).toList());
              return new IllegalArgumentException(
                  "There is no language model '"
                      + name
                      + "'."
                      + (near.isEmpty() ? "" : " Maybe " + String.join(" or ", near) + "?"));
            });
  }

  private static LlmArchitecture parse(NamedCsvRecord row) {
    return new LlmArchitecture(
        row.getField("name"),
        ShippedTable.number(row, "parameters"),
        ShippedTable.count(row, "layers"),
        ShippedTable.count(row, "hidden"),
        ShippedTable.count(row, "heads"),
        ShippedTable.count(row, "head_dim"),
        ShippedTable.count(row, "kv_heads"),
        ShippedTable.count(row, "vocabulary"),
        Boolean.parseBoolean(row.getField("tied")),
        ShippedTable.count(row, "experts"),
        ShippedTable.count(row, "experts_per_token"),
        ShippedTable.number(row, "expert_parameters"),
        ShippedTable.count(row, "context_tokens"));
  }
}
