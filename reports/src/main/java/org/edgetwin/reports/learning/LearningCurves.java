package org.edgetwin.reports.learning;

import java.util.List;

/**
 * Trainings side by side.
 *
 * @param title of the page
 * @param stepName what steps count, in the plural, such as {@code environment steps}
 * @param validationTag the cost on validation windows by which policies are chosen; lower is better
 * @param runs the trainings
 */
public record LearningCurves(
    String title, String stepName, String validationTag, List<TrainingRun> runs) {
  public LearningCurves {
    runs = List.copyOf(runs);
  }
}
