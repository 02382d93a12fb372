package org.edgetwin.scenarios.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.edgetwin.scenarios.TestScenarios;
import org.edgetwin.scenarios.model.DrawPlan;
import org.edgetwin.scenarios.model.TraceSource;
import org.edgetwin.scenarios.trace.TraceJob;
import org.edgetwin.scenarios.trace.TraceLibrary;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceDrawTest {
  private static final int FLEET_GPUS = 6212;

  @ParameterizedTest
  @CsvSource({
    "openb, 8152",
    "openb-cpu250, 9420",
    "openb-gpushare40, 8152",
    "openb-gpuspec33, 8152",
    "openb-multigpu50, 9061"
  })
  void podsOfEveryMixAreDrawnUntilTheyAskForEnough(String mix, int podCount) {
    List<TraceJob> pods = pods(mix);
    assertThat(pods).hasSize(podCount);
    List<TraceJob> drawn = draw(pods, 1);
    double asked = gpus(drawn);
    assertThat(asked).isGreaterThanOrEqualTo(1.3 * FLEET_GPUS);
    assertThat(gpus(drawn.subList(0, drawn.size() - 1))).isLessThan(1.3 * FLEET_GPUS);
    assertThat(drawn).allMatch(pod -> pod.durationSeconds() == JobSpec.ENDLESS_SECONDS);
    assertThat(drawn.get(7).submitTime()).isEqualTo(14);
  }

  @Test
  void everyPodIsAsLikelyAndComesAgain() {
    List<TraceJob> pods = pods("openb").stream().filter(pod -> pod.gpus() > 0).limit(20).toList();
    List<TraceJob> drawn = draw(pods, 1);
    Map<String, Long> counts =
        drawn.stream()
            .map(pod -> pod.name().substring(0, pod.name().indexOf('/')))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    double expected = drawn.size() / 20.0;
    double chiSquare =
        counts.values().stream().mapToDouble(n -> (n - expected) * (n - expected) / expected).sum();
    // 19 degrees of freedom: exceeded once in a thousand draws.
    assertThat(counts).hasSize(20);
    assertThat(chiSquare).isLessThan(43.8);
  }

  @Test
  void replicationsDrawOtherPodsAndASeedDrawsTheSame() {
    List<TraceJob> pods = pods("openb");
    assertThat(draw(pods, 1)).isEqualTo(draw(pods, 1)).isNotEqualTo(draw(pods, 2));
  }

  @Test
  void aTraceWithoutGpuJobsGivesNone() {
    List<TraceJob> pods = pods("openb").stream().filter(pod -> pod.gpus() == 0).toList();
    assertThat(draw(pods, 1)).isEmpty();
  }

  private static List<TraceJob> draw(List<TraceJob> pods, int replication) {
    return TraceDraw.draw(
        pods, new DrawPlan(1.3, 2, true), FLEET_GPUS, new Streams(9, replication).stream("draw"));
  }

  private static double gpus(List<TraceJob> pods) {
    return pods.stream().mapToDouble(pod -> pod.gpus() * pod.gpuMilli() / 1000.0).sum();
  }

  private static List<TraceJob> pods(String mix) {
    TraceSource source =
        TestScenarios.parse(
                """
                name: test
                fleet: {nodes: [{name: n, gpus_per_node: 8, gpu: V100}]}
                jobs: [{name: j, trace: {builtin: %s, draw: {to: 130 %%}}}]
                run: {until: 1 h}
                """
                    .formatted(mix))
            .jobs()
            .get(0)
            .trace();
    return new TraceLibrary(TestScenarios.names()).get(source).jobs();
  }
}
