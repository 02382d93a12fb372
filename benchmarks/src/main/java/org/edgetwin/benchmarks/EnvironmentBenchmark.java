package org.edgetwin.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.edgetwin.agents.env.AgentStep;
import org.edgetwin.agents.env.ClusterEnvironment;
import org.edgetwin.agents.env.Episodes;
import org.edgetwin.agents.env.Reward;
import org.edgetwin.agents.env.TwoAgentEnvironment;
import org.edgetwin.agents.pair.LinearRule;
import org.edgetwin.agents.pair.PairChooser;
import org.edgetwin.agents.pair.PairScheduler;
import org.edgetwin.gpu.GpuCatalog;
import org.edgetwin.gpu.NoContention;
import org.edgetwin.gpu.UniformSpeed;
import org.edgetwin.scenarios.ScenarioLoader;
import org.edgetwin.scenarios.ScenarioRuns;
import org.edgetwin.sim.belief.StandardBeliefs;
import org.edgetwin.sim.engine.ClusterConfig;
import org.edgetwin.sim.experiment.PreparedRun;
import org.edgetwin.sim.fleet.FleetSpec;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.Economics;
import org.edgetwin.sim.metrics.WarmUp;
import org.edgetwin.sim.policies.LearnedOutlook;
import org.edgetwin.sim.scheduling.DurationKnowledge;
import org.edgetwin.sim.scheduling.Scheduler;
import org.edgetwin.sim.scheduling.SchedulerCatalog;
import org.edgetwin.sim.workload.ListWorkload;
import org.edgetwin.sim.workload.ReferenceWorkload;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Episodes of the environments in one thread; the counter {@code epochs} is what counts: decisions
 * per second, each with its observation of what passed.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:+UseParallelGC", "-Xmx3g"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class EnvironmentBenchmark {
  /** The same windows every time. */
  private static final int WINDOWS = 20;

  private static final int W1_JOBS = 20_000;

  /** Where it happens. */
  public enum World {
    /** One queue before 64 equal GPUs. */
    W1,
    /** Windows of the scenario of learned schedulers: 256 jobs, 6 unequal machines. */
    DUET
  }

  /** Who decides. */
  public enum Player {
    FIFO("fifo+first-fit"),
    SJF("sjf+first-fit"),
    /** Preemptive. */
    SRSF("srsf+first-fit"),
    /** Preemptive, through all features of the two agents. */
    RULE(""),
    /** The networks that ship, with their Gaussian process over machines. */
    DUAL_AGENT("dual-agent(durations=%s)");

    private final String scheduler;

    Player(String scheduler) {
      this.scheduler = scheduler;
    }
  }

  /** What is counted. */
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  @State(Scope.Thread)
  public static class Counts {
    /** Decisions of a scheduler. */
    public long epochs;

    /** Choices of the two agents. */
    public long choices;

    /** Nothing counted yet. */
    public Counts() {}
  }

  /** Whole decisions, {@link ClusterEnvironment}. */
  @State(Scope.Thread)
  public static class Decisions {
    /** Where it happens. */
    @Param public World world;

    /** Who decides. */
    @Param public Player player;

    private List<PreparedRun> runs;
    private int next;

    /** Makes the runs. */
    @Setup
    public void open() {
      Episodes duet = duet();
      runs =
          world == World.W1
              ? List.of(reference())
              : IntStream.range(0, WINDOWS).mapToObj(duet::episode).toList();
    }

    private PreparedRun next() {
      next = (next + 1) % runs.size();
      return runs.get(next);
    }

    private Scheduler scheduler() {
      // There are no estimates in W1.
      DurationKnowledge durations =
          world == World.W1 ? DurationKnowledge.ORACLE : DurationKnowledge.NOISY;
      if (player == Player.RULE) {
        return rule(durations);
      }
      String name = player.scheduler.formatted(durations.name().toLowerCase(Locale.ROOT));
      return SchedulerCatalog.standard().create(name, new Streams(1, 1), 1).get(0);
    }
  }

  /** Choice by choice, {@link TwoAgentEnvironment}, on the windows of the scenario. */
  @State(Scope.Thread)
  public static class Choices {
    private TwoAgentEnvironment environment;
    private long seed;

    /** Reads the scenario. */
    @Setup
    public void open() {
      environment =
          new TwoAgentEnvironment(duet(), vc -> rule(DurationKnowledge.NOISY), Reward.JOB_SECONDS);
    }
  }

  private static Episodes duet() {
    Path file = Path.of("scenarios", "duet-v1.yaml");
    return new Episodes(
        List.of(ScenarioRuns.open(ScenarioLoader.load(file, List.of()).orThrow())), WINDOWS);
  }

  private static PreparedRun reference() {
    Streams streams = new Streams(1, 1);
    return new PreparedRun(
        new ClusterConfig(
            FleetSpec.uniform(GpuCatalog.standard().require(GpuCatalog.REFERENCE_ID), 8, 8),
            new UniformSpeed(),
            new NoContention(),
            streams,
            Double.POSITIVE_INFINITY,
            false),
        new ListWorkload(ReferenceWorkload.w1(W1_JOBS)),
        SchedulerCatalog.standard().create("fifo", streams, 1),
        new Economics(null, null, 0, Map.of()),
        WarmUp.NONE,
        Double.NaN);
  }

  private static PairScheduler rule(DurationKnowledge durations) {
    return new PairScheduler(
        new PairScheduler.Setting(LinearRule.shortestService(0.5), durations, true),
        new LearnedOutlook(StandardBeliefs.SHRINKAGE, 0),
        PairChooser.RULE);
  }

  /** An episode decision by decision. */
  @Benchmark
  public double decisions(Decisions state, Counts counts) {
    ClusterEnvironment environment = new ClusterEnvironment(state.next(), vc -> state.scheduler());
    double reward = 0;
    while (!environment.isOver()) {
      Scheduler scheduler = environment.listener();
      reward += Reward.JOB_SECONDS.of(environment.step(scheduler.decide(environment.view())));
      counts.epochs++;
    }
    return reward;
  }

  /** An episode choice by choice, each with its observation; the rule chooses. */
  @Benchmark
  public double choices(Choices state, Counts counts) {
    AgentStep step = state.environment.reset(state.seed++);
    double reward = 0;
    while (!step.isOver()) {
      double time = step.info().timeSeconds();
      step = state.environment.step(state.environment.ruleAction());
      reward += step.reward();
      counts.choices++;
      counts.epochs += step.info().timeSeconds() > time ? 1 : 0;
    }
    return reward;
  }
}
