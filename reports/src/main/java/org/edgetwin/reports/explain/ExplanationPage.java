package org.edgetwin.reports.explain;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.reports.page.PageFrame;
import org.edgetwin.reports.page.Section;
import org.edgetwin.reports.page.Table;
import org.edgetwin.reports.text.Html;

/** Why a job fared as it did, as one file that needs no network. */
public final class ExplanationPage {
  private final ExplanationText text;
  private final String command;

  /**
   * A page.
   *
   * @param command the command that tells the same
   */
  public ExplanationPage(ExplanationText text, String command) {
    this.text = text;
    this.command = command;
  }

  /** The page. */
  public String html() {
    String job = text.explanation().job().name();
    return new PageFrame(
            "EdgeTwin explanation",
            text.title(),
            "Job " + job + " – EdgeTwin explanation",
            Html.EMPTY,
            text.fate())
        .around(sections())
        .toString();
  }

  private List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    List<ExplanationText.Told> decisions = text.decisions();
    for (int i = 0; i < decisions.size(); i++) {
      sections.add(
          new Section("decision-" + (i + 1), "Decision " + (i + 1), decision(decisions.get(i))));
    }
    sections.add(
        new Section(
            "method",
            "How this was found",
            Html.of(
                "<p>{} The run was simulated again, stopped at these decisions and run on to its"
                    + " end with the scheduler's other choices.</p>\n<pre>{}</pre>",
                String.join(" ", text.extent()),
                command)));
    return sections;
  }

  private static Html decision(ExplanationText.Told told) {
    List<Html> parts = new ArrayList<>();
    parts.add(Html.of("<p>{}</p>\n", told.sentence()));
    told.facts().forEach(grid -> parts.add(table(grid)));
    told.alternatives().forEach(grid -> parts.add(table(grid)));
    if (!told.remark().isEmpty()) {
      parts.add(Html.of("<p>{}</p>\n", told.remark()));
    }
    return parts.stream().collect(Html.joining());
  }

  private static Html table(Grid grid) {
    Table table = new Table(grid.caption());
    for (int i = 0; i < grid.titles().size(); i++) {
      if (grid.numbers().get(i)) {
        table.number(grid.titles().get(i));
      } else {
        table.text(grid.titles().get(i));
      }
    }
    grid.rows().forEach(cells -> table.row(cells.toArray()));
    return table.html();
  }
}
