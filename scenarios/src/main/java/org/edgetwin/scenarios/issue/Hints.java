package org.edgetwin.scenarios.issue;

import java.util.Collection;
import java.util.List;
import org.edgetwin.gpu.NearestNames;

/** The {@code Maybe ...} part of a problem with a name. */
public final class Hints {
  private static final int MOST_LISTED = 16;

  /** The search costs time that grows with the length of the name. */
  private static final int LONGEST_NAME = 80;

  private Hints() {}

  /** Names the nearest known names; if none is near and they are few, all of them. */
  public static String nearest(String wanted, Collection<String> known) {
    List<String> near =
        wanted.length() > LONGEST_NAME ? List.of() : NearestNames.suggest(wanted, known);
    if (near.isEmpty() && known.size() <= MOST_LISTED) {
      return maybe(known.stream().sorted().toList());
    }
    // A short name inside a long one counts as near; it is seldom what was meant.
    List<String> alike = near.stream().filter(name -> 2 * name.length() > wanted.length()).toList();
    return maybe(alike.isEmpty() ? near : alike);
  }

  /** "Maybe a or b." or nothing. */
  public static String maybe(List<String> nameList) {
    return nameList.isEmpty() ? "" : "Maybe " + String.join(" or ", nameList) + ".";
  }
}
