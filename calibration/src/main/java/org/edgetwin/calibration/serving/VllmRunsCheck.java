package org.edgetwin.calibration.serving;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.edgetwin.calibration.validation.ModelCheck;
import org.edgetwin.sim.metrics.RequestRecord;
import org.edgetwin.sim.serving.ServedBy;
import org.edgetwin.sim.serving.ServiceSpec;
import org.edgetwin.sim.serving.ServingSimulation;
import org.edgetwin.sim.validation.CheckCell;
import org.edgetwin.sim.validation.Comparison;
import org.edgetwin.sim.validation.Errors;
import org.edgetwin.sim.validation.Figure;

/**
 * The simulated engine against runs of vLLM. Nothing is fitted: it gets the operator times, the
 * settings of the run and the list of requests.
 */
public final class VllmRunsCheck implements ModelCheck {
  /** Bars of the errors of the means, and of the distance of the E2E laws; NaN for none. */
  private record Bars(double firstToken, double endToEnd, double perToken, double distance) {
    static final Bars NONE = new Bars(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
  }

  @Override
  public String part() {
    return "serving";
  }

  @Override
  public String name() {
    return "vllm-runs";
  }

  @Override
  public String model() {
    return "continuous batching as in vLLM, iteration times from operator profiles";
  }

  @Override
  public String data() {
    return "vLLM 0.19.0 on RTX 4090 and RTX PRO 6000, 300 requests each [llmservingsim]";
  }

  @Override
  public String split() {
    return "nothing fitted to the runs; inputs are operator times, engine settings, requests";
  }

  @Override
  public List<CheckCell> run() {
    return List.of(
        cell("Llama-3.1-8B on RTX 4090", "RTX4090_Llama-3.1-8B", new Bars(0.03, 0.02, 0.02, 0.06)),
        cell(
            "Llama-3.1-8B on RTX PRO 6000",
            "RTXPRO6000_Llama-3.1-8B",
            new Bars(0.10, 0.06, Double.NaN, Double.NaN)),
        cell(
            "Qwen3-30B-A3B on two RTX PRO 6000",
            "RTXPRO6000_Qwen3-30B-A3B-Instruct-2507",
            Bars.NONE));
  }

  private static CheckCell cell(String name, String files, Bars bars) {
    VllmRun run = VllmRun.load(files);
    ServiceSpec spec = ServiceSpec.fixed(name, run.iterationTime(), run.engine(), run.ranks());
    List<RequestRecord> simulated =
        new ServingSimulation(List.of(ServedBy.fixed(spec)), run.requests())
            .run()
            .result()
            .requests();
    List<Comparison> firstToken = new ArrayList<>();
    List<Comparison> endToEnd = new ArrayList<>();
    List<Comparison> perToken = new ArrayList<>();
    for (RequestRecord request : simulated) {
      VllmRun.Measured measured = run.measured().get(request.index());
      String entity = "request " + request.index();
      firstToken.add(new Comparison(entity, request.firstTokenSeconds(), measured.firstToken()));
      endToEnd.add(new Comparison(entity, request.endToEndSeconds(), measured.last()));
      perToken.add(
          new Comparison(
              entity,
              request.secondsPerToken(),
              (measured.last() - measured.firstToken()) / (request.outputTokens() - 1)));
    }
    return new CheckCell(
        name,
        "s",
        false,
        endToEnd,
        List.of(
            figure("E2E, error of the mean", errorOfMean(endToEnd), bars.endToEnd()),
            figure("TTFT, error of the mean", errorOfMean(firstToken), bars.firstToken()),
            figure("TPOT, error of the mean", errorOfMean(perToken), bars.perToken()),
            distanceFigure(distance(endToEnd), bars.distance()),
            Figure.percent("E2E, mean error of a request", Errors.relative(endToEnd).mean()),
            Figure.percent("TTFT, mean error of a request", Errors.relative(firstToken).mean()),
            Figure.percent("TPOT, mean error of a request", Errors.relative(perToken).mean())));
  }

  private static Figure figure(String name, double value, double bar) {
    return Double.isNaN(bar) ? Figure.percent(name, value) : Figure.percentAtMost(name, value, bar);
  }

  private static Figure distanceFigure(double value, double bar) {
    String name = "E2E, Kolmogorov-Smirnov distance";
    return Double.isNaN(bar) ? Figure.reported(name, value) : Figure.atMost(name, value, bar);
  }

  private static double errorOfMean(List<Comparison> comparisons) {
    double predicted = comparisons.stream().mapToDouble(Comparison::predicted).sum();
    double measured = comparisons.stream().mapToDouble(Comparison::measured).sum();
    return Math.abs(predicted - measured) / measured;
  }

  /** The largest difference between the two empirical distribution functions. */
  private static double distance(List<Comparison> comparisons) {
    double[] predicted = sorted(comparisons, Comparison::predicted);
    double[] measured = sorted(comparisons, Comparison::measured);
    double largest = 0;
    int i = 0;
    int j = 0;
    while (i < predicted.length && j < measured.length) {
      double next = Math.min(predicted[i], measured[j]);
      while (i < predicted.length && predicted[i] <= next) {
        i++;
      }
      while (j < measured.length && measured[j] <= next) {
        j++;
      }
      largest = Math.max(largest, Math.abs(i - j));
    }
    return largest / predicted.length;
  }

  private static double[] sorted(List<Comparison> comparisons, ToDoubleFunction<Comparison> side) {
    double[] values = comparisons.stream().mapToDouble(side).toArray();
    Arrays.sort(values);
    return values;
  }
}
