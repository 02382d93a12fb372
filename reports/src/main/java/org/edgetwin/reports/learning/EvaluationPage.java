package org.edgetwin.reports.learning;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.reports.chart.Chart;
import org.edgetwin.reports.page.Figures;
import org.edgetwin.reports.page.PageFrame;
import org.edgetwin.reports.page.Section;
import org.edgetwin.reports.page.Table;
import org.edgetwin.reports.text.Html;
import org.edgetwin.reports.text.Quantity;

/** What a learned policy is worth, as a page. It computes nothing. */
public final class EvaluationPage {
  private final Evaluation content;
  private final CostText costs;
  private final Figures figures = new Figures();
  private final Html page;

  public EvaluationPage(Evaluation content) {
    this.content = content;
    this.costs = new CostText(content);
    this.page = build();
  }

  /** The page: one file that needs no network. */
  public String html() {
    return page.toString();
  }

  /** All its charts, in order. */
  public List<Chart> charts() {
    return figures.charts();
  }

  private Html build() {
    List<Section> sections = new ArrayList<>();
    sections.add(new BaselineSection(content).section(figures));
    if (!content.profiles().isEmpty()) {
      sections.add(new ProfileSection(content).section(figures));
    }
    if (!content.loads().isEmpty()) {
      sections.add(loads());
    }
    if (!content.windowList().isEmpty()) {
      sections.add(new WindowsSection(content).section(figures));
    }
    if (content.scores() != null || content.gap() != null) {
      sections.add(clairvoyance());
    }
    sections.add(method());
    return new PageFrame(
            "EdgeTwin evaluation of a learned policy",
            content.title(),
            content.title() + " – EdgeTwin evaluation",
            Html.EMPTY,
            new EvaluationAnswer(content).sentence())
        .around(sections);
  }

  private Section loads() {
    Table table =
        new Table(costs.title() + " by load")
            .text("Load")
            .text("Baseline")
            .number("Mean ratio")
            .number("95 % interval")
            .number(content.policy())
            .number("Baseline")
            .number("Windows");
    for (LoadComparison load : content.loads()) {
      table.row(
          load.load(),
          load.baseline(),
          Quantity.of(load.meanRatio().value()),
          load.meanRatio().interval(),
          costs.of(load.policyCost()),
          costs.of(load.baselineCost()),
          Quantity.count(load.windows()));
    }
    return new Section("loads", "By load", table.html());
  }

  private Section clairvoyance() {
    Table table =
        new Table("Figures on the scale between two rules")
            .text("Figure")
            .number("Value")
            .number("95 % interval")
            .text("Scale");
    GapShare gap = content.gap();
    if (gap != null) {
      table.row(
          "Share of the gap closed",
          Quantity.percent(gap.share().value()),
          gap.share().intervalInPercent(),
          "0 % is " + gap.rule() + ", 100 % " + gap.clairvoyant() + ", on mean costs");
    }
    ScoreSummary scores = content.scores();
    if (scores != null) {
      String scale =
          "0 is "
              + scores.zero()
              + ", 1 "
              + scores.one()
              + ", in each of "
              + Quantity.count(scores.windows(), "window");
      addScore(table, "Interquartile mean of scores", scores.interquartileMean(), scale);
      addScore(table, "Median of scores", scores.median(), scale);
      addScore(table, "Optimality gap (lower is better)", scores.optimalityGap(), scale);
    }
    return new Section("clairvoyance", "Distance to clairvoyance", table.html());
  }

  private static void addScore(Table table, String name, IntervalEstimate score, String scale) {
    table.row(name, Quantity.of(score.value()), score.interval(), scale);
  }

  private Section method() {
    Html notes =
        content.notes().stream().map(note -> Html.of("<p>{}</p>", note)).collect(Html.joining());
    Html body =
        Html.of(
            """
            <p>{} of the policy and {} meet the same jobs as every baseline. A ratio is the cost of \
            the policy over that of the baseline in the same window; the mean of ratios weighs all \
            windows alike, the ratio of sums weighs them by cost. Intervals are 95 % percentile \
            intervals of a bootstrap over training seeds and, within each load, over windows; policy \
            and baseline always on the same windows. {}</p>
            <p>The interquartile mean leaves out a quarter of the values at each end. Probability \
            of improvement is the share of pairs of seed and window in which the policy is cheaper, \
            ties half. Aggregates and profiles follow Agarwal and others, Deep Reinforcement \
            Learning at the Edge of the Statistical Precipice (2021).</p>
            {}""",
            Quantity.count(content.seeds(), "training seed"),
            Quantity.count(content.windows(), "test window"),
            content.seeds() == 1
                ? "With one training seed they say nothing about what another training would give."
                : "With few seeds they are somewhat too narrow if trainings differ much.",
            notes);
    return new Section("method", "Method and limits", body);
  }
}
