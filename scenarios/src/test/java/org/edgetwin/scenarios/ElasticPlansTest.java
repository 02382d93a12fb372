package org.edgetwin.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.edgetwin.gpu.goodput.FittedGoodputs;
import org.edgetwin.gpu.goodput.GoodputModel;
import org.edgetwin.gpu.training.GangShape;
import org.edgetwin.scenarios.file.ScenarioParser;
import org.edgetwin.scenarios.issue.Issues;
import org.edgetwin.sim.engine.Simulation;
import org.edgetwin.sim.metrics.JobRecord;
import org.junit.jupiter.api.Test;

/** Elastic jobs in scenario files. */
final class ElasticPlansTest {
  private static final String MACHINES =
      """
      name: elastic
      seed: 1
      fleet:
        nodes:
          - {name: a, region: us-east, gpu: T4, count: 16, gpus_per_node: 4}
      speeds: uniform
      run: {resampling: none}
      scheduler: fifo+consolidate
      """;

  private static String replay(String trace, String elastic) {
    return MACHINES
        + """
        jobs:
          - name: p
            trace: {builtin: %s, filter: {max_jobs: 3}}
            measured_on: T4
            elastic: %s
        """
            .formatted(trace, elastic);
  }

  private static List<JobRecord> run(String file) {
    var scenario = TestScenarios.parse(file);
    var run = ScenarioRuns.open(scenario).create(scenario.scheduler(), 1);
    return new Simulation(run.config(), run.workload(), run.schedulers()).run().result().jobs();
  }

  /**
   * On machines without queues a job ends after the duration of its gang, whatever the way there.
   */
  @Test
  void aJobLeftAloneEndsAfterTheDurationOfItsGang() {
    for (String file :
        List.of(
            replay("pollux-tuned-1", "{}"),
            replay("pollux-realistic-1", "{batch: untuned}"),
            replay("pollux-tuned-2", "{}"))) {
      for (JobRecord job : run(file)) {
        assertThat(job.gangs()).isNotNull();
        assertThat(job.jctSeconds())
            .isCloseTo(duration(job, file), within(1e-3 * duration(job, file)));
      }
    }
  }

  private static double duration(JobRecord job, String file) {
    GoodputModel model = FittedGoodputs.standard().require(job.workload());
    GangShape gang = model.gang(job.gpus());
    int batch =
        file.contains("untuned")
            ? Math.min(model.mostBatch(), job.gpus() * model.initialBatch())
            : model.tunedBatch(gang, 1);
    return model.trainingSeconds(gang, batch, 1);
  }

  @Test
  void otherClassesAreRigidUnlessAGoodputIsNamed() {
    String jobs =
        """
        jobs:
          - name: g
            arrivals: {type: at_once, count: 2}
            durations: 100 s
            gangs: 2
            classes: {resnet50-64: 1}
            elastic: {%s}
        """;

    assertThat(run(MACHINES + jobs.formatted(""))).allMatch(job -> job.gangs() == null);
    assertThat(run(MACHINES + jobs.formatted("goodput: imagenet")))
        .allMatch(job -> job.gangs() != null)
        .allMatch(job -> Math.abs(job.jctSeconds() - 100) < 1e-6);
  }

  @Test
  void mistakesAreToldWhereTheyAre() {
    assertThat(problem("{goodput: imagnet}"))
        .contains("jobs[0].elastic.goodput", "imagnet", "Maybe imagenet");
    assertThat(problem("{least_gpus: 8, most_gpus: 4}"))
        .contains("jobs[0].elastic", "The smallest gang (8) is larger than the largest (4).");
    assertThat(problem("{batch: big}")).contains("jobs[0].elastic.batch", "tuned");
  }

  private static String problem(String elastic) {
    Issues issues = new Issues();
    ScenarioParser.parse(replay("pollux-tuned-1", elastic), "file.yaml", issues);
    assertThat(issues.all()).isNotEmpty();
    return issues.all().get(0).toString();
  }
}
