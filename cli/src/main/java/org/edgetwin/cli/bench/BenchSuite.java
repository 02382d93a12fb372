package org.edgetwin.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.edgetwin.sim.experiment.RunFactory;
import org.edgetwin.sim.workload.ReferenceWorkload;
import org.jspecify.annotations.Nullable;

/**
 * The benchmark: how fast the program is on this machine, beside what it is compared with.
 *
 * <p>Ratios are of figures measured in turns in this very process; times hold for this machine and
 * its load, which the report names. Every contender's answer is checked.
 */
public final class BenchSuite {
  /** The pool schedulers, each with its usual placement. */
  public static final List<String> POOL_SCHEDULERS =
      List.of(
          "fifo",
          "fifo-fit-first",
          "sjf",
          "sjf-strict",
          "ssf",
          "ssf-strict",
          "srtf",
          "srsf",
          "easy",
          "conservative",
          "las");

  /** Those of them that restarts cost something. */
  public static final List<String> PREEMPTIVE_SCHEDULERS = List.of("srtf", "srsf", "las");

  private final List<BenchPart> parts;

  private BenchSuite(List<BenchPart> parts) {
    this.parts = parts;
  }

  /**
   * Everything at full size: minutes.
   *
   * @param scenario the scenario to measure under each pool scheduler; null leaves that part out
   * @param shared the same scenario without and with contention; empty leaves that part out
   */
  public static BenchSuite full(@Nullable RunFactory scenario, List<RunFactory> shared) {
    List<BenchPart> parts = new ArrayList<>();
    parts.add(new ReferenceQueuePart(exact(100_000), new Turns(150, 15)));
    parts.add(new EventListPart(new int[] {1000, 100_000, 1_000_000}, 500_000, new Turns(2, 5)));
    if (scenario != null) {
      parts.add(new ScenarioPart(scenario, POOL_SCHEDULERS, new Turns(3, 5)));
    }
    addContention(parts, shared, new Turns(3, 5));
    parts.add(new ScalingPart(1_000_000, new Turns(1, 3)));
    return new BenchSuite(parts);
  }

  /** A tenth of the sizes and fewer turns: seconds. */
  public static BenchSuite quick(@Nullable RunFactory scenario, List<RunFactory> shared) {
    List<BenchPart> parts = new ArrayList<>();
    parts.add(new ReferenceQueuePart(exact(20_000), new Turns(300, 9)));
    parts.add(new EventListPart(new int[] {1000, 100_000}, 200_000, new Turns(1, 3)));
    if (scenario != null) {
      parts.add(new ScenarioPart(scenario, List.of("fifo", "easy"), new Turns(1, 1)));
    }
    addContention(parts, shared, new Turns(1, 1));
    parts.add(new ScalingPart(100_000, new Turns(1, 1)));
    return new BenchSuite(parts);
  }

  /** Only the settings, each once: the cost of a whole comparison from a cold start. */
  public static BenchSuite settings(List<Setting> settings) {
    return new BenchSuite(List.of(new SettingsPart(settings)));
  }

  private static void addContention(List<BenchPart> parts, List<RunFactory> shared, Turns turns) {
    if (!shared.isEmpty()) {
      List<String> schedulers = List.of("fifo", "fifo-fit-first");
      parts.add(new ContentionPart(shared.get(0), shared.get(1), schedulers, turns));
    }
  }

  private static ReferenceWorkload.Answer exact(int jobs) {
    return ReferenceWorkload.EXACT.stream()
        .filter(answer -> answer.jobs() == jobs)
        .findFirst()
        .orElseThrow();
  }

  /**
   * Measures one part after the other.
   *
   * @param progress hears what is being measured
   */
  public BenchReport run(Consumer<String> progress) {
    Machine before = Machine.now();
    List<BenchTable> tables = new ArrayList<>();
    for (BenchPart part : parts) {
      tables.add(part.run(progress));
    }
    return new BenchReport(before, Machine.now(), tables);
  }
}
