package org.edgetwin.sim.policies.elastic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The integer program of {@link Sia},
 *
 * <pre>minimise sum over jobs of cost(chosen), or {@code idle} where none is chosen,
 * such that the GPUs chosen in each group, and in all groups, are not more than are free. </pre>
 *
 * <p>Solved by Lagrangian relaxation: prices of GPUs by group make every job choose for itself, a
 * subgradient method looks for the prices whose lower bound is highest (that of the linear
 * relaxation), and every price yields an assignment that holds, improved by single exchanges. The
 * best one is kept. Only as many jobs as there are groups are split in the linear relaxation, so
 * the gap is small; {@link #gap} tells it.
 */
final class ConfigurationProgram {
  private static final int ITERATIONS = 120;

  private final double idleCost;

  /** By node group of the fleet; last: all together. */
  private final int[] capacity;

  /** What the assignment that is being made leaves. */
  private int[] left = {};

  private double best;
  private double bound;

  ConfigurationProgram(Round round, double idleCost) {
    this(capacity(round), idleCost);
  }

  /**
   * A program.
   *
   * @param capacity free GPUs by index of the node group; last: of all groups
   */
  ConfigurationProgram(int[] capacity, double idleCost) {
    this.capacity = capacity;
    this.idleCost = idleCost;
  }

  private static int[] capacity(Round round) {
    int[] capacity = new int[round.view().fleet().groupCount() + 1];
    for (int i = 0; i < round.view().groupCount(); i++) {
      capacity[round.view().group(i).index()] = round.machines().leftIn(round.view().group(i));
    }
    capacity[capacity.length - 1] = round.machines().left();
    return capacity;
  }

  /** Objective of the solution over its lower bound, less 1. */
  double gap() {
    return bound > 0 ? best / bound - 1 : 0;
  }

  double objective() {
    return best;
  }

  /**
   * At most one configuration of each job.
   *
   * @param choices for each job, what it may get
   */
  List<Configuration> solve(List<List<Configuration>> choices) {
    int jobs = choices.size();
    int[] incumbent = new int[jobs];
    Arrays.fill(incumbent, -1);
    best = idleCost * jobs;
    bound = 0;
    double[] price = new double[capacity.length];
    double scale = 1;
    int sinceBetter = 0;
    for (int iteration = 0; iteration < ITERATIONS && best > bound * (1 + 1e-9); iteration++) {
      int[] chosen = new int[jobs];
      double lower = choose(choices, price, chosen);
      int[] excess = excess(choices, chosen);
      if (lower > bound) {
        bound = lower;
        sinceBetter = 0;
      } else if (++sinceBetter == 5) {
        scale /= 2;
        sinceBetter = 0;
      }
      int[] holding = repaired(choices, chosen);
      double cost = improve(choices, holding);
      if (cost < best) {
        best = cost;
        incumbent = holding;
      }
      if (!move(price, excess, scale * Math.max(1e-9, best - lower))) {
        break;
      }
    }
    List<Configuration> solution = new ArrayList<>();
    for (int j = 0; j < jobs; j++) {
      if (incumbent[j] >= 0) {
        solution.add(choices.get(j).get(incumbent[j]));
      }
    }
    return solution;
  }

  private static double priceOf(Configuration configuration, double[] price) {
    return configuration.gpus() * (price[configuration.group().index()] + price[price.length - 1]);
  }

  /** Every job chooses for itself at the prices; returns the lower bound that this proves. */
  private double choose(List<List<Configuration>> choices, double[] price, int[] chosen) {
    double lower = 0;
    for (int j = 0; j < chosen.length; j++) {
      chosen[j] = -1;
      double least = idleCost;
      for (int c = 0; c < choices.get(j).size(); c++) {
        Configuration each = choices.get(j).get(c);
        double cost = each.cost() + priceOf(each, price);
        if (cost < least) {
          least = cost;
          chosen[j] = c;
        }
      }
      lower += least;
    }
    for (int g = 0; g < capacity.length; g++) {
      lower -= price[g] * capacity[g];
    }
    return lower;
  }

  private int[] excess(List<List<Configuration>> choices, int[] chosen) {
    int[] excess = new int[capacity.length];
    for (int j = 0; j < chosen.length; j++) {
      if (chosen[j] >= 0) {
        Configuration each = choices.get(j).get(chosen[j]);
        excess[each.group().index()] += each.gpus();
        excess[excess.length - 1] += each.gpus();
      }
    }
    for (int g = 0; g < excess.length; g++) {
      excess[g] -= capacity[g];
    }
    return excess;
  }

  /** A step of Polyak's length; false where the prices are best already. */
  private static boolean move(double[] price, int[] excess, double distance) {
    double norm = 0;
    for (int g = 0; g < price.length; g++) {
      norm += excess[g] > 0 || price[g] > 0 ? (double) excess[g] * excess[g] : 0;
    }
    for (int g = 0; g < price.length && norm > 0; g++) {
      price[g] = Math.max(0, price[g] + distance * excess[g] / norm);
    }
    return norm > 0;
  }

  /** Takes what was chosen as far as there are GPUs, what saves most per GPU first. */
  private int[] repaired(List<List<Configuration>> choices, int[] chosen) {
    left = capacity.clone();
    int[] holding = new int[chosen.length];
    Arrays.fill(holding, -1);
    List<Integer> order = new ArrayList<>();
    for (int j = 0; j < chosen.length; j++) {
      if (chosen[j] >= 0) {
        order.add(j);
      }
    }
    order.sort(
        Comparator.comparingDouble(
            j -> {
              Configuration each = choices.get(j).get(chosen[j]);
              return (each.cost() - idleCost) / each.gpus();
            }));
    for (int j : order) {
      Configuration each = choices.get(j).get(chosen[j]);
      if (fits(each)) {
        holding[j] = chosen[j];
        change(each, -1);
      }
    }
    return holding;
  }

  private boolean fits(Configuration configuration) {
    return configuration.gpus() <= left[configuration.group().index()]
        && configuration.gpus() <= left[left.length - 1];
  }

  private void change(Configuration configuration, int sign) {
    left[configuration.group().index()] += sign * configuration.gpus();
    left[left.length - 1] += sign * configuration.gpus();
  }

  /** Exchanges one configuration at a time as long as that saves something. */
  private double improve(List<List<Configuration>> choices, int[] chosen) {
    boolean better = true;
    while (better) {
      better = false;
      for (int j = 0; j < chosen.length; j++) {
        Configuration now = chosen[j] < 0 ? null : choices.get(j).get(chosen[j]);
        if (now != null) {
          change(now, 1);
        }
        double least = now == null ? idleCost : now.cost();
        for (int c = 0; c < choices.get(j).size(); c++) {
          Configuration each = choices.get(j).get(c);
          if (each.cost() < least - 1e-12 && fits(each)) {
            least = each.cost();
            chosen[j] = c;
            better = true;
          }
        }
        if (chosen[j] >= 0) {
          change(choices.get(j).get(chosen[j]), -1);
        }
      }
    }
    double cost = 0;
    for (int j = 0; j < chosen.length; j++) {
      cost += chosen[j] < 0 ? idleCost : choices.get(j).get(chosen[j]).cost();
    }
    return cost;
  }
}
