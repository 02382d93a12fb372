package org.edgetwin.reports.page;

import java.util.List;
import org.edgetwin.reports.ReportContent;
import org.edgetwin.reports.text.Html;
import org.edgetwin.sim.experiment.Estimate;

/** Why figures stand without an interval, if they do. */
final class WhyNoInterval {
  private WhyNoInterval() {}

  static Html of(ReportContent content) {
    List<String> reasons =
        content.headlines().stream()
            .flatMap(m -> content.schedulers().stream().map(s -> s.estimate(m)))
            .map(Estimate::whyNoInterval)
            .filter(why -> why != null && !why.isEmpty())
            .distinct()
            .toList();
    return reasons.isEmpty()
        ? Html.EMPTY
        : Html.of(
            "<p class=\"note\">Why there is no 95 % interval: {}</p>", String.join("; ", reasons));
  }
}
