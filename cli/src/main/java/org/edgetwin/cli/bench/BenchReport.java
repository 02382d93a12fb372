package org.edgetwin.cli.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.edgetwin.cli.bench.BenchTable.Bar;
import org.edgetwin.cli.bench.BenchTable.Column;
import org.edgetwin.cli.bench.BenchTable.Row;
import org.edgetwin.cli.terminal.Json;
import org.edgetwin.cli.terminal.TextTable;

/**
 * All that a benchmark found.
 *
 * @param before the machine when it began
 * @param after the machine when it ended
 * @param tables one for each part
 */
public record BenchReport(Machine before, Machine after, List<BenchTable> tables) {
  public BenchReport {
    tables = List.copyOf(tables);
  }

  /** Whether every figure keeps its limit. */
  public boolean allMet() {
    return tables.stream().flatMap(table -> table.bars().stream()).allMatch(Bar::met);
  }

  /** For people: a table of each part, then the figures that the program promises. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(before.describe());
    if (before.isBusy() || after.isBusy()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "The machine was busy (load average %.1f, then %.1f): trust the ratios, not the times.",
              before.loadAverage(),
              after.loadAverage()));
    }
    for (BenchTable table : tables) {
      lines.add("");
      lines.add(table.title());
      lines.addAll(figures(table));
    }
    lines.add("");
    lines.addAll(bars());
    return lines;
  }

  private static List<String> figures(BenchTable table) {
    TextTable text = new TextTable().text("");
    table.columns().forEach(column -> text.number(column.heading()));
    for (Row row : table.rows()) {
      List<String> cells = new ArrayList<>(List.of(row.name()));
      for (int i = 0; i < row.values().size(); i++) {
        String format = "%,." + table.columns().get(i).decimals() + "f";
        cells.add(String.format(Locale.ROOT, format, row.values().get(i)));
      }
      text.row(cells);
    }
    return text.lines();
  }

  private List<String> bars() {
    TextTable text = new TextTable().text("").number("Measured").number("Limit").text("Figure");
    for (BenchTable table : tables) {
      for (Bar bar : table.bars()) {
        text.row(
            bar.met() ? "met" : "MISSED",
            String.format(Locale.ROOT, "%,.2f", bar.value()),
            String.format(Locale.ROOT, "%s %,.1f", bar.atLeast() ? ">=" : "<=", bar.limit()),
            bar.claim());
      }
    }
    return text.lines();
  }

  /** For machines. */
  public ObjectNode json() {
    ObjectNode root = Json.object();
    describe(root.putObject("before"), before);
    describe(root.putObject("after"), after);
    root.put("all_met", allMet());
    ArrayNode list = root.putArray("tables");
    tables.forEach(table -> describe(list.addObject(), table));
    return root;
  }

  private static void describe(ObjectNode node, Machine machine) {
    node.put("java", machine.java());
    node.put("cores", machine.cores());
    node.put("max_heap_mb", machine.maxHeapMegabytes());
    node.set("load_average", Json.number(machine.loadAverage()));
  }

  private static void describe(ObjectNode node, BenchTable table) {
    node.put("name", table.name());
    node.put("title", table.title());
    ArrayNode rows = node.putArray("rows");
    for (Row row : table.rows()) {
      ObjectNode entry = rows.addObject();
      entry.put("name", row.name());
      for (int i = 0; i < row.values().size(); i++) {
        Column column = table.columns().get(i);
        entry.set(column.key(), Json.number(row.values().get(i)));
      }
    }
    ArrayNode bars = node.putArray("bars");
    for (Bar bar : table.bars()) {
      ObjectNode entry = bars.addObject();
      entry.put("claim", bar.claim());
      entry.set("value", Json.number(bar.value()));
      entry.put(bar.atLeast() ? "at_least" : "at_most", bar.limit());
      entry.put("met", bar.met());
    }
  }
}
