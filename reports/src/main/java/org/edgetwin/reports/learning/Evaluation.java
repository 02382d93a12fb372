package org.edgetwin.reports.learning;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a learned policy is worth on test windows, all figures given.
 *
 * @param title of the page
 * @param policy name of the policy
 * @param testSet the windows, as it reads after "on": {@code 60 windows of the Helios trace at 3
 *     loads}
 * @param cost what is compared, as it reads inside a sentence, such as {@code mean completion time}
 * @param costInSeconds whether it is a time
 * @param seeds trainings that were evaluated
 * @param windows windows of the test set
 * @param meanCost of the policy over seeds and windows
 * @param baselines the one of the headline first, which should be the strongest
 * @param profiles curves, at most one for each baseline
 * @param loads rows of the table by load
 * @param windowList each window against the first baseline
 * @param scores null if there is no clairvoyant rule
 * @param gap null if there is no clairvoyant rule
 * @param notes what a reader must know besides; a sentence each
 */
public record Evaluation(
    String title,
    String policy,
    String testSet,
    String cost,
    boolean costInSeconds,
    int seeds,
    int windows,
    double meanCost,
    List<BaselineComparison> baselines,
    List<ProfileCurve> profiles,
    List<LoadComparison> loads,
    List<WindowComparison> windowList,
    @Nullable ScoreSummary scores,
    @Nullable GapShare gap,
    List<String> notes) {
  /**
   * @throws IllegalArgumentException if there is no baseline
   */
  public Evaluation {
    if (baselines.isEmpty()) {
      throw new IllegalArgumentException(
          "There is no baseline to compare " + policy + " with. Maybe evaluate a rule too.");
    }
    baselines = List.copyOf(baselines);
    profiles = List.copyOf(profiles);
    loads = List.copyOf(loads);
    windowList = List.copyOf(windowList);
    notes = List.copyOf(notes);
  }
}
