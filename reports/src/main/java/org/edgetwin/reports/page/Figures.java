package org.edgetwin.reports.page;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.reports.chart.Chart;
import org.edgetwin.reports.text.Html;

/** Puts charts on the page and remembers them, so that they can be written as files too. */
public final class Figures {
  private final List<Chart> chartList = new ArrayList<>();

  /** A chart with its title above and the data it shows folded below. */
  public Html of(Chart chart, Table data) {
    return of(chart, "", data);
  }

  /**
   * A chart with its title and how to read it above, and the data it shows folded below.
   *
   * @param reading what to look for; may be empty
   */
  public Html of(Chart chart, String reading, Table data) {
    chartList.add(chart);
    return Html.of(
        """
        <figure>
        <figcaption>{}</figcaption>{}
        <div class="chart" tabindex="0" role="region" aria-label="{}">{}</div>
        {}
        </figure>""",
        chart.title(),
        reading.isEmpty() ? Html.EMPTY : Html.of("\n<p class=\"note\">{}</p>", reading),
        chart.title(),
        Html.trusted(chart.svg()),
        data.folded("Data of this chart"));
  }

  /** All charts in the order of the page. */
  public List<Chart> charts() {
    return List.copyOf(chartList);
  }
}
