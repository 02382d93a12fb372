package org.edgetwin.cli.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.edgetwin.cli.bench.BenchTable.Bar;
import org.edgetwin.cli.bench.BenchTable.Column;
import org.edgetwin.cli.bench.BenchTable.Row;

/** Our event list against those of SSJ, by the hold model and by cancelling. */
final class EventListPart implements BenchPart {
  /** The figure that the program promises: so many times SSJ's best list at a million pending. */
  private static final double LEAST_RATIO = 4;

  private static final int PROMISED_PENDING = 1_000_000;

  /** Ours first. */
  private static final List<EventListKind> KINDS = List.of(EventListKind.values());

  private final int[] pendingArray;
  private final long operations;
  private final Turns turns;

  EventListPart(int[] pendingArray, long operations, Turns turns) {
    this.pendingArray = pendingArray;
    this.operations = operations;
    this.turns = turns;
  }

  @Override
  public BenchTable run(Consumer<String> progress) {
    List<Column> columns = new ArrayList<>();
    List<Bar> bars = new ArrayList<>();
    List<double[]> figures = new ArrayList<>();
    for (int pending : pendingArray) {
      String size = String.format(Locale.ROOT, "%,d", pending);
      progress.accept("event lists with " + size + " pending events");
      columns.add(new Column("hold_" + pending + "_millions_per_s", "hold " + size + ", M/s", 2));
      columns.add(
          new Column("cancel_" + pending + "_millions_per_s", "cancel " + size + ", M/s", 2));
      List<HoldModel> models = KINDS.stream().map(kind -> new HoldModel(kind, pending)).toList();
      figures.add(rates(models, model -> model.hold(operations)));
      figures.add(rates(models, model -> model.cancelAndReschedule(operations)));
      if (pending == PROMISED_PENDING) {
        bars.add(bar("hold", figures.get(figures.size() - 2)));
        bars.add(bar("cancel and schedule again", figures.get(figures.size() - 1)));
      }
    }
    return new BenchTable(
        "event_lists",
        "Event lists inside SSJ's simulator: hold model, and cancel and schedule again.",
        columns,
        rows(figures),
        bars);
  }

  private interface Exercise {
    double run(HoldModel model);
  }

  private double[] rates(List<HoldModel> models, Exercise exercise) {
    double[] clocks = new double[models.size()];
    List<Runnable> contenders = new ArrayList<>();
    for (int i = 0; i < clocks.length; i++) {
      int index = i;
      contenders.add(() -> clocks[index] = exercise.run(models.get(index)));
    }
    double[] seconds = turns.medianSeconds(contenders);
    for (int i = 1; i < clocks.length; i++) {
      if (clocks[i] != clocks[0]) {
        throw new IllegalStateException(
            KINDS.get(i).title() + " fires other events than the first list.");
      }
    }
    return Arrays.stream(seconds).map(passed -> operations / passed / 1e6).toArray();
  }

  private static Bar bar(String exercise, double[] rates) {
    double best = Arrays.stream(rates, 1, rates.length).max().orElseThrow();
    return Bar.atLeast(
        LEAST_RATIO,
        "times SSJ's best list at 1,000,000 pending events, " + exercise,
        rates[0] / best);
  }

  private static List<Row> rows(List<double[]> figures) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < KINDS.size(); i++) {
      int index = i;
      rows.add(
          new Row(KINDS.get(i).title(), figures.stream().map(column -> column[index]).toList()));
    }
    return rows;
  }
}
