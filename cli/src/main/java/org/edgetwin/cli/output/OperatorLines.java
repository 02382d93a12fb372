package org.edgetwin.cli.output;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.cli.terminal.TextTable;
import org.edgetwin.reports.Accounts;
import org.edgetwin.reports.OperatorBill;
import org.edgetwin.reports.folder.RunFolder;
import org.edgetwin.reports.text.Quantity;

/** What operators earned, and what must be said of the data behind it. */
final class OperatorLines {
  private static final int MOST_ROWS = 10;

  private final Accounts accounts;

  OperatorLines(Accounts accounts) {
    this.accounts = accounts;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    List<OperatorBill> bills = accounts.operators();
    if (!bills.isEmpty()) {
      lines.add("");
      table(bills.subList(0, Math.min(MOST_ROWS, bills.size())))
          .lines()
          .forEach(line -> lines.add("  " + line));
      int left = bills.size() - MOST_ROWS;
      if (left > 0) {
        lines.add("  and " + Quantity.count(left) + " more in " + RunFolder.OPERATORS);
      }
    }
    if (!accounts.notice().isEmpty()) {
      lines.add("");
      lines.add("  " + accounts.notice() + ".");
    }
    return lines;
  }

  private static TextTable table(List<OperatorBill> bills) {
    TextTable table =
        new TextTable()
            .text("operator")
            .number("GPUs")
            .number("GPU-hours rented")
            .number("of up")
            .number("revenue, USD")
            .number("electricity, USD")
            .number("profit, USD");
    for (OperatorBill bill : bills) {
      table.row(
          bill.operator(),
          Quantity.count(bill.gpus()),
          Quantity.of(bill.rentedGpuHours()),
          Quantity.percent(bill.rentedGpuHours() / bill.upGpuHours()),
          Quantity.of(bill.revenueUsd()),
          Quantity.of(bill.electricityUsd()),
          Quantity.of(bill.profitUsd()));
    }
    return table;
  }
}
