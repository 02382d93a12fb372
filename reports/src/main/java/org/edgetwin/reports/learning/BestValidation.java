package org.edgetwin.reports.learning;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.reports.page.Section;
import org.edgetwin.reports.page.Table;
import org.edgetwin.reports.text.Duration;
import org.edgetwin.reports.text.Html;
import org.edgetwin.reports.text.Quantity;
import org.jspecify.annotations.Nullable;

/** The lowest validation cost of each training, when it was reached, and of all. */
final class BestValidation {
  private final LearningCurves content;

  BestValidation(LearningCurves content) {
    this.content = content;
  }

  String sentence() {
    int winner = -1;
    BestOfRun best = null;
    for (int i = 0; i < content.runs().size(); i++) {
      BestOfRun own = best(i);
      if (own != null && (best == null || own.cost() < best.cost())) {
        winner = i;
        best = own;
      }
    }
    return best == null
        ? "No training has been validated yet (" + content.validationTag() + ")."
        : String.format(
            "Lowest validation cost (%s): %s, by %s at %s %s, %s after its first record.",
            content.validationTag(),
            Quantity.of(best.cost()),
            name(winner),
            Quantity.of(best.step()),
            content.stepName(),
            Duration.of(best.seconds()));
  }

  Section section() {
    Table table =
        new Table("Lowest validation cost of each training")
            .text("Training")
            .number("Lowest cost")
            .number("at, " + content.stepName())
            .number("after")
            .number("Last, " + content.stepName())
            .number("Whole training");
    for (int i = 0; i < content.runs().size(); i++) {
      TrainingRun run = content.runs().get(i);
      BestOfRun best = best(i);
      table.row(
          name(i),
          Quantity.of(best == null ? Double.NaN : best.cost()),
          Quantity.of(best == null ? Double.NaN : best.step()),
          Duration.of(best == null ? Double.NaN : best.seconds()),
          Quantity.of(lastStep(run)),
          Duration.of(run.endTime() - run.startTime()));
    }
    Html body =
        Html.of(
            "{}\n<p class=\"note\">Times run from the first record of a training and include"
                + " pauses before it was resumed. Charts show means of neighbours where a curve has"
                + " more than {} points.</p>",
            table.html(),
            CurveOfRuns.MOST_POINTS);
    return new Section("best", "Best of each training", body);
  }

  private @Nullable BestOfRun best(int run) {
    return BestOfRun.of(content.runs().get(run), content.validationTag());
  }

  private static double lastStep(TrainingRun run) {
    return run.curveByTag().values().stream()
        .filter(curve -> curve.size() > 0)
        .mapToDouble(curve -> curve.values().x(curve.size() - 1))
        .max()
        .orElse(Double.NaN);
  }

  /** The label, numbered where several have it. */
  private String name(int run) {
    String label = content.runs().get(run).label();
    List<Integer> same = new ArrayList<>();
    for (int i = 0; i < content.runs().size(); i++) {
      if (content.runs().get(i).label().equals(label)) {
        same.add(i);
      }
    }
    return same.size() == 1 ? label : label + " #" + (same.indexOf(run) + 1);
  }
}
