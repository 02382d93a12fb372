package org.edgetwin.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.edgetwin.scenarios.file.ScenarioParser;
import org.edgetwin.scenarios.file.ScenarioWriter;
import org.edgetwin.scenarios.issue.Issues;
import org.edgetwin.scenarios.model.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class RoundTripTest {
  static final List<String> NAMES = ShippedFiles.NAMES;

  @ParameterizedTest
  @FieldSource("NAMES")
  void resolvedScenariosReadBackEqual(String name) {
    assertReadsBackEqual(ScenarioLoader.load(ShippedFiles.path(name), List.of()).orThrow());
  }

  @Test
  void everyKeyReadsBackEqual() {
    assertReadsBackEqual(
        ScenarioLoader.load(ShippedFiles.path("src/test/resources/every-key.yaml"), List.of())
            .orThrow());
  }

  @Test
  void starterIsAScenarioWhateverItsName() {
    for (String name : List.of("mine", "6214e9", "a: b", "quote\"d", "tab\\t")) {
      Scenario scenario = parse(ScenarioTemplate.text(name, "x.yaml"));
      assertThat(scenario.name()).isEqualTo(name);
      assertReadsBackEqual(scenario);
    }
  }

  private static void assertReadsBackEqual(Scenario scenario) {
    String text = ScenarioWriter.write(scenario);
    assertThat(parse(text)).as(text).isEqualTo(scenario);
    assertThat(ScenarioWriter.write(parse(text))).isEqualTo(text);
  }

  private static Scenario parse(String text) {
    Issues issues = new Issues();
    Scenario scenario = ScenarioParser.parse(text, "resolved", issues).orElse(null);
    assertThat(issues.all()).as(text).isEmpty();
    return scenario;
  }
}
