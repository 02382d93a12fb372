package org.edgetwin.cli.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * Where and under what load figures were measured.
 *
 * @param java version of the Java runtime
 * @param cores processors that the program may use
 * @param maxHeapMegabytes the most that the heap may grow to
 * @param loadAverage processes that wanted a processor over the last minute; negative if unknown
 */
public record Machine(String java, int cores, long maxHeapMegabytes, double loadAverage) {
  /** This machine as it is now. */
  static Machine now() {
    return new Machine(
        System.getProperty("java.runtime.version"),
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory() / 1_000_000,
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  /** Whether other programs took so much of the machine that times are worth little. */
  boolean isBusy() {
    return loadAverage > cores;
  }

  /** One line. */
  String describe() {
    return String.format(
        Locale.ROOT,
        "Java %s, %d cores, heap up to %,d MB, load average %.1f",
        java,
        cores,
        maxHeapMegabytes,
        loadAverage);
  }
}
