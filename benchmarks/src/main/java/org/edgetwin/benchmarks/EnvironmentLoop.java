package org.edgetwin.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;

/**
 * Plays episodes of {@link EnvironmentBenchmark} again and again, for a profiler to look at, and
 * counts processor time, which other programs on the machine do not change much.
 *
 * <p>Arguments: world, player (or {@code choices}), rounds, episodes in a round.
 */
public final class EnvironmentLoop {
  private EnvironmentLoop() {}

  /** Prints the decisions per second of processor time of each round. */
  public static void main(String[] arguments) {
    EnvironmentBenchmark benchmark = new EnvironmentBenchmark();
    boolean byChoice = arguments[1].equals("choices");
    EnvironmentBenchmark.Choices choices = new EnvironmentBenchmark.Choices();
    EnvironmentBenchmark.Decisions decisions = new EnvironmentBenchmark.Decisions();
    if (byChoice) {
      choices.open();
    } else {
      decisions.world = EnvironmentBenchmark.World.valueOf(arguments[0]);
      decisions.player = EnvironmentBenchmark.Player.valueOf(arguments[1]);
      decisions.open();
    }
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (int round = 1; round <= Integer.parseInt(arguments[2]); round++) {
      EnvironmentBenchmark.Counts counts = new EnvironmentBenchmark.Counts();
      long begin = threads.getCurrentThreadCpuTime();
      double reward = 0;
      for (int i = 0; i < Integer.parseInt(arguments[3]); i++) {
        reward +=
            byChoice ? benchmark.choices(choices, counts) : benchmark.decisions(decisions, counts);
      }
      double seconds = (threads.getCurrentThreadCpuTime() - begin) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "round %d: %.2f s, %.0f epochs/s, %.0f choices/s, reward %.17g%n",
          round,
          seconds,
          counts.epochs / seconds,
          counts.choices / seconds,
          reward);
    }
  }
}
