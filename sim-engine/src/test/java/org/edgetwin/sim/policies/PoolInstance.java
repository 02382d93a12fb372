package org.edgetwin.sim.policies;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.sim.distribution.Distributions;
import org.edgetwin.sim.kernel.Streams;
import umontreal.ssj.rng.RandomStream;

/**
 * A random pool and its jobs. Two kinds of three have times on a grid that doubles hold exactly, so
 * that ties and coincidences are common and mean the same to everybody; the third has real times.
 *
 * @param capacity GPUs of the pool
 * @param realTimes whether times are off any grid
 */
record PoolInstance(int capacity, boolean realTimes, List<Draft> drafts) {
  /**
   * A job to be.
   *
   * @param roughLimit a limit as users write it: a factor off the truth, rounded up to a menu
   */
  record Draft(double submit, int gpus, double work, double roughLimit) {}

  private static final int[] CAPACITIES = {1, 2, 3, 4, 6, 8, 9, 12, 16, 20, 31, 40, 64};
  private static final double[] SCALES = {5, 100, 3000};
  private static final double[] LOADS = {0.5, 0.9, 1.5, 3};
  private static final double[] SINGLE_SHARES = {0, 0.5, 0.8, 1};
  private static final double[] LIMIT_MENU = {1, 4, 12, 24, 72};
  private static final double USER_SIGMA = 0.7;

  /**
   * Draws an instance.
   *
   * @param gangsOfTwo whether gangs are powers of two, so that a share of service per GPU is on the
   *     grid too
   */
  static PoolInstance draw(long seed, boolean gangsOfTwo) {
    return new Generator(seed, gangsOfTwo).draw();
  }

  private static final class Generator {
    private final RandomStream random;
    private final boolean gangsOfTwo;
    private final double grid;
    private final int capacity;
    private final double scale;
    private final double load;
    private final double singleShare;

    Generator(long seed, boolean gangsOfTwo) {
      random = new Streams(seed, 1).stream("pool");
      grid = seed % 3 == 0 ? 1 : seed % 3 == 1 ? 0.25 : 0;
      this.gangsOfTwo = gangsOfTwo && grid > 0;
      capacity = CAPACITIES[random.nextInt(0, CAPACITIES.length - 1)];
      scale = SCALES[random.nextInt(0, SCALES.length - 1)];
      load = LOADS[random.nextInt(0, LOADS.length - 1)];
      singleShare = SINGLE_SHARES[random.nextInt(0, SINGLE_SHARES.length - 1)];
    }

    PoolInstance draw() {
      int count = random.nextInt(8, 44);
      int[] gangs = new int[count];
      double[] works = new double[count];
      double total = 0;
      for (int i = 0; i < count; i++) {
        gangs[i] = gang();
        works[i] = work();
        total += Math.min(gangs[i], capacity) * works[i];
      }
      double meanGap = total / count / (load * capacity);
      boolean bursty = random.nextDouble() < 0.3;
      List<Draft> drafts = new ArrayList<>();
      double submit = random.nextDouble() < 0.5 ? 0 : onGrid(scale);
      for (int i = 0; i < count; i++) {
        drafts.add(new Draft(submit, gangs[i], works[i], roughLimit(works[i])));
        submit += gap(meanGap, bursty);
      }
      return new PoolInstance(capacity, grid == 0, drafts);
    }

    private int gang() {
      double u = random.nextDouble();
      if (u < singleShare) {
        return 1;
      }
      if (random.nextDouble() < 0.03) {
        return capacity + random.nextInt(1, 3);
      }
      int size = random.nextInt(1, capacity);
      return gangsOfTwo ? Integer.highestOneBit(size) : size;
    }

    private double work() {
      double work = onGrid(scale * Math.exp(Distributions.normalQuantile(random.nextDouble())));
      // Jobs without work exist; a few are enough.
      return work == 0 && random.nextDouble() < 0.7 ? 1 : work;
    }

    private double gap(double mean, boolean bursty) {
      if (random.nextDouble() < (bursty ? 0.8 : 0.1)) {
        return 0;
      }
      return onGrid(-(bursty ? 5 : 1) * mean * Math.log1p(-random.nextDouble()));
    }

    private double roughLimit(double work) {
      double guess =
          work * Math.exp(USER_SIGMA * Distributions.normalQuantile(random.nextDouble()));
      for (double choice : LIMIT_MENU) {
        if (guess <= choice * scale / 4) {
          return choice * scale / 4;
        }
      }
      return LIMIT_MENU[LIMIT_MENU.length - 1] * scale / 4;
    }

    private double onGrid(double time) {
      return grid == 0 ? time : Math.rint(time / grid) * grid;
    }
  }
}
