package org.edgetwin.agents.env;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assertj.core.data.Offset;
import org.edgetwin.agents.pair.JobFeature;
import org.edgetwin.agents.pair.NodeFeature;
import org.edgetwin.agents.pair.PairFeature;
import org.edgetwin.agents.pair.PairPass;
import org.edgetwin.agents.pair.UnequalCluster;
import org.edgetwin.gpu.GpuCatalog;
import org.edgetwin.sim.engine.ClusterConfig;
import org.edgetwin.sim.engine.Physics;
import org.edgetwin.sim.engine.RunOptions;
import org.edgetwin.sim.experiment.PreparedRun;
import org.edgetwin.sim.experiment.RunFactory;
import org.edgetwin.sim.fleet.FleetSpec;
import org.edgetwin.sim.fleet.NodeSpec;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.scheduling.DurationKnowledge;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.variation.VariationModel;
import org.edgetwin.sim.workload.ListWorkload;
import org.edgetwin.sim.workload.Workload;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The order in which jobs and machines are listed says nothing: their rows move with them. */
class PermutationTest {
  private static final Offset<Float> ROUNDING = Offset.offset(1e-5f);
  private static final int JOBS = 12;

  /**
   * Twelve jobs at once on four machines of two models.
   *
   * @param backwards whether both are listed from the end
   * @param shared whether jobs of one GPU ask for half of it
   */
  private record Batch(boolean backwards, boolean shared) implements RunFactory {
    @Override
    public String scenario() {
      return "batch";
    }

    @Override
    public long seed() {
      return 1;
    }

    @Override
    public PreparedRun create(String scheduler, int replication) {
      PreparedRun run = UnequalCluster.run(replication, JOBS, Double.POSITIVE_INFINITY, shared);
      List<JobSpec> jobs = new ArrayList<>();
      Workload workload = run.workload().copy();
      for (int i = 0; i < JOBS; i++) {
        jobs.add(workload.next().withSubmitTime(0));
      }
      List<NodeSpec> nodes = new ArrayList<>();
      for (String model : List.of("V100-SXM2-16", "K80-DIE")) {
        FleetSpec fleet = FleetSpec.uniform(GpuCatalog.standard().require(model), 2, 4);
        for (NodeSpec node : fleet.nodes()) {
          nodes.add(renamed(node, model + "/" + node.name()));
        }
      }
      if (backwards) {
        Collections.reverse(jobs);
        Collections.reverse(nodes);
      }
      ClusterConfig old = run.config();
      return new PreparedRun(
          new ClusterConfig(
              new FleetSpec(old.fleet().virtualClusters(), nodes),
              new Physics(
                  old.physics().speeds(),
                  old.physics().contention(),
                  old.physics().hostContention(),
                  VariationModel.NONE),
              old.streams(),
              new RunOptions(old.options().endTime(), false)),
          new ListWorkload(jobs),
          run.schedulers(),
          run.economics(),
          run.warmUp(),
          Double.NaN);
    }

    private static NodeSpec renamed(NodeSpec node, String name) {
      return new NodeSpec(
          name,
          node.region(),
          node.site(),
          node.community(),
          node.gpuModel(),
          node.gpuCount(),
          node.cpuMilli(),
          node.memoryMib(),
          node.priceUsdPerGpuHour(),
          node.virtualCluster(),
          node.availability());
    }

    @Override
    public Knowledge knowledge(String scheduler) {
      return Knowledge.NONE;
    }

    @Override
    public boolean replicable() {
      return true;
    }

    @Override
    public String replicationMethod() {
      return "Another seed.";
    }
  }

  private static TwoAgentEnvironment environment(boolean backwards, boolean shared) {
    return UnequalEpisodes.environment(new Batch(backwards, shared), true, DurationKnowledge.NOISY);
  }

  private static void assertReversed(float[] rows, float[] others, int count, int width) {
    for (int row = 0; row < count; row++) {
      for (int column = 0; column < width; column++) {
        assertThat(others[(count - 1 - row) * width + column])
            .isCloseTo(rows[row * width + column], ROUNDING);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void rowsColumnsAndMasksMoveWithWhatTheyDescribe(boolean shared) {
    TwoAgentEnvironment forwards = environment(false, shared);
    TwoAgentEnvironment backwards = environment(true, shared);
    AgentStep one = forwards.reset(1);
    AgentStep other = backwards.reset(1);
    boolean first = true;
    while (first || one.info().timeSeconds() == 0) {
      first = false;
      Observation seen = one.observation();
      int jobs = seen.jobCount();
      int nodes = seen.nodeCount();
      assertThat(other.agent()).isEqualTo(one.agent());
      assertReversed(seen.jobs(), other.observation().jobs(), jobs, JobFeature.COUNT);
      assertReversed(seen.nodes(), other.observation().nodes(), nodes, NodeFeature.COUNT);
      assertThat(other.observation().globals()).containsExactly(seen.globals(), ROUNDING);
      int items = one.mask().length - 1;
      for (int item = 0; item < items; item++) {
        assertThat(other.mask()[items - 1 - item]).isEqualTo(one.mask()[item]);
      }
      assertThat(other.mask()[items]).isEqualTo(one.mask()[items]);
      if (one.agent() == PairPass.Turn.PLACER) {
        float[] pairs = other.observation().pairs();
        assertReversed(seen.pairs(), pairs, nodes, PairFeature.COUNT);
      }
      int action = forwards.ruleAction();
      one = forwards.step(action);
      other = backwards.step(action == items ? items : items - 1 - action);
    }
    assertThat(one.reward()).isEqualTo(other.reward(), Offset.offset(1e-6));
  }
}
