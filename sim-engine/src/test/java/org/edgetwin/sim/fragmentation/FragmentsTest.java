package org.edgetwin.sim.fragmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.sim.fragmentation.TaskMix.Task;
import org.edgetwin.sim.fragmentation.TaskMix.Typical;
import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Test;
import umontreal.ssj.rng.RandomStream;

class FragmentsTest {
  private static final double EPSILON = 1e-9;

  private static Typical task(double probability, int cpu, int gpus, int milli, String... models) {
    return new Typical(new Task(cpu, gpus, milli, List.of(models)), probability);
  }

  /** The definition, task by task. */
  private static double byDefinition(List<Typical> mix, String model, int[] free, int cpu) {
    double sum = 0;
    for (Typical typical : mix) {
      Task task = typical.task();
      int fitting = 0;
      double idle = 0;
      double leftovers = 0;
      for (int milli : free) {
        idle += milli;
        fitting += milli >= task.milliPerGpu() ? 1 : 0;
        leftovers += milli < task.milliPerGpu() ? milli : 0;
      }
      boolean hosts =
          task.gpus() > 0
              && fitting >= task.gpus()
              && cpu >= task.cpuMilli()
              && (task.models().isEmpty() || task.models().contains(model));
      sum += typical.probability() * (hosts ? leftovers : idle);
    }
    return sum;
  }

  @Test
  void whatATaskLeavesIsAFragment() {
    Fragments fragments = new Fragments(List.of(task(1, 4000, 1, 500)), "T4");

    // One GPU has 300 thousandths left, of no use to a task of 500; the other can take it.
    assertThat(fragments.of(new int[] {300, 700}, 8000)).isCloseTo(300, within(EPSILON));
    // Without CPU for it nothing is of use.
    assertThat(fragments.of(new int[] {300, 700}, 3999)).isCloseTo(1000, within(EPSILON));
  }

  @Test
  void tasksThatTheModelCannotRunAndTasksWithoutGpuUseNothing() {
    Fragments fragments =
        new Fragments(
            List.of(task(0.5, 1, 1, 100), task(0.3, 1, 1, 100, "V100"), task(0.2, 1, 0, 1000)),
            "T4");

    assertThat(fragments.of(new int[] {1000}, 10)).isCloseTo(500, within(EPSILON));
  }

  @Test
  void agreesWithTheDefinition() {
    RandomStream random = new Streams(3, 1).stream("fragments");
    for (int i = 0; i < 200; i++) {
      List<Typical> mix = new ArrayList<>();
      for (int m = 0; m < 12; m++) {
        int gpus = random.nextInt(0, 4);
        int milli = gpus == 1 ? 100 * random.nextInt(1, 10) : 1000;
        String[] models = random.nextInt(0, 2) == 0 ? new String[] {"V100"} : new String[0];
        mix.add(task(1.0 / 12, random.nextInt(0, 8), gpus, milli, models));
      }
      int[] free = new int[random.nextInt(1, 8)];
      for (int gpu = 0; gpu < free.length; gpu++) {
        free[gpu] = 100 * random.nextInt(0, 10);
      }
      int cpu = random.nextInt(0, 9);

      assertThat(new Fragments(mix, "T4").of(free, cpu))
          .isCloseTo(byDefinition(mix, "T4", free, cpu), within(1e-6));
    }
  }
}
