package org.edgetwin.sim.fragmentation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.sim.job.Demand;

/**
 * What jobs ask for, as far as has been seen: distinct demands with their frequency. The typical
 * ones are the most frequent, up to 95 % of the jobs, with probabilities that sum to 1 [fgd].
 */
public final class TaskMix {
  private static final double TYPICAL_SHARE = 0.95;

  /** Once the number of jobs has grown so much, the typical demands are looked for again. */
  private static final double GROWTH = 2;

  private final Map<Task, Integer> countByTask = new LinkedHashMap<>();
  private int total;
  private int next = 1;

  /**
   * What the FGD measure tells jobs apart by.
   *
   * @param models ids of the GPU models that it runs on; empty for any
   */
  public record Task(int cpuMilli, int gpus, int milliPerGpu, List<String> models) {
    /** What a job asks for. */
    public static Task of(Demand demand) {
      return new Task(demand.cpuMilli(), demand.gpus(), demand.milliPerGpu(), demand.gpuModels());
    }
  }

  /** A typical demand and its probability. */
  public record Typical(Task task, double probability) {}

  /** Nothing seen yet. */
  public TaskMix() {}

  /** A copy. */
  public TaskMix(TaskMix other) {
    countByTask.putAll(other.countByTask);
    total = other.total;
    next = other.next;
  }

  /** A job was submitted. */
  public void submitted(Demand demand) {
    countByTask.merge(Task.of(demand), 1, Integer::sum);
    total++;
  }

  /** Whether so many jobs have come that the typical demands should be looked for again. */
  public boolean isDue() {
    return total >= next;
  }

  /** The typical demands, most frequent first; among equals, the one seen first. */
  public List<Typical> typical() {
    next = (int) Math.max(total + 1.0, GROWTH * total);
    List<Map.Entry<Task, Integer>> entries = new ArrayList<>(countByTask.entrySet());
    entries.sort(Comparator.comparingInt(entry -> -entry.getValue()));
    Map<Task, Integer> chosen = new LinkedHashMap<>();
    int covered = 0;
    for (Map.Entry<Task, Integer> entry : entries) {
      if (covered >= TYPICAL_SHARE * total) {
        break;
      }
      chosen.put(entry.getKey(), entry.getValue());
      covered += entry.getValue();
    }
    List<Typical> typical = new ArrayList<>();
    for (Map.Entry<Task, Integer> entry : chosen.entrySet()) {
      typical.add(new Typical(entry.getKey(), (double) entry.getValue() / covered));
    }
    return typical;
  }
}
