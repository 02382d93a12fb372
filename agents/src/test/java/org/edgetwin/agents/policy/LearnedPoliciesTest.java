package org.edgetwin.agents.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.edgetwin.agents.file.PolicyFile;
import org.edgetwin.agents.file.RuleFile;
import org.edgetwin.agents.pair.PairSchema;
import org.edgetwin.gpu.GpuCatalog;
import org.edgetwin.gpu.HostContention;
import org.edgetwin.gpu.NoContention;
import org.edgetwin.gpu.UniformSpeed;
import org.edgetwin.gpu.WorkloadCatalog;
import org.edgetwin.gpu.WorkloadClass;
import org.edgetwin.sim.engine.ClusterConfig;
import org.edgetwin.sim.engine.Physics;
import org.edgetwin.sim.engine.RunOptions;
import org.edgetwin.sim.engine.Simulation;
import org.edgetwin.sim.fleet.FleetSpec;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.job.JobState;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.job.Terms;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.scheduling.Capability;
import org.edgetwin.sim.scheduling.SchedulerCatalog;
import org.edgetwin.sim.variation.HiddenFactors;
import org.edgetwin.sim.workload.ListWorkload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umontreal.ssj.rng.RandomStream;

class LearnedPoliciesTest {
  /** Twelve machines of two GPUs, of which some are slower than others, and never change. */
  private static final HiddenFactors FACTORS =
      new HiddenFactors(2, 0.5, 0.2, 0, 3600, 3600, 0.05, 0.1);

  private static final String DUAL_AGENT = "dual-long-rule/seed-3/policy.json";
  private static final String TUNED_WAIT = "longer-rule/seed-1/rule.json";

  @TempDir Path folder;

  private static Simulation simulation(String scheduler) {
    Streams streams = new Streams(5, 1);
    RandomStream random = streams.stream("jobs");
    List<JobSpec> jobs = new ArrayList<>();
    List<WorkloadClass> classes = WorkloadCatalog.standard().all().subList(0, 4);
    double time = 0;
    for (int i = 0; i < 600; i++) {
      time += 160 * random.nextDouble();
      double work = 200 + 600 * random.nextDouble();
      Terms terms =
          new Terms(Double.POSITIVE_INFINITY, false, work, Double.POSITIVE_INFINITY, 0, "");
      jobs.add(
          new JobSpec(
              "j" + i,
              time,
              Demand.gang(1 + random.nextInt(0, 1)),
              classes.get(random.nextInt(0, 3)),
              work,
              0,
              terms,
              Recovery.DEFAULT));
    }
    return new Simulation(
        new ClusterConfig(
            FleetSpec.uniform(GpuCatalog.standard().require(GpuCatalog.REFERENCE_ID), 12, 2),
            new Physics(new UniformSpeed(), new NoContention(), HostContention.NONE, FACTORS),
            streams,
            new RunOptions(Double.POSITIVE_INFINITY, false)),
        new ListWorkload(jobs),
        SchedulerCatalog.standard().create(scheduler, streams, 1));
  }

  private static double meanJct(Simulation simulation) {
    return simulation.run().result().jobs().stream()
        .mapToDouble(JobRecord::jctSeconds)
        .average()
        .orElseThrow();
  }

  @Test
  void learningWhichMachinesAreSlowPays() {
    double blind = meanJct(simulation("sjf(durations=noisy)+wait"));
    double learned = meanJct(simulation("sjf(durations=noisy)+wait-rwgp"));
    assertThat(learned).isLessThan(0.9 * blind);
  }

  @Test
  void whatShipsIsBetterThanTextbookRulesWhereItWasNotTrained() {
    double textbook = meanJct(simulation("sjf(durations=noisy)+fastest-gpu"));
    double tuned = meanJct(simulation("tuned-wait"));
    double dual = meanJct(simulation("dual-agent"));
    assertThat(tuned).isLessThan(0.9 * textbook);
    assertThat(dual).isLessThan(0.9 * textbook);
  }

  @Test
  void whatShipsIsWhatTheStudyFound() throws IOException {
    Path study = Path.of("../studies/duet-v1");
    assertThat(resource("dual-agent.json")).isEqualTo(Files.readString(study.resolve(DUAL_AGENT)));
    assertThat(resource("tuned-wait.json")).isEqualTo(Files.readString(study.resolve(TUNED_WAIT)));
  }

  @Test
  void agentsThatNeverPreemptedDoNotBegin() throws IOException {
    PolicyFile shipped =
        PolicyFile.read(
            "ships",
            resource("dual-agent.json").getBytes(StandardCharsets.UTF_8),
            PairSchema.SCHEMA);
    RuleFile rule =
        RuleFile.read("ships", resource("tuned-wait.json").getBytes(StandardCharsets.UTF_8));
    for (boolean preemptive : new boolean[] {true, false}) {
      Path policy = folder.resolve("policy-" + preemptive + ".json");
      new PolicyFile(
              shipped.card(), shipped.rule(), shipped.knowledge(), preemptive, shipped.policy())
          .write(policy);
      Path weights = folder.resolve("rule-" + preemptive + ".json");
      new RuleFile(rule.origin(), rule.rule(), preemptive).write(weights);
      for (String scheduler : List.of("dual-agent@" + policy, "tuned-wait@" + weights)) {
        assertThat(needs(scheduler).contains(Capability.PREEMPT)).isEqualTo(preemptive);
      }
      assertThat(needs("dual-agent(preempt=0)@" + policy)).doesNotContain(Capability.PREEMPT);
    }
  }

  private static Set<Capability> needs(String scheduler) {
    return SchedulerCatalog.standard().create(scheduler, new Streams(1, 1), 1).get(0).needs();
  }

  private static String resource(String name) throws IOException {
    try (InputStream stream = LearnedPolicies.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void sameSeedSameJobsAndAForkContinuesLikeTheOriginal() {
    Simulation one = simulation("srsf(durations=noisy)+wait-rwgp(risk=-0.5)");
    Simulation other = simulation("srsf(durations=noisy)+wait-rwgp(risk=-0.5)");
    one.runUntil(9000);
    Simulation fork = one.fork();
    List<JobRecord> jobs = one.run().result().jobs();
    assertThat(jobs).allMatch(job -> job.state() == JobState.DONE);
    assertThat(fork.run().result().jobs()).isEqualTo(jobs);
    assertThat(other.run().result().jobs()).isEqualTo(jobs);
  }
}
