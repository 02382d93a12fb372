package org.edgetwin.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.edgetwin.cli.bench.BenchReport;
import org.edgetwin.cli.bench.BenchSuite;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Runs all benchmarks and writes what they found as Markdown: {@code benchmarks/run.sh}.
 *
 * <p>Arguments: {@code --quick} (optional), the file to write, the folder of the peers, the class
 * path of the CloudSim Plus program (empty if it could not be built).
 */
public final class BenchmarkRun {
  private static final double CLOUDSIM_TOLERANCE = 0.002;
  private static final double CLOUDSIM_RATIO = 500;
  private static final double SIMPY_RATIO = 10;

  private final List<String> lines = new ArrayList<>();
  private final boolean quick;

  private BenchmarkRun(boolean quick) {
    this.quick = quick;
  }

  /** See the class. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, RunnerException {
    List<String> words = new ArrayList<>(Arrays.asList(arguments));
    boolean quick = words.remove("--quick");
    Path report = Path.of(words.get(0));
    BenchmarkRun run = new BenchmarkRun(quick);
    run.measure(Path.of(words.get(1)), words.get(2));
    Files.write(report, run.lines);
    run.lines.forEach(System.out::println);
  }

  private void measure(Path peers, String cloudSimClassPath)
      throws IOException, InterruptedException, RunnerException {
    BenchSuite suite = quick ? BenchSuite.quick(null, List.of()) : BenchSuite.full(null, List.of());
    BenchReport report = suite.run(part -> System.err.println("measuring " + part));
    section("In one process", "Contenders in turns, medians.", report.lines());
    List<String> peerTable =
        new PeerComparison(peers(peers, cloudSimClassPath), quick ? 10_000 : 20_000).lines();
    section(
        "Other programs on workload W1",
        "Each in a process of its own; time of the run alone, without start and reading.",
        peerTable);
    JmhTables jmh = new JmhTables(quick);
    section("JMH: event lists", "One JVM for each list and size.", jmh.eventLists());
    section("JMH: workload W1", "One JVM for each program and size.", jmh.w1());
    section("JMH: environments", "One JVM for each world and player.", jmh.environments());
    section("JMH: networks", "An ordering and a placement.", jmh.networks());
  }

  private static List<PeerProgram> peers(Path folder, String cloudSimClassPath) {
    List<PeerProgram> peers = new ArrayList<>();
    peers.add(
        new PeerProgram("SimPy 3", List.of(folder.resolve("simpy.sh").toString()), 0, SIMPY_RATIO));
    if (!cloudSimClassPath.isEmpty()) {
      peers.add(
          new PeerProgram(
              "CloudSim Plus 8.5.7",
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:+UseParallelGC",
                  "-cp",
                  cloudSimClassPath,
                  "org.edgetwin.benchmarks.peers.CloudSimPlusW1"),
              CLOUDSIM_TOLERANCE,
              CLOUDSIM_RATIO));
    }
    return peers;
  }

  private void section(String title, String how, List<String> table) {
    lines.add("## " + title);
    lines.add("");
    lines.add(how);
    lines.add("");
    lines.add("```");
    lines.addAll(table);
    lines.add("```");
    lines.add("");
  }
}
