package org.edgetwin.sim.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.sim.optimize.LinearProgram;
import org.edgetwin.sim.optimize.LinearProgram.Relation;
import org.edgetwin.sim.optimize.LinearSolution;
import org.edgetwin.sim.optimize.LinearSolver;

/**
 * Prices of the GPU models of a pool under which its work is worth the most: the dual of the linear
 * program that spreads the work over unequal GPUs so that they are done first.
 *
 * <p>A job's worth is the least it can cost: over the models that it may use, gang times seconds
 * there times the price. All GPUs of the pool cost 1 a second. So in a second no schedule does work
 * that is worth more than 1, whatever the prices are, and the worths are sizes of jobs on one
 * machine of speed 1. The best prices only make that bound the tightest for the work as a whole.
 */
final class GpuPrices {
  /** The program looks at the kinds of jobs with the most work; any prices hold for the others. */
  private static final int MOST_KINDS = 40;

  private record Kind(double gpus, List<Double> speeds) {}

  private final double[] gpusByModel;
  private final double quotaGpus;
  private final Map<Kind, Double> workByKind = new LinkedHashMap<>();
  private double[] priceByModel;

  /**
   * Prices to be.
   *
   * @param gpusByModel GPUs of each model in the pool
   * @param quotaGpus most that may be used at a time; infinite if there is no quota
   */
  GpuPrices(double[] gpusByModel, double quotaGpus) {
    this.gpusByModel = gpusByModel;
    this.quotaGpus = quotaGpus;
  }

  /**
   * Adds work that is to be done.
   *
   * @param gpus gang, shares as shares; above 0
   * @param speeds work per second on each model; 0 where it may not run
   */
  void add(double workSeconds, double gpus, List<Double> speeds) {
    workByKind.merge(new Kind(gpus, speeds), workSeconds, Double::sum);
  }

  /**
   * Finds the prices for what was added.
   *
   * @return whether there are any
   */
  boolean solve() {
    List<Map.Entry<Kind, Double>> kinds = new ArrayList<>(workByKind.entrySet());
    kinds.sort(Map.Entry.<Kind, Double>comparingByValue(Comparator.reverseOrder()));
    double total = kinds.stream().mapToDouble(Map.Entry::getValue).sum();
    LinearProgram program = new LinearProgram();
    int models = gpusByModel.length;
    for (int model = 0; model < models; model++) {
      program.addVariable(0, gpusByModel[model] > 0 ? 1 / gpusByModel[model] : 0, 0);
    }
    int quota = program.addVariable(0, 1 / quotaGpus, 0);
    for (Map.Entry<Kind, Double> kind : kinds.subList(0, Math.min(MOST_KINDS, kinds.size()))) {
      int worth = program.addVariable(0, Double.POSITIVE_INFINITY, kind.getValue() / total);
      for (int model = 0; model < models; model++) {
        double speed = kind.getKey().speeds().get(model);
        if (speed > 0 && gpusByModel[model] > 0) {
          double seconds = kind.getKey().gpus() / speed;
          program.addRow(
              Relation.AT_MOST,
              0,
              new int[] {worth, model, quota},
              new double[] {1, -seconds, -seconds});
        }
      }
    }
    program.addRow(Relation.AT_MOST, 1, range(models + 1), costs());
    LinearSolution solution = LinearSolver.standard().maximise(program);
    if (!(total > 0) || !solution.status().isFeasible()) {
      return false;
    }
    take(solution);
    return true;
  }

  private static int[] range(int count) {
    int[] range = new int[count];
    for (int i = 0; i < count; i++) {
      range[i] = i;
    }
    return range;
  }

  /** What all GPUs cost for each unit of a price, the quota's last. */
  private double[] costs() {
    double[] costs = new double[gpusByModel.length + 1];
    System.arraycopy(gpusByModel, 0, costs, 0, gpusByModel.length);
    costs[gpusByModel.length] = quotaGpus < Double.POSITIVE_INFINITY ? quotaGpus : 0;
    return costs;
  }

  /** Scaled so that they hold to the last digit, whatever the solver's tolerance is. */
  private void take(LinearSolution solution) {
    double[] costs = costs();
    double sum = 0;
    for (int i = 0; i < costs.length; i++) {
      sum += costs[i] * Math.max(0, solution.value(i));
    }
    priceByModel = new double[gpusByModel.length];
    for (int model = 0; model < priceByModel.length; model++) {
      double price = Math.max(0, solution.value(model));
      double quotaPrice = Math.max(0, solution.value(priceByModel.length));
      priceByModel[model] = (price + (costs[costs.length - 1] > 0 ? quotaPrice : 0)) / sum;
    }
  }

  /** The least that work costs, in seconds of the whole pool. */
  double worth(double workSeconds, double gpus, List<Double> speeds) {
    double least = Double.POSITIVE_INFINITY;
    for (int model = 0; model < priceByModel.length; model++) {
      if (speeds.get(model) > 0 && gpusByModel[model] > 0) {
        least = Math.min(least, gpus * workSeconds / speeds.get(model) * priceByModel[model]);
      }
    }
    return least == Double.POSITIVE_INFINITY ? 0 : least;
  }
}
