package org.edgetwin.reports.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.edgetwin.reports.learning.ScalarCurve;
import org.edgetwin.reports.learning.TrainingRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsCsvTest {
  private static final String HEAD = "step,wall_time,tag,value\n";

  @TempDir Path folder;

  @Test
  void readsCurvesByTag() throws IOException {
    TrainingRun run =
        read(
            HEAD
                + "0,1.7E9,charts/SPS,10.5\n"
                + "0,1.7E9,losses/value_loss,NaN\n"
                + "8,1.70000001E9,charts/SPS,-Infinity\n");

    assertThat(run.label()).isEqualTo("ppo");
    assertThat(run.curveByTag()).containsOnlyKeys("charts/SPS", "losses/value_loss");
    ScalarCurve speed = run.curveByTag().get("charts/SPS");
    assertThat(speed.size()).isEqualTo(2);
    assertThat(speed.values().x(1)).isEqualTo(8);
    assertThat(speed.values().y(0)).isEqualTo(10.5);
    assertThat(speed.values().y(1)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(speed.wallTime(1)).isEqualTo(1_700_000_010);
    assertThat(run.curveByTag().get("losses/value_loss").values().y(0)).isNaN();
  }

  @Test
  void laterValuesOfAResumedTrainingCount() throws IOException {
    ScalarCurve curve =
        read(HEAD + "1,1,t,10\n2,2,t,20\n3,3,t,30\n4,4,t,40\n2,9,t,21\n5,10,t,50\n")
            .curveByTag()
            .get("t");

    assertThat(curve.values().values()).containsExactly(10, 21, 50);
    assertThat(curve.wallTime(1)).isEqualTo(9);
  }

  @Test
  void nothingLoggedYetIsNoError() throws IOException {
    assertThat(read(HEAD).curveByTag()).isEmpty();
  }

  @Test
  void damageIsLocated() {
    assertWrong("", "metrics.csv: the file is empty. Maybe mend the line, or train again.");
    assertWrong("step,wall_time,value\n", "line 1: there is no column tag");
    assertWrong(
        HEAD + "1,1,t,10\n2,2,t,x\n",
        "line 3, column value: \"x\" is not a number. Maybe the file");
    assertWrong(
        HEAD + "1,1,t,10\n2,2,lo",
        "line 3: it has 3 fields and not 4. Maybe the file was cut off: mend");
    assertWrong(HEAD + "1,1,t,10\n2,2,lo3,3,t,5\n", "line 3: it has 6 fields and not 4");
    assertWrong(HEAD + "NaN,1,t,10\n", "line 2, column step: \"NaN\" is not a step");
    assertWrong(HEAD + "1,,t,10\n", "line 2, column wall_time: \"\" is not a time");
  }

  @Test
  void missingFileIsNamed() {
    assertThatThrownBy(() -> MetricsCsv.read(folder, "ppo"))
        .isInstanceOf(BadRunFolderException.class)
        .hasMessageContaining(
            "metrics.csv: the file is missing. Maybe the folder is not a training folder");
  }

  private void assertWrong(String text, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(BadRunFolderException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining(message);
  }

  private TrainingRun read(String text) throws IOException {
    Files.writeString(folder.resolve(MetricsCsv.NAME), text);
    return MetricsCsv.read(folder, "ppo");
  }
}
