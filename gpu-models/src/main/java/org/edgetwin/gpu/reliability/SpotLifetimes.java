package org.edgetwin.gpu.reliability;

import static org.edgetwin.gpu.table.ShippedTable.number;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.edgetwin.gpu.table.ShippedTable;

/**
 * Lifetimes of spot instances, fitted to public traces and read from {@code
 * data/reliability/spot-lifetimes.csv}.
 */
public final class SpotLifetimes {
  private static final class Holder {
    static final Map<String, Lifetime> BY_NAME = load();
  }

  private SpotLifetimes() {}

  /** Fitted laws by name, in table order: {@code gcp-2020}, {@code p3}, {@code g4dn}. */
  public static Map<String, Lifetime> all() {
    return Holder.BY_NAME;
  }

  /**
   * A fitted law.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public static Lifetime of(String name) {
    Lifetime law = Holder.BY_NAME.get(name);
    if (law == null) {
      throw new IllegalArgumentException(
          "No spot lifetimes are called "
              + name
              + ". Maybe one of "
              + Holder.BY_NAME.keySet()
              + ".");
    }
    return law;
  }

  private static Map<String, Lifetime> load() {
    Map<String, Lifetime> laws = new LinkedHashMap<>();
    ShippedTable.rows("reliability/spot-lifetimes.csv", SpotLifetimes::parse)
        .forEach(entry -> laws.put(entry.getKey(), entry.getValue()));
    return Collections.unmodifiableMap(laws);
  }

  private static Map.Entry<String, Lifetime> parse(NamedCsvRecord row) {
    Lifetime law =
        switch (row.getField("body")) {
          case "exponential" -> new Lifetime.Exponential(number(row, "scale_seconds"));
          case "weibull" ->
              new Lifetime.Weibull(number(row, "shape"), number(row, "scale_seconds"));
          case "lognormal" ->
              new Lifetime.LogNormal(number(row, "scale_seconds"), number(row, "shape"));
          default -> throw new IllegalStateException("Unknown body " + row.getField("body"));
        };
    if (!row.getField("early_share").isEmpty()) {
      law =
          new Lifetime.EarlyDeath(
              number(row, "early_share"), number(row, "early_within_seconds"), law);
    }
    if (!row.getField("cap_seconds").isEmpty()) {
      law = new Lifetime.Capped(law, number(row, "cap_seconds"));
    }
    return Map.entry(row.getField("name"), law);
  }
}
