package org.edgetwin.scenarios.names;

import java.util.List;
import java.util.Optional;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.Scheduler;
import org.edgetwin.sim.scheduling.SchedulerCatalog;

/** Schedulers by name, as far as scenarios ask for them. */
public final class Schedulers {
  private static final String HINT_START = " Maybe ";
  private static final int LONGEST_NAME = 200;

  private static final class Holder {
    static final SchedulerCatalog CATALOG = SchedulerCatalog.standard();
  }

  private Schedulers() {}

  /** What is wrong with a name; nothing if there is such a scheduler. */
  public static Optional<String> problem(String name) {
    return refusal(name).map(text -> text.split(HINT_START, 2)[0]);
  }

  /** A {@code Maybe ...} for a name that does not exist; may be empty. */
  public static String hint(String name) {
    String[] parts = refusal(name).orElse("").split(HINT_START, 2);
    return parts.length < 2 ? "" : "Maybe " + parts[1];
  }

  /** One scheduler for each virtual cluster. */
  public static List<Scheduler> create(String name, Streams streams, int virtualClusters) {
    return Holder.CATALOG.create(name, streams, virtualClusters);
  }

  /** What a scheduler must be told. */
  public static Knowledge knowledge(String name) {
    return Holder.CATALOG.knowledge(name);
  }

  private static Optional<String> refusal(String name) {
    if (name.length() > LONGEST_NAME) {
      return Optional.of("There is no scheduler with so long a name.");
    }
    try {
      Holder.CATALOG.create(name, new Streams(0, 1), 1);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
