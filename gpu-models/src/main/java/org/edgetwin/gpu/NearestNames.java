package org.edgetwin.gpu;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Known names close to one that is not known, for the {@code Maybe ...} line of an error message.
 */
public final class NearestNames {
  private static final int LIMIT = 3;

  private NearestNames() {}

  /** The form under which names are compared: lower case, letters and digits only. */
  public static String canonical(String name) {
    StringBuilder letters = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        letters.append(Character.toLowerCase(c));
      }
    }
    return letters.toString();
  }

  /** At most three names, nearest first; empty if nothing is near. */
  public static List<String> suggest(String wanted, Collection<String> names) {
    String target = canonical(wanted);
    if (target.isEmpty()) {
      return List.of();
    }
    return names.stream()
        .filter(name -> distance(target, canonical(name)) <= Math.max(2, target.length() / 3))
        .sorted(
            Comparator.comparingInt((String name) -> distance(target, canonical(name)))
                .thenComparing(Comparator.naturalOrder()))
        .limit(LIMIT)
        .toList();
  }

  /** Edit distance; a name that contains the other whole counts as one edit. */
  private static int distance(String a, String b) {
    if (a.length() > 1 && (b.contains(a) || a.contains(b))) {
      return a.equals(b) ? 0 : 1;
    }
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitution = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(substitution, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
