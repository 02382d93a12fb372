package org.edgetwin.benchmarks;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.edgetwin.cli.terminal.TextTable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the JMH benchmarks and puts the ratios beside the scores. */
final class JmhTables {
  private final boolean quick;

  /**
   * @param quick fewer sizes and shorter iterations: about a minute instead of many
   */
  JmhTables(boolean quick) {
    this.quick = quick;
  }

  /** Scores of each list in millions per second, and ours over theirs. */
  List<String> eventLists() throws RunnerException {
    ChainedOptionsBuilder options = options(EventListBenchmark.class);
    if (quick) {
      options.param("pending", "1000", "100000");
    }
    return lines(new Runner(options.build()).run(), "list", "pending", "M/s", JmhTables::score);
  }

  /** Millions of W1 jobs per second of each program, and ours over theirs. */
  List<String> w1() throws RunnerException {
    ChainedOptionsBuilder options = options(W1Benchmark.class);
    if (quick) {
      options.param("jobs", "100000");
    }
    return lines(
        new Runner(options.build()).run(),
        "program",
        "jobs",
        "M jobs/s",
        result -> size(result, "jobs") / score(result) / 1e3);
  }

  /** Thousands of decisions per second in the environments. */
  List<String> environments() throws RunnerException {
    TextTable table =
        new TextTable().text("Steps").text("world").text("player").number("k epochs/s");
    for (RunResult result : new Runner(options(EnvironmentBenchmark.class).build()).run()) {
      table.row(
          method(result),
          Objects.requireNonNullElse(result.getParams().getParam("world"), "DUET"),
          Objects.requireNonNullElse(result.getParams().getParam("player"), "RULE"),
          String.format(
              Locale.ROOT, "%.1f", result.getSecondaryResults().get("epochs").getScore() / 1e3));
    }
    return table.lines();
  }

  /** Decisions per second of the networks that ship. */
  List<String> networks() throws RunnerException {
    TextTable table =
        new TextTable().number("jobs").number("nodes").text("changed").number("decisions/s");
    for (RunResult result : new Runner(options(NetworkBenchmark.class).build()).run()) {
      table.row(
          result.getParams().getParam("jobs"),
          result.getParams().getParam("nodes"),
          result.getParams().getParam("changed"),
          String.format(Locale.ROOT, "%,.0f", score(result)));
    }
    return table.lines();
  }

  private ChainedOptionsBuilder options(Class<?> benchmark) {
    ChainedOptionsBuilder options = new OptionsBuilder().include(benchmark.getName());
    if (quick) {
      options
          .warmupIterations(2)
          .measurementIterations(3)
          .warmupTime(TimeValue.milliseconds(500))
          .measurementTime(TimeValue.milliseconds(500));
    }
    return options;
  }

  private static double score(RunResult result) {
    return result.getPrimaryResult().getScore();
  }

  private static int size(RunResult result, String parameter) {
    return Integer.parseInt(result.getParams().getParam(parameter));
  }

  /** The first contender of each benchmark and size is ours. */
  private static List<String> lines(
      Collection<RunResult> results,
      String contender,
      String sizeParameter,
      String unit,
      ToDoubleFunction<RunResult> rate) {
    TextTable table =
        new TextTable()
            .text("Benchmark")
            .number(sizeParameter)
            .text(contender)
            .number(unit)
            .number("ours / theirs");
    for (String method : methods(results)) {
      for (int size : sizes(results, sizeParameter)) {
        List<RunResult> race =
            results.stream()
                .filter(result -> method(result).equals(method))
                .filter(result -> size(result, sizeParameter) == size)
                .toList();
        double ours = rate.applyAsDouble(race.get(0));
        for (RunResult result : race) {
          table.row(
              method,
              String.format(Locale.ROOT, "%,d", size),
              result.getParams().getParam(contender),
              String.format(Locale.ROOT, "%.2f", rate.applyAsDouble(result)),
              String.format(Locale.ROOT, "%.2f", ours / rate.applyAsDouble(result)));
        }
      }
    }
    return table.lines();
  }

  private static List<String> methods(Collection<RunResult> results) {
    return results.stream().map(JmhTables::method).distinct().sorted().toList();
  }

  private static List<Integer> sizes(Collection<RunResult> results, String parameter) {
    return results.stream().map(result -> size(result, parameter)).distinct().sorted().toList();
  }

  private static String method(RunResult result) {
    String name = result.getParams().getBenchmark();
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
