package org.edgetwin.reports.page;

import org.edgetwin.reports.ReportContent;
import org.edgetwin.reports.text.Html;
import org.edgetwin.reports.text.Sentence;
import org.edgetwin.reports.text.StudyText;

/** How the figures came about and what they leave out. */
final class MethodSection {
  private MethodSection() {}

  static Section section(ReportContent content) {
    Html limits =
        content.info().limitList().stream()
            .map(limit -> Html.of("<li>{}</li>", limit))
            .collect(Html.joining());
    Html body =
        Html.of(
            """
            <p>A discrete-event simulation: jobs arrive, schedulers decide with only the knowledge \
            they declare, jobs progress at the speed of the GPUs they hold and of the neighbours \
            they share them with. All schedulers met the same jobs and the same failures. {} {}</p>
            <p>An interval is a 95 % confidence interval over replications. Differences are paired, \
            replication by replication; verdicts on the headline metrics are corrected for the \
            number of comparisons (Holm), so the chance of even one false verdict is at most \
            5 %. {}Charts and job tables show the first replication. Jobs that did not finish are \
            counted and never dropped.</p>
            <ul>
            {}
            </ul>""",
            content.replicationMethod(),
            sentence(content.info().warmUp()),
            content.study().stopping() == null
                ? ""
                : StudyText.of(content.study().stopping()) + " ",
            limits);
    return new Section("method", "Method and limits", body);
  }

  private static String sentence(String text) {
    return Sentence.start(text) + (text.isEmpty() || text.endsWith(".") ? "" : ".");
  }
}
