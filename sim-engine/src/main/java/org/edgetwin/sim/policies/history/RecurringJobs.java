package org.edgetwin.sim.policies.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the jobs of a user took that had the same gang and a similar name: a rolling mean for each
 * family of names.
 *
 * <p>Names that differ only in the number at their end are of one family. A new job is expected to
 * be like the family whose name is most similar to its own, if that is similar enough. The {@value
 * #MOST_FAMILIES} families that were used last are kept for a user and a gang.
 */
final class RecurringJobs {
  /** How alike names of one family are, as in the published code of QSSF. */
  static final double SIMILAR = 0.6;

  private static final int MOST_FAMILIES = 32;

  /** Weight of the newest of many runs in the rolling mean. */
  private static final double NEWEST = 0.2;

  private static final Pattern LAST_NUMBER = Pattern.compile("\\d+$");

  private record Owner(String user, int gpus) {}

  private record Family(String name, double mean, int runs) {
    Family with(double value) {
      double weight = Math.max(NEWEST, 1.0 / (runs + 1));
      return new Family(name, mean + weight * (value - mean), runs + 1);
    }

    double similarity(String other) {
      return EditSimilarity.of(name, other);
    }
  }

  /** Families by owner, the one used last at the end. */
  private final Map<Owner, List<Family>> familyByOwner = new LinkedHashMap<>();

  /** The rolling mean of the family of a job; NaN if none like it has ended. */
  double mean(String user, int gpus, String name) {
    String family = familyName(name);
    return familyByOwner.getOrDefault(new Owner(user, gpus), List.of()).stream()
        .filter(other -> other.similarity(family) >= SIMILAR)
        .max(Comparator.comparingDouble(other -> other.similarity(family)))
        .map(Family::mean)
        .orElse(Double.NaN);
  }

  private static String familyName(String name) {
    return LAST_NUMBER.matcher(name).replaceFirst("");
  }

  /** A job has ended. */
  void add(String user, int gpus, String name, double value) {
    String familyName = familyName(name);
    List<Family> families =
        familyByOwner.computeIfAbsent(new Owner(user, gpus), owner -> new ArrayList<>());
    Family family = new Family(familyName, value, 1);
    for (Family other : families) {
      family = other.name().equals(familyName) ? other.with(value) : family;
    }
    families.removeIf(other -> other.name().equals(familyName));
    families.add(family);
    if (families.size() > MOST_FAMILIES) {
      families.remove(0);
    }
  }

  RecurringJobs copy() {
    RecurringJobs copy = new RecurringJobs();
    familyByOwner.forEach(
        (owner, families) -> copy.familyByOwner.put(owner, new ArrayList<>(families)));
    return copy;
  }
}
