package org.edgetwin.reports.learning;

import java.util.List;
import org.edgetwin.reports.chart.Chart;
import org.edgetwin.reports.chart.Curve;
import org.edgetwin.reports.chart.CurveChart;
import org.edgetwin.reports.chart.Series;
import org.edgetwin.reports.page.Figures;
import org.edgetwin.reports.page.Section;
import org.edgetwin.reports.page.Table;
import org.edgetwin.reports.text.Quantity;
import org.edgetwin.sim.experiment.Interval;

/** In which share of the windows the policy is how much better or worse. */
final class ProfileSection {
  private final Evaluation content;

  ProfileSection(Evaluation content) {
    this.content = content;
  }

  Section section(Figures figures) {
    List<ProfileCurve> shown = content.profiles().stream().limit(CurveChart.MOST_CURVES).toList();
    Chart chart =
        CurveChart.profile(
            "profile",
            "Performance profile: share of pairs with a ratio of at most tau",
            "Cumulative curves of the ratios, one for each baseline, with their intervals.",
            "tau: " + content.cost() + " of " + content.policy() + " / that of the baseline",
            shown.stream().map(ProfileSection::curve).toList());
    String reading =
        "Higher is better. Where a curve meets the dashed line is the share of pairs of training"
            + " seed and window in which the policy is not worse; how long it takes to 100 % shows"
            + " its worst windows. Bands are 95 % intervals at each tau alone.";
    return new Section("profile", "Performance profile", figures.of(chart, reading, table(shown)));
  }

  private static Curve curve(ProfileCurve profile) {
    String name = profile.baseline();
    double[] tau = profile.points().stream().mapToDouble(ProfileCurve.Point::tau).toArray();
    double[] share = profile.points().stream().mapToDouble(p -> p.share().value()).toArray();
    double[] low = profile.points().stream().mapToDouble(p -> interval(p).low()).toArray();
    double[] high = profile.points().stream().mapToDouble(p -> interval(p).high()).toArray();
    return new Curve(
        new Series(name, tau, share),
        new Curve.Band(new Series(name, tau, low), new Series(name, tau, high)));
  }

  private static Interval interval(ProfileCurve.Point point) {
    Interval ci95 = point.share().ci95();
    return ci95 == null ? new Interval(point.share().value(), point.share().value()) : ci95;
  }

  private static Table table(List<ProfileCurve> profiles) {
    Table table =
        new Table("Share of pairs")
            .text("Baseline")
            .number("Ratio at most")
            .number("Share")
            .number("95 % interval");
    for (ProfileCurve profile : profiles) {
      for (ProfileCurve.Point point : profile.points()) {
        table.row(
            profile.baseline(),
            Quantity.of(point.tau()),
            Quantity.percent(point.share().value()),
            point.share().intervalInPercent());
      }
    }
    return table;
  }
}
