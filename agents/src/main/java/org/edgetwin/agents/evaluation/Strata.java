package org.edgetwin.agents.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which windows belong together, such as those of one load. */
public final class Strata {
  private final int windows;
  private final Map<String, int[]> windowsByName = new LinkedHashMap<>();

  /**
   * @param nameByWindow the stratum of each window
   */
  public Strata(List<String> nameByWindow) {
    windows = nameByWindow.size();
    Map<String, List<Integer>> lists = new LinkedHashMap<>();
    for (int window = 0; window < windows; window++) {
      lists.computeIfAbsent(nameByWindow.get(window), key -> new ArrayList<>()).add(window);
    }
    lists.forEach(
        (name, list) ->
            windowsByName.put(name, list.stream().mapToInt(Integer::intValue).toArray()));
  }

  /** Number of all windows. */
  public int windows() {
    return windows;
  }

  /** Names in the order of their first windows. */
  public List<String> names() {
    return List.copyOf(windowsByName.keySet());
  }

  /** The windows of a stratum, ascending. */
  public int[] windowsOf(String name) {
    return windowsByName.get(name).clone();
  }
}
