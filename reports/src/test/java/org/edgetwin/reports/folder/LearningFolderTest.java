package org.edgetwin.reports.folder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.edgetwin.reports.learning.BaselineComparison;
import org.edgetwin.reports.learning.Evaluation;
import org.edgetwin.reports.learning.IntervalEstimate;
import org.edgetwin.reports.learning.LearningCurves;
import org.edgetwin.reports.learning.LearningSample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearningFolderTest {
  @TempDir Path temp;

  @Test
  void curvesGoBesideTheFilesOfTheTraining() throws IOException {
    Files.writeString(
        temp.resolve(MetricsCsv.NAME), "step,wall_time,tag,value\n1,1,charts/SPS,2\n");

    LearningFolder.writeCurves(
        temp,
        new LearningCurves(
            "Trainings", "updates", "validation/cost", List.of(MetricsCsv.read(temp, "ppo"))));

    assertThat(temp.resolve(LearningFolder.CURVES)).content().contains("Training speed");
    assertThat(temp.resolve(MetricsCsv.NAME)).exists();
  }

  @Test
  void evaluationIsAPageAndData() throws IOException {
    Path folder = temp.resolve("evaluation");

    LearningFolder.writeEvaluation(folder, LearningSample.evaluation());

    assertThat(folder.resolve(LearningFolder.EVALUATION)).content().contains("Window by window");
    JsonNode tree = Json.MAPPER.readTree(folder.resolve(LearningFolder.EVALUATION_DATA).toFile());
    assertThat(tree).isEqualTo(Json.MAPPER.readTree(json(LearningSample.evaluation())));
  }

  @Test
  void dataHasTheFieldsOfThePage() {
    JsonNode tree = EvaluationJson.tree(LearningSample.evaluation());

    assertThat(tree.fieldNames())
        .toIterable()
        .containsExactly(
            "format",
            "title",
            "policy",
            "test_set",
            "cost",
            "cost_in_seconds",
            "seeds",
            "windows",
            "mean_cost",
            "baselines",
            "profiles",
            "loads",
            "window_list",
            "scores",
            "gap",
            "notes");
    assertThat(tree.at("/baselines/0/mean_ratio").toString())
        .isEqualTo("{\"value\":0.925,\"ci95\":[0.905,0.9450000000000001]}");
    assertThat(tree.at("/profiles/0/points/0/tau").doubleValue()).isEqualTo(0.7);
    assertThat(tree.at("/gap/share/value").doubleValue()).isEqualTo(0.37);
    assertThat(tree.get("window_list")).hasSize(180);
  }

  @Test
  void undefinedIsNull() {
    IntervalEstimate none = new IntervalEstimate(Double.NaN, null);
    JsonNode tree =
        EvaluationJson.tree(
            new Evaluation(
                "t",
                "p",
                "one window",
                "cost",
                false,
                1,
                1,
                1,
                List.of(
                    new BaselineComparison(
                        "b", "", 1, none, none, none, none, Double.NaN, none, none, none, null)),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                List.of()));

    assertThat(tree.at("/baselines/0/mean_ratio").toString())
        .isEqualTo("{\"value\":null,\"ci95\":null}");
    assertThat(tree.get("gap").isNull()).isTrue();
  }

  private static String json(Evaluation evaluation) {
    return EvaluationJson.tree(evaluation).toString();
  }
}
