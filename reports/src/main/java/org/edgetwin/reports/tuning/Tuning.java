package org.edgetwin.reports.tuning;

import java.util.List;
import org.edgetwin.reports.text.Quantity;
import org.edgetwin.sim.experiment.Estimate;
import org.edgetwin.sim.experiment.PairedDifference;
import org.edgetwin.sim.metrics.Metric;
import org.edgetwin.sim.tuning.Dimension;
import org.edgetwin.sim.tuning.Trial;
import org.jspecify.annotations.Nullable;

/**
 * What a search of a scheduler's parameters found.
 *
 * @param scenario its name
 * @param seed of all random numbers
 * @param metric that was to be improved
 * @param usual name of the scheduler with its defaults
 * @param tuned name of the best setting, to paste
 * @param knowledge what the scheduler is told
 * @param train the part that was searched on
 * @param test the later part
 * @param dimensions what was searched
 * @param trials settings that were run on the training part
 * @param runs how many runs the search took
 * @param budget how many it might have taken
 * @param judgement both settings on the later part; null if they are the same or it was stopped
 * @param partial whether it was stopped before its end
 * @param command that gives the same
 */
public record Tuning(
    String scenario,
    long seed,
    Metric metric,
    String usual,
    String tuned,
    String knowledge,
    Part train,
    Part test,
    List<Dimension> dimensions,
    List<Trial> trials,
    int runs,
    int budget,
    @Nullable Judgement judgement,
    boolean partial,
    String command) {
  public Tuning {
    dimensions = List.copyOf(dimensions);
    trials = List.copyOf(trials);
  }

  /**
   * A part of the scenario in time.
   *
   * @param from share of each source's span of submissions
   * @param to share
   * @param replications of it that were run
   * @param changes of the scenario that leave this part
   */
  public record Part(double from, double to, int replications, List<String> changes) {
    public Part {
      changes = List.copyOf(changes);
    }

    /** In words, such as {@code 0 % to 60 %}. */
    public String words() {
      return Quantity.percent(from) + " to " + Quantity.percent(to);
    }
  }

  /**
   * Default and best setting on jobs that the search has not seen.
   *
   * @param usual the metric with the defaults
   * @param tuned the metric with the best setting
   * @param difference default less tuned, paired by replication
   */
  public record Judgement(Estimate usual, Estimate tuned, PairedDifference difference) {}

  /** The trial of a setting. */
  public Trial trial(String name) {
    return trials.stream()
        .filter(trial -> trial.scheduler().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Replications that all settings have met. */
  public int commonReplications() {
    return trials.stream().mapToInt(trial -> trial.costs().size()).min().orElse(0);
  }
}
