package org.edgetwin.scenarios.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a number counts, how it may be written, and the ending of the names of components that hold
 * it. The first spelling is the unit of the component.
 */
public enum Unit {
  /** A plain number. */
  NONE("", Map.of()),
  TIME("Seconds", units("s", 1, "ms", 1e-3, "min", 60, "h", 3600, "d", 86_400, "w", 604_800)),
  /** A rate of events. */
  RATE("PerHour", units("/h", 1, "/s", 3600, "/min", 60, "/d", 1 / 24.0, "/w", 1 / 168.0)),
  /** A part of one; may also be written as a plain number. */
  SHARE("", units("%", 0.01)),
  GIGABYTES("Gb", units("GB", 1, "MB", 1e-3, "TB", 1e3, "MiB", 0x1p20 / 1e9, "GiB", 0x1p30 / 1e9)),
  MEBIBYTES(
      "Mib", units("MiB", 1, "GiB", 1024, "TiB", 1 << 20, "MB", 1e6 / 0x1p20, "GB", 1e9 / 0x1p20)),
  /** Of a line. */
  LINE_RATE("Mbits", units("Mbit/s", 1, "Gbit/s", 1e3, "MB/s", 8, "GB/s", 8e3)),
  BANDWIDTH("Gbs", units("GB/s", 1, "TB/s", 1e3)),
  COMPUTE("Tflops", units("TFLOPS", 1, "PFLOPS", 1e3, "GFLOPS", 1e-3)),
  POWER("Watts", units("W", 1, "kW", 1e3)),
  HOURLY_PRICE("UsdPerHour", units("USD/h", 1)),
  TEMPERATURE("Celsius", units("C", 1)),
  THERMAL_RESISTANCE("KelvinPerWatt", units("K/W", 1)),
  HEAT_CAPACITY("JoulesPerKelvin", units("J/K", 1, "kJ/K", 1e3)),
  MONEY("Usd", units("USD", 1)),
  TOKEN_PRICE("UsdPerMillion", units("USD/1M", 1, "USD/1k", 1e3)),
  ENERGY_PRICE("UsdPerKwh", units("USD/kWh", 1, "USD/MWh", 1e-3)),
  CARBON("GramsPerKwh", units("g/kWh", 1, "kg/kWh", 1e3, "kg/MWh", 1));

  private final String ending;

  @SuppressWarnings("ImmutableEnumChecker") // the map is unmodifiable
  private final Map<String, Double> factorBySpelling;

  Unit(String ending, Map<String, Double> factorBySpelling) {
    this.ending = ending;
    this.factorBySpelling = factorBySpelling;
  }

  /** Ending of a component's name that is not part of the key. */
  public String ending() {
    return ending;
  }

  /** Spellings and what one of them is worth in the component's unit. */
  public Map<String, Double> factors() {
    return factorBySpelling;
  }

  /** Whether a number may stand without a unit. */
  public boolean allowsPlainNumber() {
    return this == NONE || this == SHARE;
  }

  /** Whether numbers are written with a unit at all. */
  public boolean hasSpellings() {
    return !factorBySpelling.isEmpty();
  }

  /** The factor of a spelling; case matters only where it must (MB is not mb, but H is h). */
  public OptionalDouble factor(String spelling) {
    Double exact = factorBySpelling.get(spelling);
    if (exact != null) {
      return OptionalDouble.of(exact);
    }
    return factorBySpelling.entrySet().stream()
        .filter(entry -> lower(entry.getKey()).equals(lower(spelling)))
        .mapToDouble(Map.Entry::getValue)
        .findFirst();
  }

  /** A number in the component's unit, as a file would hold it; reads back as the same number. */
  public String write(double value) {
    if (this == NONE || this == SHARE) {
      return plain(value);
    }
    if (this == TIME) {
      for (String larger : new String[] {"d", "h", "min"}) {
        double count = value / factorBySpelling.get(larger);
        if (count >= 1 && count == Math.rint(count)) {
          return plain(count) + " " + larger;
        }
      }
    }
    return plain(value) + " " + factorBySpelling.keySet().iterator().next();
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e16
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static Map<String, Double> units(Object... spellingsAndFactors) {
    Map<String, Double> factors = new LinkedHashMap<>();
    for (int i = 0; i < spellingsAndFactors.length; i += 2) {
      factors.put(
          (String) spellingsAndFactors[i], ((Number) spellingsAndFactors[i + 1]).doubleValue());
    }
    return Collections.unmodifiableMap(factors);
  }
}
