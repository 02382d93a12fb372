package org.edgetwin.sim.policies.gavel;

import java.util.Arrays;
import java.util.List;

/** Jobs on types, by figures. */
@SuppressWarnings("ArrayRecordComponent") // never compared by value
record SmallProblem(
    double[][] speeds,
    int[] gangs,
    int[] gpusByType,
    double[] remainings,
    double[] ages,
    List<PairOption> pairs)
    implements ShareProblem {

  /** New jobs of one GPU with 100 s of work each. */
  static SmallProblem of(double[][] speeds, int... gpusByType) {
    int jobs = speeds.length;
    int[] gangs = new int[jobs];
    Arrays.fill(gangs, 1);
    double[] remainings = new double[jobs];
    Arrays.fill(remainings, 100);
    return new SmallProblem(speeds, gangs, gpusByType, remainings, new double[jobs], List.of());
  }

  SmallProblem withGangs(int... gpus) {
    return new SmallProblem(speeds, gpus, gpusByType, remainings, ages, pairs);
  }

  SmallProblem withRemaining(double... seconds) {
    return new SmallProblem(speeds, gangs, gpusByType, seconds, ages, pairs);
  }

  SmallProblem withAges(double... seconds) {
    return new SmallProblem(speeds, gangs, gpusByType, remainings, seconds, pairs);
  }

  SmallProblem withPairs(PairOption... options) {
    return new SmallProblem(speeds, gangs, gpusByType, remainings, ages, List.of(options));
  }

  @Override
  public int jobCount() {
    return speeds.length;
  }

  @Override
  public int typeCount() {
    return gpusByType.length;
  }

  @Override
  public int id(int i) {
    return i;
  }

  @Override
  public int gang(int i) {
    return gangs[i];
  }

  @Override
  public int gpus(int j) {
    return gpusByType[j];
  }

  @Override
  public int mostGpus() {
    return gpus();
  }

  @Override
  public double speed(int i, int j) {
    return speeds[i][j];
  }

  @Override
  public double remaining(int i) {
    return remainings[i];
  }

  @Override
  public double ageSeconds(int i) {
    return ages[i];
  }

  @Override
  public double secondsToDeadline(int i) {
    return i == 0 ? 200 : Double.POSITIVE_INFINITY;
  }

  /** The first type costs four times as much as the others. */
  @Override
  public double price(int j) {
    return j == 0 ? 4 : 1;
  }
}
