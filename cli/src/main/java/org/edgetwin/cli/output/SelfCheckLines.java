package org.edgetwin.cli.output;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.edgetwin.sim.selfcheck.CheckResult;
import org.edgetwin.sim.selfcheck.CheckRow;

/** Results of the self-check for people: a line for each cell as soon as it is known. */
public final class SelfCheckLines implements Consumer<CheckResult> {
  private static final MathContext DIGITS = new MathContext(5);
  private static final double TINY = 1e-4;

  private final Consumer<String> out;
  private final Map<String, Integer> cellColumnsByRow = new HashMap<>();
  private String row = "";

  /**
   * @param rows all rows that will come, so that columns fit
   * @param out takes the lines
   */
  public SelfCheckLines(List<CheckRow> rows, Consumer<String> out) {
    this.out = out;
    for (CheckRow checkRow : rows) {
      int columns = checkRow.cells().stream().mapToInt(String::length).max().orElse(1);
      cellColumnsByRow.put(checkRow.name(), columns);
    }
  }

  @Override
  public void accept(CheckResult result) {
    if (!result.row().equals(row)) {
      row = result.row();
      out.accept(row);
    }
    int cellColumns = cellColumnsByRow.getOrDefault(row, result.cell().length());
    String cell = result.cell() + " ".repeat(Math.max(0, cellColumns - result.cell().length()));
    String line =
        String.format(
            Locale.ROOT,
            "  %s  %s  %2s %-9s got %-9s %s",
            result.verdict(),
            cell,
            result.relation().symbol(),
            number(result.expected()),
            number(result.got()),
            interval(result));
    out.accept((line + (result.repeated() ? "  second try" : "")).stripTrailing());
  }

  /** Nothing where nothing is random. */
  private static String interval(CheckResult result) {
    return result.halfWidthPercent() == 0
        ? ""
        : "in "
            + number(result.low())
            + " to "
            + number(result.high())
            + ", ± "
            + percent(result.halfWidthPercent())
            + " %";
  }

  private static String percent(double value) {
    return value < 10
        ? new BigDecimal(value).round(new MathContext(2)).toPlainString()
        : String.format(Locale.ROOT, "%.0f", value);
  }

  private static String number(double value) {
    if (!Double.isFinite(value) || (value != 0 && Math.abs(value) < TINY)) {
      return String.format(Locale.ROOT, "%.1e", value);
    }
    return new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
  }

  /** What the results say together. */
  public static String conclusion(List<CheckResult> results) {
    long rows = results.stream().map(CheckResult::row).distinct().count();
    long failed = results.stream().filter(result -> !result.passed()).count();
    String what = rows + " rows, " + results.size() + " cells: ";
    return failed == 0
        ? what + "the engine agrees with theory in all."
        : what + failed + (failed == 1 ? " cell FAILED." : " cells FAILED.");
  }
}
