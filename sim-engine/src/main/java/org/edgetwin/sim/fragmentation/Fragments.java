package org.edgetwin.sim.fragmentation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.edgetwin.sim.fragmentation.TaskMix.Typical;

/**
 * The fragmentation of a node of one GPU model [fgd]: what a typical task leaves unusable of its
 * idle GPU share, in the mean over the mix,
 *
 * <pre>F = sum over tasks m of p_m f(m),</pre>
 *
 * f(m) the idle share of all its GPUs if the node cannot host m (or m needs no GPU), else of those
 * GPUs whose idle share is smaller than m's. Memory does not count.
 *
 * <p>Tasks of one share, or of one gang of whole GPUs, differ in CPU only: they are kept as one
 * class, sorted by CPU, so that evaluating F takes O(classes x (log tasks + GPUs)). Not
 * thread-safe.
 */
public final class Fragments {
  private static final int WHOLE = 1000;

  /** Classes of tasks: share of each GPU, and how many GPUs. */
  private final int[] milliArray;

  private final int[] gpuArray;

  /** By class: CPU demands, ascending, and the probability of those up to each. */
  private final int[][] cpuArray;

  private final double[][] probabilityArray;
  private final double[] hosted;

  private record ClassKey(int milli, int gpus) {}

  private record CpuProbability(int cpuMilli, double probability) {}

  /**
   * The measure for nodes of a model.
   *
   * @param model id of the GPU model
   */
  public Fragments(List<Typical> mix, String model) {
    Map<ClassKey, List<CpuProbability>> byClass =
        new TreeMap<>(Comparator.comparingInt(ClassKey::gpus).thenComparingInt(ClassKey::milli));
    for (Typical typical : mix) {
      TaskMix.Task task = typical.task();
      if (task.gpus() > 0 && (task.models().isEmpty() || task.models().contains(model))) {
        byClass
            .computeIfAbsent(
                new ClassKey(task.milliPerGpu(), task.gpus()), key -> new ArrayList<>())
            .add(new CpuProbability(task.cpuMilli(), typical.probability()));
      }
    }
    int classes = byClass.size();
    milliArray = byClass.keySet().stream().mapToInt(ClassKey::milli).toArray();
    gpuArray = byClass.keySet().stream().mapToInt(ClassKey::gpus).toArray();
    cpuArray = new int[classes][];
    probabilityArray = new double[classes][];
    hosted = new double[classes];
    int k = 0;
    for (List<CpuProbability> tasks : byClass.values()) {
      tasks.sort(Comparator.comparingInt(CpuProbability::cpuMilli));
      cpuArray[k] = tasks.stream().mapToInt(CpuProbability::cpuMilli).toArray();
      probabilityArray[k] = tasks.stream().mapToDouble(CpuProbability::probability).toArray();
      Arrays.parallelPrefix(probabilityArray[k], Double::sum);
      k++;
    }
  }

  /**
   * F of a node, thousandths of a GPU.
   *
   * @param free idle share of each GPU, thousandths
   * @param freeCpuMilli idle CPU
   */
  public double of(int[] free, int freeCpuMilli) {
    int idle = 0;
    int largest = 0;
    int wholeCount = 0;
    for (int milli : free) {
      idle += milli;
      largest = Math.max(largest, milli);
      wholeCount += milli == WHOLE ? 1 : 0;
    }
    double unhosted = 1;
    for (int k = 0; k < milliArray.length; k++) {
      boolean fits = milliArray[k] == WHOLE ? gpuArray[k] <= wholeCount : milliArray[k] <= largest;
      hosted[k] = fits ? probabilityUpTo(k, freeCpuMilli) : 0;
      unhosted -= hosted[k];
    }
    double fragment = idle * unhosted;
    for (int milli : free) {
      for (int k = 0; milli > 0 && k < milliArray.length; k++) {
        if (milli < milliArray[k]) {
          fragment += milli * hosted[k];
        }
      }
    }
    return fragment;
  }

  private double probabilityUpTo(int k, int freeCpuMilli) {
    int[] cpus = cpuArray[k];
    int low = 0;
    int high = cpus.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cpus[middle] <= freeCpuMilli) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 ? 0 : probabilityArray[k][low - 1];
  }
}
