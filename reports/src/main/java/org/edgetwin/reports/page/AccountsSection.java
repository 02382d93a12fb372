package org.edgetwin.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.edgetwin.reports.Accounts;
import org.edgetwin.reports.HourOfDayBill;
import org.edgetwin.reports.OperatorBill;
import org.edgetwin.reports.chart.Chart;
import org.edgetwin.reports.chart.DayChart;
import org.edgetwin.reports.chart.Series;
import org.edgetwin.reports.text.Duration;
import org.edgetwin.reports.text.Html;
import org.edgetwin.reports.text.Quantity;

/** What operators earned, and when electricity was drawn. */
final class AccountsSection {
  private static final double GRAMS_PER_KG = 1000;
  private static final double HALF_HOUR = 0.5;

  private final String prefix;
  private final Accounts accounts;
  private final Figures figures;

  /**
   * @param prefix of the ids of its charts, unique on the page
   */
  AccountsSection(String prefix, Accounts accounts, Figures figures) {
    this.prefix = prefix;
    this.accounts = accounts;
    this.figures = figures;
  }

  String title() {
    if (accounts.operators().isEmpty()) {
      return "Electricity by hour of the day";
    }
    return accounts.hoursOfDay().isEmpty() ? "Operators" : "Operators and electricity";
  }

  Html html() {
    if (!accounts.hasAny()) {
      return Html.EMPTY;
    }
    return Html.of("{}\n{}\n{}", operators(), day(), notice());
  }

  private Html notice() {
    return accounts.notice().isEmpty()
        ? Html.EMPTY
        : Html.of("<p class=\"note\">{}.</p>", accounts.notice());
  }

  private Html operators() {
    List<OperatorBill> bills = accounts.operators();
    if (bills.isEmpty()) {
      return Html.EMPTY;
    }
    OperatorBill all = bills.get(0);
    for (OperatorBill bill : bills.subList(1, bills.size())) {
      all = all.plus("All", bill);
    }
    boolean calls = all.callsUsd() > 0;
    Table table =
        new Table("Operators: what they rented out, earned and spent")
            .text("Operator")
            .number("GPUs")
            .number("GPU-hours rented")
            .number("Rented of up");
    if (calls) {
      table.number("Rent, USD").number("Calls, USD");
    }
    table
        .number("Revenue, USD")
        .number("Electricity, USD")
        .number("Profit, USD")
        .number("Profit per GPU and day, USD")
        .number("Energy, kWh")
        .number("Carbon, kg CO₂e");
    bills.forEach(bill -> row(table, bill, calls));
    if (bills.size() > 1) {
      row(table, all, calls);
    }
    long losing = bills.stream().filter(bill -> bill.profitUsd() < 0).count();
    return Html.of(
        """
        <p>Of {} USD that jobs paid, {} USD went to operators, whose electricity cost {} USD. {} \
        Hardware, space and people are not in it.</p>
        {}""",
        Quantity.of(all.rentUsd() + all.callsUsd()),
        Quantity.of(all.revenueUsd()),
        Quantity.of(all.electricityUsd()),
        losing == 0
            ? "Every operator earned its electricity."
            : Quantity.count(losing)
                + " of "
                + Quantity.count(bills.size(), "operator")
                + " did not earn their electricity.",
        table.html());
  }

  private static void row(Table table, OperatorBill bill, boolean calls) {
    List<Object> row = new ArrayList<>();
    row.add(bill.operator());
    row.add(Quantity.count(bill.gpus()));
    row.add(Quantity.of(bill.rentedGpuHours()));
    row.add(ShareBar.of(bill.rentedGpuHours() / bill.upGpuHours()));
    if (calls) {
      row.add(Quantity.of(bill.rentUsd()));
      row.add(Quantity.of(bill.callsUsd()));
    }
    row.add(Quantity.of(bill.revenueUsd()));
    row.add(Quantity.of(bill.electricityUsd()));
    row.add(Quantity.of(bill.profitUsd()));
    row.add(Quantity.of(bill.profitUsd() / bill.upGpuHours() * Duration.DAY / Duration.HOUR));
    row.add(Quantity.of(bill.energyKwh()));
    row.add(Quantity.of(bill.carbonKg()));
    table.row(row.toArray());
  }

  private Html day() {
    List<HourOfDayBill> hours = accounts.hoursOfDay();
    double energy = hours.stream().mapToDouble(HourOfDayBill::energyKwh).sum();
    if (!(energy > 0)) {
      return Html.EMPTY;
    }
    double usd = hours.stream().mapToDouble(HourOfDayBill::electricityUsd).sum();
    double carbon = hours.stream().mapToDouble(HourOfDayBill::carbonKg).sum();
    List<Series> lines = new ArrayList<>();
    lines.add(line("energy drawn", HourOfDayBill::energyKwh));
    lines.add(line("price paid per kWh", AccountsSection::price));
    if (!Double.isNaN(carbon)) {
      lines.add(line("carbon per kWh", AccountsSection::grams));
    }
    String title = "Electricity by hour of the day";
    Chart chart =
        DayChart.of(
            prefix + "day",
            title,
            "Lines over the hours of the day, each as a multiple of its mean over them.",
            "times its mean over the day",
            lines);
    Table table =
        new Table(title)
            .text("Hour (UTC)")
            .number("Energy, kWh")
            .number("Price paid, USD/kWh")
            .number("Carbon, g/kWh");
    for (HourOfDayBill hour : hours) {
      table.row(
          hour.hour() + ":00",
          Quantity.of(hour.energyKwh()),
          Quantity.of(price(hour)),
          Quantity.of(grams(hour)));
    }
    String reading =
        "A kWh cost "
            + Quantity.of(usd / energy)
            + " USD and emitted "
            + Quantity.of(carbon / energy * GRAMS_PER_KG)
            + " g on average. Where energy is high while price or carbon is high, moving work to"
            + " another hour would save.";
    return figures.of(chart, reading, table);
  }

  private static double price(HourOfDayBill hour) {
    return hour.electricityUsd() / hour.energyKwh();
  }

  private static double grams(HourOfDayBill hour) {
    return hour.carbonKg() / hour.energyKwh() * GRAMS_PER_KG;
  }

  private Series line(String name, ToDoubleFunction<HourOfDayBill> value) {
    double[] values = accounts.hoursOfDay().stream().mapToDouble(value).toArray();
    double sum = 0;
    int known = 0;
    for (double v : values) {
      sum += Double.isNaN(v) ? 0 : v;
      known += Double.isNaN(v) ? 0 : 1;
    }
    double[] positions = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      positions[i] = (i + HALF_HOUR) * Duration.HOUR;
      values[i] = values[i] / (sum / known);
    }
    return new Series(name, positions, values);
  }
}
